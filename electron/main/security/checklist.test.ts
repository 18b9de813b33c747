import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { applicationMenu } from '../windows/application-menu';

/**
 * The twenty items of Electron's security checklist, each against what the real main
 * process does when it starts. `electron` is replaced by a recorder, nothing else is.
 */
type Answer = (...args: unknown[]) => unknown;

const recorded = vi.hoisted(() => ({
  sandboxed: false,
  schemes: [] as unknown[],
  windows: [] as unknown[],
  loaded: [] as string[],
  menu: undefined as unknown,
  spellChecker: true,
  session: new Map<string, (...args: never[]) => unknown>(),
  contents: new Map<string, (...args: never[]) => unknown>(),
  openHandler: null as null | ((details: { url: string }) => unknown),
  invoked: new Map<string, (...args: never[]) => unknown>(),
  shell: [] as string[],
  createdListeners: [] as ((event: unknown, contents: unknown) => void)[],
  beforeReady: [] as string[],
  ready: false,
  whenReady: Promise.resolve(),
  becomeReady: () => {},
}));

vi.mock('electron', () => {
  const note = (name: string) => {
    if (!recorded.ready) recorded.beforeReady.push(name);
  };
  const contents = {
    on: (event: string, listener: Answer) => recorded.contents.set(event, listener),
    setWindowOpenHandler: (handler: (details: { url: string }) => unknown) => {
      recorded.openHandler = handler;
    },
    isDestroyed: () => false,
    send: () => {},
  };
  class BrowserWindow {
    readonly webContents = contents;
    constructor(options: unknown) {
      recorded.windows.push(options);
      for (const listener of recorded.createdListeners) listener({}, contents);
    }
    on(): void {}
    once(): void {}
    isDestroyed = () => false;
    isVisible = () => true;
    async loadURL(url: string): Promise<void> {
      recorded.loaded.push(url);
    }
  }
  const listen = (name: string) => (listener: Answer) => recorded.session.set(name, listener);
  return {
    BrowserWindow,
    Menu: {
      buildFromTemplate: (template: unknown) => ({ template }),
      setApplicationMenu: (menu: unknown) => {
        recorded.menu = menu;
      },
    },
    app: {
      isPackaged: false,
      commandLine: { hasSwitch: () => false },
      getVersion: () => '0.1.0',
      setPath: (name: string) => note(`setPath ${name}`),
      getPath: () => tmpdir(),
      enableSandbox: () => {
        recorded.sandboxed = !recorded.ready;
      },
      requestSingleInstanceLock: () => {
        note('lock');
        return true;
      },
      whenReady: () => recorded.whenReady,
      on: (event: string, listener: (event: unknown, contents: unknown) => void) => {
        if (event === 'web-contents-created') recorded.createdListeners.push(listener);
      },
      quit: () => {},
    },
    dialog: {},
    ipcMain: {
      handle: (channel: string, handler: Answer) => recorded.invoked.set(channel, handler),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => {
        note('schemes');
        recorded.schemes.push(...schemes);
      },
      handle: (scheme: string, handler: Answer) =>
        recorded.session.set(`scheme ${scheme}`, handler),
    },
    nativeTheme: { shouldUseDarkColors: false, on: () => {}, off: () => {} },
    safeStorage: { isAsyncEncryptionAvailable: async () => false },
    session: {
      defaultSession: {
        setPermissionRequestHandler: listen('permission request'),
        setPermissionCheckHandler: listen('permission check'),
        setDevicePermissionHandler: listen('device permission'),
        setSpellCheckerEnabled: (enabled: boolean) => {
          recorded.spellChecker = enabled;
        },
        webRequest: { onBeforeRequest: listen('request') },
        on: (event: string, listener: Answer) => recorded.session.set(event, listener),
      },
    },
    shell: new Proxy(
      {},
      {
        get: (_target, name) => {
          recorded.shell.push(String(name));
          return () => Promise.resolve('');
        },
      },
    ),
    utilityProcess: {
      fork: () => ({ on: () => {}, postMessage: () => {}, kill: () => true }),
    },
  };
});

