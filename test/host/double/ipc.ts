import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { honest } from './honest';

type Handler = Parameters<IpcMain['handle']>[1];
const handlers = new Map<string, Handler>();

export const ipcMain = honest<IpcMain>()('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    handlers.set(channel, handler);
  },
});

export async function deliverInvoke(
  event: IpcMainInvokeEvent,
  channel: string,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`no handler registered for '${channel}'`);
  return handler(event, ...args);
}
