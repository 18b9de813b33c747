import type { App, Session, WebContents } from 'electron';
import { APP_START_URL, isAppUrl } from '../app-origin';

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

/**
 * Sandboxes every process there will ever be, before Electron is ready. The one exception
 * is a developer's own start with `--no-sandbox` (as root Chromium has no sandbox to
 * give): this call would take the switch away and no page would open. A packaged
 * application knows no such start.
 */
export function sandboxEverything(
  app: Pick<App, 'isPackaged' | 'enableSandbox'> & {
    commandLine: Pick<App['commandLine'], 'hasSwitch'>;
  },
): void {
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Denies navigation (but a reload), new windows and web views to every web contents there will ever be. */
export function lockDownAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

type Navigation = { url: string; isMainFrame: boolean; preventDefault: () => void };

/**
 * Refuses every navigation but one: the window's own page once more, which is how a
 * person leaves a screen that stopped. The part after `#` is the page's own affair.
 */
function refuseNavigation(event: Navigation): void {
  const [address] = event.url.split('#', 1);
  if (event.isMainFrame && address === APP_START_URL) return;
  event.preventDefault();
}

function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', refuseNavigation);
  contents.on('will-frame-navigate', refuseNavigation);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
