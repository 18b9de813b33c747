/**
 * Chromium has no `app:` scheme, so the host serves the page from a name that resolves to
 * nothing and is always intercepted. Everything main sees is mapped back.
 */
const APP_ORIGIN = 'app://ikusei-note';
export const HOST_ORIGIN = 'https://ikusei-note.localhost';

export function toHostUrl(appUrl: string): string {
  return replaceOrigin(appUrl, APP_ORIGIN, HOST_ORIGIN);
}

export function toAppUrl(hostUrl: string): string {
  return replaceOrigin(hostUrl, HOST_ORIGIN, APP_ORIGIN);
}

/** The origin as Electron reports it for a frame at this address. */
export function appOriginOf(hostUrl: string): string {
  if (hostUrl === HOST_ORIGIN || hostUrl.startsWith(`${HOST_ORIGIN}/`)) return APP_ORIGIN;
  return URL.canParse(hostUrl) ? new URL(hostUrl).origin : 'null';
}

function replaceOrigin(url: string, from: string, to: string): string {
  return url === from || url.startsWith(`${from}/`) ? to + url.slice(from.length) : url;
}
