import type * as z from 'zod';
import { IkuseiError } from '../../shared/domain/errors';
import { type Channels, channels } from '../../shared/ipc/channels';
import { contract, type DesktopApi, type DesktopSubscriptions } from '../../shared/ipc/contract';
import type { RawApi } from '../../shared/ipc/define-ipc';
import { ipcResultSchema } from '../../shared/ipc/result';

declare global {
  interface Window {
    /** What the preload exposes; used here and nowhere else. */
    readonly api: RawApi;
  }
}

type Listener = (payload: unknown) => void;
type Definition = { result?: z.ZodType; payload?: z.ZodType };

/** Every question to main; answers are parsed values, failures are `IkuseiError`. */
export const desktopApi = buildCalls() as DesktopApi;

/** Every message of main; each call returns its unsubscribe. */
export const desktopEvents = buildEvents() as DesktopSubscriptions;

function buildCalls(): Record<string, Record<string, unknown>> {
  return mapChannels('invoke', (group, call, definition) => async (...args: unknown[]) => {
    const invoke = rawCall(group, call);
    const result = ipcResultSchema.parse(await invoke(...args));
    if (!result.ok) throw new IkuseiError(result.error.name, result.error.detail);
    return definition.result?.parse(result.value);
  });
}

function buildEvents(): Record<string, Record<string, unknown>> {
  return mapChannels(
    'notify',
    (group, call, definition) => (listener: Listener) =>
      rawCall(group, call)((payload: unknown) => listener(definition.payload?.parse(payload))),
  );
}

function mapChannels(
  kind: 'invoke' | 'notify',
  make: (group: string, call: string, definition: Definition) => unknown,
): Record<string, Record<string, unknown>> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [group, calls] of Object.entries(channels)) {
    const definitions: Record<string, Definition> = contract[group as keyof Channels];
    const entries: Record<string, unknown> = {};
    for (const [call, callKind] of Object.entries(calls)) {
      if (callKind === kind) entries[call] = make(group, call, definitions[call] ?? {});
    }
    groups[group] = entries;
  }
  return groups;
}

function rawCall(group: string, call: string): (...args: unknown[]) => unknown {
  const calls: Record<string, unknown> = window.api[group as keyof Channels];
  const found = calls[call];
  if (typeof found !== 'function')
    throw new IkuseiError('badRequest', `呼び出し：${group}:${call}`);
  return found as (...args: unknown[]) => unknown;
}
