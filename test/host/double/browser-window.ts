import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type {
  BrowserWindowConstructorOptions,
  IpcMainInvokeEvent,
  WebContents,
  WebContentsPrintOptions,
} from 'electron';
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from 'playwright-core';
import { appEvents, connectWindows } from './app';
import { launchBrowser } from './browser';
import { honest } from './honest';
import { deliverInvoke } from './ipc';
import { appOriginOf, HOST_ORIGIN, toAppUrl, toHostUrl } from './origin';
import { preloadScript } from './preload-script';
import { createPreventableEvent } from './preventable';
import { announceDownload, handleRequest, passesFilter } from './session';

type PrintCallback = NonNullable<Parameters<WebContents['print']>[1]>;

const windows = new Set<BrowserWindow>();
let context: BrowserContext | null = null;
let requestNumber = 0;

export const isHeadless = process.argv.includes('--headless');

export function currentContext(): BrowserContext | null {
  return context;
}

/** Electron's BrowserWindow as far as this application uses it. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  private readonly options: BrowserWindowConstructorOptions;
  private readonly contentsEvents = new EventEmitter();
  private openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({
    action: 'allow',
  });
  private page: Page | null = null;
  private destroyed = false;
  private crashed = false;
  private visible: boolean;
  private loading: string | null = null;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.visible = options.show ?? true;
    this.webContents = this.createContents();
    windows.add(this);
    appEvents.emit('web-contents-created', createPreventableEvent(), this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.livePage();
    this.loading = toHostUrl(url);
    await page.goto(this.loading);
    this.emit('ready-to-show');
  }

  show(): void {
    this.visible = true;
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    this.page?.bringToFront().catch(() => {});
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** As Electron: may be prevented by a listener of `close`. */
  close(): void {
    const event = createPreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.delete(this);
    this.emit('closed');
    if (windows.size === 0) appEvents.emit('window-all-closed');
  }

  private createContents(): WebContents {
    return honest<WebContents>()('webContents', {
      on: (event: string, listener: (...args: unknown[]) => void) => {
        this.contentsEvents.on(event, listener);
        return this.webContents;
      },
      send: (channel: string, ...args: unknown[]) => {
        const message = JSON.stringify({ channel, args });
        this.page
          ?.evaluate((text) => Reflect.get(window, '__ikuseiHostDeliver')(text), message)
          .catch(() => {});
      },
      isDestroyed: () => this.destroyed,
      undo: () => this.edit('undo'),
      redo: () => this.edit('redo'),
      /**
       * Chromium's own dialog, for the page as its style sheet lays it out. It says nothing
       * of how it ended, and a browser without a window has none: both count as printed.
       */
      print: (_options: WebContentsPrintOptions, callback: PrintCallback = () => {}) => {
        const printing = this.page?.evaluate(() => window.print());
        (printing ?? Promise.reject(new Error('no page'))).then(
          () => callback(true, ''),
          (error: unknown) => callback(false, String(error)),
        );
      },
      setWindowOpenHandler: (handler: typeof this.openHandler) => {
        this.openHandler = handler;
      },
    });
  }

  /** What Chromium's own menu does in a text box; there is no other way to ask for it. */
  private edit(command: 'undo' | 'redo'): void {
    this.page?.evaluate((name) => document.execCommand(name), command).catch(() => {});
  }

  /** Chromium gives a crashed page no new process as Electron does: another takes its place. */
  private async livePage(): Promise<Page> {
    const present = this.page;
    if (present !== null && !this.crashed) return present;
    const browser = context ?? (await this.openBrowser());
    const page = (present === null ? browser.pages()[0] : undefined) ?? (await browser.newPage());
    this.page = page;
    this.crashed = false;
    await present?.close();
    await page.exposeBinding('__ikuseiHostInvoke', (source, message: string) =>
      this.answerInvoke(source.frame, message),
    );
    const preload = this.options.webPreferences?.preload;
    if (preload === undefined) throw new Error('the window has no preload');
    await page.addInitScript(preloadScript(readFileSync(preload, 'utf8'), HOST_ORIGIN));
    page.on('download', (download) => {
      announceDownload(createPreventableEvent());
      download.cancel().catch(() => {});
    });
    page.on('crash', () => {
      this.crashed = true;
      const details = { reason: 'crashed', exitCode: 1 };
      this.contentsEvents.emit('render-process-gone', createPreventableEvent(), details);
    });
    page.on('close', () => {
      if (this.page === page) this.destroy();
    });
    return page;
  }

  private async openBrowser(): Promise<BrowserContext> {
    context = await launchBrowser(isHeadless).catch((error: unknown) => {
      // Electron's own window cannot fail like this, so the application cannot tell it.
      process.stderr.write(`Chromium did not start.\n${String(error)}\n`);
      process.exit(1);
    });
    await context.route('**/*', (route) => this.answerRequest(route));
    context.on('page', (opened) => this.answerNewPage(opened));
    context.on('close', () => this.destroy());
    return context;
  }

  private async answerInvoke(frame: Frame, message: string): Promise<string> {
    const { channel, args } = JSON.parse(message) as { channel: string; args: unknown[] };
    const event = {
      sender: this.webContents,
      senderFrame: {
        url: toAppUrl(frame.url()),
        origin: appOriginOf(frame.url()),
        parent: frame.parentFrame() === null ? null : {},
      },
    };
    const value = await deliverInvoke(event as unknown as IpcMainInvokeEvent, channel, args);
    return JSON.stringify({ value });
  }

  private async answerRequest(route: Route): Promise<void> {
    const request = route.request();
    const url = toAppUrl(request.url());
    // 204 leaves the page where it is, as a prevented navigation does in Electron.
    if (this.refusesNavigation(request)) return route.fulfill({ status: 204 });
    requestNumber += 1;
    const passes = await passesFilter({ url, method: request.method(), id: requestNumber });
    if (!passes) return route.abort('blockedbyclient');
    const response = await handleRequest(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  /** Every navigation but main's own `loadURL` is announced first and may be prevented. */
  private refusesNavigation(request: PageRequest): boolean {
    if (!request.isNavigationRequest()) return false;
    const isMainFrame = frameOf(request) === this.page?.mainFrame();
    if (isMainFrame && request.url() === this.loading) {
      this.loading = null;
      return false;
    }
    const event = Object.assign(createPreventableEvent(), {
      url: toAppUrl(request.url()),
      isMainFrame,
    });
    if (isMainFrame) this.contentsEvents.emit('will-navigate', event);
    this.contentsEvents.emit('will-frame-navigate', event);
    return event.defaultPrevented;
  }

  private answerNewPage(opened: Page): void {
    opened.opener().then(
      (opener) => {
        if (opener === null) return;
        const answer = this.openHandler({
          url: toAppUrl(opened.url()),
        } as unknown as Electron.HandlerDetails);
        if (answer.action === 'deny') opened.close().catch(() => {});
      },
      () => {},
    );
  }
}

/** Null for a new window, whose first navigation begins before its frame is there. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

connectWindows({
  async closeWindows() {
    for (const window of [...windows]) {
      const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()));
      window.close();
      await closed;
    }
    return windows.size === 0;
  },
  async closeBrowser() {
    // It may have been closed from outside.
    await context?.close().catch(() => {});
  },
});
