import type { CDPSession, Page } from 'playwright-core';
import type { AppDriver } from './app-driver';

/** What a session has set is undone when it ends, so each page keeps its own. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

export type WindowSize = {
  /** Of the page as it is drawn, in device pixels. */
  width: number;
  height: number;
  /** 2 is the 200 % that a person sets who needs larger text. */
  zoom: number;
};

/**
 * Makes the window this large. Electron has a real window and a real zoom; the Chromium
 * host shows as many CSS pixels as fit, at the device ratio of the zoom (design §7).
 */
export async function resizeWindow(app: AppDriver, size: WindowSize): Promise<void> {
  if (app.host === 'electron') {
    await app.evaluateMain(({ BrowserWindow }, { width, height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(0, 0);
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    }, size);
  } else {
    const opened = sessions.get(app.page) ?? app.page.context().newCDPSession(app.page);
    sessions.set(app.page, opened);
    const session = await opened;
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: size.width / size.zoom,
      height: size.height / size.zoom,
      deviceScaleFactor: size.zoom,
      mobile: false,
    });
  }
  // The right-hand edge is where the new size shows; a border may take a pixel or two.
  await app.page.waitForFunction(
    (width) => Math.abs(window.innerWidth - width) <= 2,
    size.width / size.zoom,
  );
}
