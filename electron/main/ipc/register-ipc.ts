import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import * as z from 'zod';
import { IkuseiError } from '../../../shared/domain/errors';
import { type Channels, channelName, channels } from '../../../shared/ipc/channels';
import { contract, type MainHandlers, type MainNotifiers } from '../../../shared/ipc/contract';
import type { IpcResult } from '../../../shared/ipc/result';
import { APP_ORIGIN } from '../app-origin';

type AnyHandler = (...args: unknown[]) => Promise<unknown>;

/**
 * Binds every question of the contract. An answer is only given to the main frame of the
 * application's own page; arguments are parsed before a handler sees them; an error
 * leaves as its name, never with a stack trace.
 *
 * @param report told of every failure that is a fault of ours, for the log
 */
export function registerIpc(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: MainHandlers,
  report: (error: unknown) => void,
): void {
  for (const [group, calls] of Object.entries(channels)) {
    for (const [call, kind] of Object.entries(calls)) {
      if (kind !== 'invoke') continue;
      const definition = definitionOf(group, call);
      const handler = handlerOf(handlers, group, call);
      ipcMain.handle(channelName(group, call), (event, ...args: unknown[]) =>
        answer(event, args, definition.args, handler, report),
      );
    }
  }
}

/** The messages of main to one page, each payload checked against the contract. */
export function createNotifiers(
  contents: Pick<WebContents, 'send' | 'isDestroyed'>,
): MainNotifiers {
  function send(channel: string, payload: unknown): void {
    if (!contents.isDestroyed()) contents.send(channel, payload);
  }
  return {
    start: {},
    keys: {},
    sentinel: {},
    documents: {},
    bulk: {},
    exports: {},
    edit: {
      requested: (payload) =>
        send(channelName('edit', 'requested'), contract.edit.requested.payload.parse(payload)),
    },
    window: {
      flushRequested: (payload) =>
        send(
          channelName('window', 'flushRequested'),
          contract.window.flushRequested.payload.parse(payload),
        ),
    },
  };
}

async function answer(
  event: IpcMainInvokeEvent,
  args: unknown[],
  schema: z.ZodType,
  handler: AnyHandler,
  report: (error: unknown) => void,
): Promise<IpcResult<unknown>> {
  if (!isOwnMainFrame(event)) return failure('badRequest', '');
  const parsed = schema.safeParse(args);
  if (!parsed.success) {
    report(parsed.error);
    return failure('badRequest', '');
  }
  try {
    // Null says "nothing": undefined does not survive every wire.
    const value = (await handler(...z.array(z.unknown()).parse(parsed.data))) ?? null;
    return { ok: true, value };
  } catch (error) {
    if (error instanceof IkuseiError) return failure(error.errorName, error.detail);
    report(error);
    return failure('unexpected', '');
  }
}

/** Fails closed: a frame that is gone, a sub-frame or another origin gets no answer. */
function isOwnMainFrame(event: IpcMainInvokeEvent): boolean {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
  } catch {
    return false;
  }
}

function failure(name: IkuseiError['errorName'], detail: string): IpcResult<unknown> {
  return { ok: false, error: { name, detail } };
}

function definitionOf(group: string, call: string): { args: z.ZodType } {
  const calls: Record<string, object> = contract[group as keyof Channels];
  const definition = calls[call];
  if (definition === undefined || !('args' in definition)) {
    throw new Error(`the contract has no question ${channelName(group, call)}`);
  }
  return definition as { args: z.ZodType };
}

function handlerOf(handlers: MainHandlers, group: string, call: string): AnyHandler {
  const calls: Record<string, unknown> = handlers[group as keyof MainHandlers];
  const handler = calls[call];
  if (typeof handler !== 'function') {
    throw new Error(`no handler for ${channelName(group, call)}`);
  }
  return handler as AnyHandler;
}
