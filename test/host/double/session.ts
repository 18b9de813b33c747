import { EventEmitter } from 'node:events';
import type { Protocol, Session } from 'electron';
import { honest } from './honest';

type RequestFilter = Parameters<Session['webRequest']['onBeforeRequest']>[0];
type SchemeHandler = Parameters<Protocol['handle']>[1];

const handlers = new Map<string, SchemeHandler>();
const privileged = new Map<string, object>();
let filter: RequestFilter | null = null;
const events = new EventEmitter();

/** What main has set; the host's browser follows it, and tests may read it. */
export const sessionState = {
  spellChecker: true,
  permissionRequest: null as Parameters<Session['setPermissionRequestHandler']>[0],
  permissionCheck: null as Parameters<Session['setPermissionCheckHandler']>[0],
  devicePermission: null as Parameters<Session['setDevicePermissionHandler']>[0],
};

export const protocol = honest<Protocol>()('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme.privileges ?? {});
  },
  handle(scheme: string, handler: SchemeHandler) {
    handlers.set(scheme, handler);
  },
});

const webRequest = honest<Session['webRequest']>()('session.webRequest', {
  onBeforeRequest(listener: RequestFilter) {
    filter = listener;
  },
});

const defaultSession = honest<Session>()('session', {
  protocol,
  webRequest,
  setPermissionRequestHandler(handler: (typeof sessionState)['permissionRequest']) {
    sessionState.permissionRequest = handler;
  },
  setPermissionCheckHandler(handler: (typeof sessionState)['permissionCheck']) {
    sessionState.permissionCheck = handler;
  },
  setDevicePermissionHandler(handler: (typeof sessionState)['devicePermission']) {
    sessionState.devicePermission = handler;
  },
  setSpellCheckerEnabled(enabled: boolean) {
    sessionState.spellChecker = enabled;
  },
  on(event: string, listener: (...args: unknown[]) => void) {
    events.on(event, listener);
    return defaultSession;
  },
});

export const session = honest<typeof Electron.session>()('session', { defaultSession });

/** True when main's own filter lets the request through. */
export function passesFilter(details: {
  url: string;
  method: string;
  id: number;
}): Promise<boolean> {
  const listener = filter;
  if (listener === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    listener(details as unknown as Electron.OnBeforeRequestListenerDetails, (response) =>
      resolve(response.cancel !== true),
    );
  });
}

/** Main's answer to a request of its own scheme. */
export async function handleRequest(request: Request): Promise<Response> {
  const scheme = new URL(request.url).protocol.replace(':', '');
  const handler = handlers.get(scheme);
  if (handler === undefined || !privileged.has(scheme)) {
    throw new Error(`no privileged handler for ${scheme}:`);
  }
  return handler(request as unknown as Parameters<SchemeHandler>[0]) as Promise<Response>;
}

/** True when main allows the download; it never does. */
export function announceDownload(event: { preventDefault: () => void }): void {
  events.emit('will-download', event);
}