const project = resolve(import.meta.dirname, '../../..');

beforeAll(async () => {
  vi.stubEnv('IKUSEI_USER_DATA', mkdtempSync(join(tmpdir(), 'ikusei-checklist-')));
  // As in Electron, ready comes only after the module has run to its end.
  recorded.whenReady = new Promise((resolve) => {
    recorded.becomeReady = () => {
      recorded.ready = true;
      resolve();
    };
  });
  await import('../main');
  expect(recorded.windows).toEqual([]);
  recorded.becomeReady();
  await vi.waitFor(() => expect(recorded.windows).toHaveLength(1));
});

function windowOptions(): BrowserWindowConstructorOptions {
  expect(recorded.windows).toHaveLength(1);
  return recorded.windows[0] as BrowserWindowConstructorOptions;
}

function preferences(): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return windowOptions().webPreferences ?? {};
}

function isCancelled(url: string): boolean {
  let cancelled = false;
  const filter = recorded.session.get('request') as unknown as (
    details: { url: string },
    answer: (response: { cancel: boolean }) => void,
  ) => void;
  filter({ url }, (response) => {
    cancelled = response.cancel;
  });
  return cancelled;
}

function isPrevented(event: string, details: object = {}): boolean {
  let prevented = false;
  const listener = recorded.contents.get(event) as unknown as (event: object) => void;
  listener({
    ...details,
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
}

describe("Electron's security checklist", () => {
  it('1: only secure content is loaded', () => {
    expect(recorded.loaded).toEqual(['app://ikusei-note/index.html']);
    expect(isCancelled('app://ikusei-note/assets/a.js')).toBe(false);
    for (const url of ['http://example.com/', 'https://example.com/', 'ws://x/', 'ftp://x/']) {
      expect(isCancelled(url)).toBe(true);
    }
  });

  it('2: no Node integration anywhere', () => {
    expect(preferences().nodeIntegration).toBe(false);
    expect(preferences().nodeIntegrationInWorker).toBe(false);
    expect(preferences().nodeIntegrationInSubFrames).toBe(false);
  });

  it('3: context isolation is on', () => expect(preferences().contextIsolation).toBe(true));

  it('4: the sandbox is on, for all and before ready', () => {
    expect(recorded.sandboxed).toBe(true);
    expect(preferences().sandbox).toBe(true);
  });

  it('5: every permission is refused', () => {
    const request = recorded.session.get('permission request') as unknown as (
      contents: null,
      permission: string,
      answer: (granted: boolean) => void,
    ) => void;
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid']) {
      let granted: boolean | null = null;
      request(null, permission, (answer) => {
        granted = answer;
      });
      expect(granted).toBe(false);
    }
    expect(recorded.session.get('permission check')?.()).toBe(false);
    expect(recorded.session.get('device permission')?.()).toBe(false);
  });

  it('6: webSecurity stays on', () => expect(preferences().webSecurity).toBe(true));

  it('7: the page has a content security policy', async () => {
    const handler = recorded.session.get('scheme app') as unknown as (
      request: Request,
    ) => Promise<Response>;
    const source = readFileSync(join(project, 'electron/main/app-protocol.ts'), 'utf8');
    expect(source).toContain("'content-security-policy': contentSecurityPolicy(nonce)");
    expect((await handler(new Request('app://ikusei-note/../x.js'))).status).toBe(404);
  });

  it('8: no insecure content', () => expect(preferences().allowRunningInsecureContent).toBe(false));

  it('9: no experimental features', () => expect(preferences().experimentalFeatures).toBe(false));

  it('10: no Blink features are enabled', () => {
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
  });

  it('11: there are no web views that could allow popups', () => {
    expect(preferences().webviewTag).toBe(false);
  });

  it('12: a web view that is attached all the same is refused', () => {
    expect(isPrevented('will-attach-webview')).toBe(true);
  });

  it('13: navigation is refused, in frames and by redirect too', () => {
    const page = 'app://ikusei-note/index.html';
    const elsewhere = [
      'https://example.com/',
      'https://example.com/#app://ikusei-note/index.html',
      'about:blank',
      'file:///etc/passwd',
      'app://ikusei-note/',
      'app://other/index.html',
      `${page}?again`,
      `${page}.html`,
      'app://ikusei-note/assets/a.js',
    ];
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of elsewhere) {
        expect([event, url, isPrevented(event, { url, isMainFrame: true })]).toEqual([
          event,
          url,
          true,
        ]);
      }
      expect(isPrevented(event, { url: page, isMainFrame: false })).toBe(true);
    }
    expect(isPrevented('will-redirect', { url: page, isMainFrame: true })).toBe(true);
    expect(preferences().navigateOnDragDrop).toBe(false);
  });

  it('and: only the own page may be opened again', () => {
    for (const url of ['app://ikusei-note/index.html', 'app://ikusei-note/index.html#/sheets/1']) {
      for (const event of ['will-navigate', 'will-frame-navigate']) {
        expect([url, event, isPrevented(event, { url, isMainFrame: true })]).toEqual([
          url,
          event,
          false,
        ]);
      }
    }
  });

  it('14: new windows are refused', () => {
    for (const url of ['about:blank', 'app://ikusei-note/index.html', 'https://example.com/']) {
      expect(recorded.openHandler?.({ url })).toEqual({ action: 'deny' });
    }
  });

  it('15: shell.openExternal is not used at all', () => {
    expect(recorded.shell).not.toContain('openExternal');
  });

  it('16: Electron is a current major', () => {
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(Number.parseInt(manifest.devDependencies['electron'] ?? '0', 10)).toBeGreaterThanOrEqual(
      45,
    );
  });

  it('17: a message of a foreign sender gets no answer', async () => {
    expect(recorded.invoked.size).toBeGreaterThan(10);
    for (const handler of recorded.invoked.values()) {
      const answer = await (handler as unknown as (event: object) => Promise<unknown>)({
        senderFrame: { parent: null, origin: 'https://example.com' },
      });
      expect(answer).toEqual({ ok: false, error: { name: 'badRequest', detail: '' } });
    }
  });

  it('18: the page comes by a custom protocol with no more privilege than it needs', () => {
    expect(recorded.schemes as CustomScheme[]).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
    expect(isCancelled('file:///etc/passwd')).toBe(true);
  });

  it('19: the fuses are set in the packaging configuration', () => {
    const config = JSON.parse(
      readFileSync(join(project, 'build/electron-builder.json'), 'utf8'),
    ) as {
      electronFuses: unknown;
    };
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('20: the preload hands out named calls, never Electron itself', () => {
    const source = readFileSync(join(project, 'electron/preload/preload.ts'), 'utf8');
    expect(source.match(/exposeInMainWorld/gu)).toHaveLength(1);
    expect(source).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/u);
    expect(source).toContain('ipcRenderer.invoke(channel, ...args)');
  });

  it('and: the spellchecker is off twice, downloads are refused, no default menu', () => {
    expect(preferences().spellcheck).toBe(false);
    expect(recorded.spellChecker).toBe(false);
    let prevented = false;
    (recorded.session.get('will-download') as unknown as (event: object) => void)({
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
    // Never set, it would be Electron's own, with reload and developer tools.
    const template = applicationMenu(process.platform, () => {});
    expect(JSON.stringify(recorded.menu)).toBe(JSON.stringify({ template }));
    expect(windowOptions().autoHideMenuBar).toBe(true);
  });

  it('and: paths, schemes and the single-instance lock come before ready', () => {
    expect(recorded.beforeReady).toEqual([
      'setPath userData',
      'schemes',
      'lock',
      'setPath sessionData',
    ]);
  });
});
