/**
 * The application's origin, for ever: IndexedDB belongs to it, so a change would leave
 * every office's data behind (robust.md A4). Frozen by a test.
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'ikusei-note';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_START_URL = `${APP_ORIGIN}/index.html`;

/** True for a URL inside the bundle and nowhere else; says nothing of whether it exists. */
export function isAppUrl(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  return (
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  );
}
