import { contextBridge, ipcRenderer } from 'electron';
import { channelName, channels } from '../../shared/ipc/channels';

/**
 * Builds `window.api` from the contract's names: one function per call, no general
 * `invoke`, and listeners never see Electron's event object (security checklist 20).
 */
function buildApi(): Record<string, Record<string, unknown>> {
  const api: Record<string, Record<string, unknown>> = {};
  for (const [group, calls] of Object.entries(channels)) {
    const entries: Record<string, unknown> = {};
    for (const [call, kind] of Object.entries(calls)) {
      const channel = channelName(group, call);
      entries[call] =
        kind === 'invoke'
          ? (...args: unknown[]) => ipcRenderer.invoke(channel, ...args)
          : (listener: (payload: unknown) => void) => subscribe(channel, listener);
    }
    api[group] = entries;
  }
  return api;
}

function subscribe(channel: string, listener: (payload: unknown) => void): () => void {
  const forward = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.removeListener(channel, forward);
  };
}

contextBridge.exposeInMainWorld('api', buildApi());
