import type { App, Session, WebContents } from 'electron';
import { isAppUrl } from '../app-origin';

/**
 * Denies everything the page could ask of the browser (robust.md A8, A9): permissions,
 * devices, downloads, and every request outside the bundle. The spellchecker is switched
 * off here and in the window's preferences, because either alone once still fetched
 * dictionaries from the internet.
 */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAppUrl(details.url) }),
  );
  session.on('will-download', (event) => event.preventDefault());
}

/** Denies navigation, new windows and web views to every web contents there will ever be. */
export function lockDownAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
