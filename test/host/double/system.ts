import { type ChildProcess, fork, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import type {
  Menu as ElectronMenu,
  ForkOptions,
  MenuItem,
  MenuItemConstructorOptions,
  NativeTheme,
  SafeStorage,
  Shell,
  UtilityProcess,
} from 'electron';
import { honest } from './honest';

/** The desktop's own opener, which returns at once. */
function openWithDesktop(path: string): Promise<string> {
  const [command, args] =
    process.platform === 'win32'
      ? (['explorer.exe', [path]] as const)
      : process.platform === 'darwin'
        ? (['open', [path]] as const)
        : (['xdg-open', [path]] as const);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', (error) => resolve(error.message));
    child.once('spawn', () => {
      child.unref();
      resolve('');
    });
  });
}

export const shell = honest<Shell>()('shell', {
  openPath: (path: string) => openWithDesktop(path),
  showItemInFolder(path: string) {
    openWithDesktop(dirname(path)).catch(() => {});
  },
});

/** No keyring here: the key file is all there is, and the page says so. */
export const safeStorage = honest<SafeStorage>()('safeStorage', {
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async () => {
    throw new Error('the Chromium host has no protected storage');
  },
  decryptStringAsync: async () => {
    throw new Error('the Chromium host has no protected storage');
  },
});

let applicationMenu: ElectronMenu | null = null;

/**
 * Chromium has zoom and a context menu of its own, so main's are built and never shown;
 * what an item does can still be asked for.
 */
export const Menu = honest<typeof ElectronMenu>()('Menu', {
  setApplicationMenu(menu: ElectronMenu | null) {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
  buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
    honest<ElectronMenu>()('menu', {
      popup() {},
      getMenuItemById(id: string) {
        const found = everyItem(template).find((item) => item.id === id);
        return found === undefined
          ? null
          : honest<MenuItem>()('menu item', { click: found.click ?? (() => {}) });
      },
    }),
});

function everyItem(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : []),
  ]);
}

/** Chromium draws its own window, and follows the system by itself. */
export const nativeTheme: NativeTheme = honest<NativeTheme>()('nativeTheme', {
  shouldUseDarkColors: false,
  on: () => nativeTheme,
  off: () => nativeTheme,
});

/** A utility process is a forked Node process that finds `process.parentPort`. */
function forkUtility(modulePath: string, args: string[] = [], options: ForkOptions = {}) {
  const child: ChildProcess = fork(modulePath, args, {
    serialization: 'advanced',
    execArgv: ['--import', new URL('./parent-port.mjs', import.meta.url).href],
    ...(options.env === undefined ? {} : { env: options.env as NodeJS.ProcessEnv }),
  });
  const events = new EventEmitter();
  child.on('message', (message) => events.emit('message', message));
  child.on('spawn', () => events.emit('spawn'));
  child.on('exit', (code) => events.emit('exit', code ?? 1));
  const utility: UtilityProcess = honest<UtilityProcess>()('utilityProcess', {
    get pid() {
      return child.pid;
    },
    on(event: string, listener: (...values: unknown[]) => void) {
      events.on(event, listener);
      return utility;
    },
    once(event: string, listener: (...values: unknown[]) => void) {
      events.once(event, listener);
      return utility;
    },
    off(event: string, listener: (...values: unknown[]) => void) {
      events.off(event, listener);
      return utility;
    },
    removeListener(event: string, listener: (...values: unknown[]) => void) {
      events.removeListener(event, listener);
      return utility;
    },
    postMessage(message: unknown) {
      child.send(message as object);
    },
    kill: () => child.kill(),
  });
  return utility;
}

export const utilityProcess = honest<typeof Electron.utilityProcess>()('utilityProcess', {
  fork: forkUtility,
});
