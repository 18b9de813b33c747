import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { APP_START_URL } from '../app-origin';

/** The page's own colour (app.css), so that no white shows before the page does. */
export const windowBackgrounds = { light: '#f2f2f2', dark: '#15181e' };

function windowBackground(): string {
  return nativeTheme.shouldUseDarkColors ? windowBackgrounds.dark : windowBackgrounds.light;
}

/** The one window's options; the security-relevant ones are asserted by a test. */
export function mainWindowOptions(
  preload: string,
  devTools: boolean,
): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 860,
    minWidth: 960,
    minHeight: 600,
    show: false,
    // Alt shows it; its keys work all the same.
    autoHideMenuBar: true,
    title: '育成ノート',
    backgroundColor: windowBackground(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools,
    },
  };
}

/** How long a closing window waits for the page to say that everything is saved. */
const FLUSH_MILLISECONDS = 5_000;

export type ClosingPort = {
  /** Asks the page to save everything. */
  requestFlush: () => void;
  /** Asks the person whether to close although something is not saved. */
  confirmUnsaved: () => Promise<boolean>;
  /** Asks, after the page's process is gone, whether to open the page once more. */
  confirmReload: () => Promise<boolean>;
  /** Told when the page could not be loaded at all. */
  report: (error: unknown) => void;
};

/**
 * Opens the window. Closing waits until the page has saved (`markFlushed`); when it
 * cannot, the person decides, so that no text is dropped in silence. A page whose process
 * ended is opened again if she wants.
 */
export function openMainWindow(
  options: BrowserWindowConstructorOptions,
  port: ClosingPort,
): {
  window: BrowserWindow;
  markFlushed: () => void;
} {
  const window = new BrowserWindow(options);
  let closing: NodeJS.Timeout | null = null;

  function close(): void {
    if (closing !== null) clearTimeout(closing);
    closing = null;
    if (!window.isDestroyed()) window.destroy();
  }

  // A hidden window gets no frame under Wayland, so there `ready-to-show` never comes.
  function show(): void {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  }

  function load(): void {
    window.loadURL(APP_START_URL).then(show, (error: unknown) => {
      // Closed while it was loading: nothing failed.
      if (window.isDestroyed()) return;
      port.report(error);
      close();
    });
  }

  function followTheme(): void {
    if (!window.isDestroyed()) window.setBackgroundColor(windowBackground());
  }

  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  window.once('ready-to-show', show);
  window.on('close', (event) => {
    event.preventDefault();
    if (closing !== null) return;
    closing = setTimeout(() => {
      port.confirmUnsaved().then(
        (discard) => {
          if (discard) close();
          else closing = null;
        },
        () => close(),
      );
    }, FLUSH_MILLISECONDS);
    port.requestFlush();
  });
  // Windows is shutting down: there is no time to ask, only to save. The first of the two
  // events leaves a few seconds, the second next to none.
  window.on('query-session-end', () => port.requestFlush());
  window.on('session-end', () => port.requestFlush());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // A closing window has asked a page that can no longer answer.
    if (reason === 'clean-exit' || closing !== null) return close();
    port.confirmReload().then((again) => {
      if (window.isDestroyed()) return;
      if (again) load();
      else close();
    }, close);
  });
  load();

  return {
    window,
    markFlushed() {
      if (closing !== null) close();
    },
  };
}
