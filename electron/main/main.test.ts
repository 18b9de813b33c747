import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/**
 * Starts that fail before there is a window. Whatever happens, the person reads why and
 * the process ends: one that stayed would hold the lock and keep her out.
 */
const electron = vi.hoisted(() => ({
  calls: [] as string[],
  failAt: '',
  hasLock: true,
  shown: [] as string[],
  codes: [] as number[],
}));

vi.mock('electron', () => {
  const step = (name: string) => {
    electron.calls.push(name);
    if (electron.failAt === name) throw new Error(`fails at ${name}`);
  };
  const inert = new Proxy({}, { get: () => () => {} });
  return {
    app: {
      isPackaged: false,
      commandLine: { hasSwitch: () => false },
      getVersion: () => '0.1.0',
      setPath: (name: string) => step(`setPath ${name}`),
      enableSandbox: () => step('enableSandbox'),
      requestSingleInstanceLock: () => {
        step('lock');
        return electron.hasLock;
      },
      whenReady: async () => step('ready'),
      on: () => {},
      quit: () => step('quit'),
      exit: (code: number) => electron.codes.push(code),
    },
    dialog: {
      showErrorBox: (title: string, content: string) => electron.shown.push(`${title} ${content}`),
    },
    protocol: {
      registerSchemesAsPrivileged: () => step('schemes'),
      handle: () => {},
    },
    session: {
      get defaultSession() {
        step('session');
        return new Proxy(
          {},
          { get: (_target, name) => (name === 'webRequest' ? inert : () => {}) },
        );
      },
    },
    BrowserWindow: class {
      constructor() {
        step('window');
      }
    },
    Menu: inert,
    nativeTheme: inert,
    ipcMain: {},
    safeStorage: {},
    shell: {},
    utilityProcess: {},
  };
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ikusei-main-'));
  vi.stubEnv('IKUSEI_USER_DATA', join(folder, 'user-data'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  Object.assign(electron, { calls: [], failAt: '', hasLock: true, shown: [], codes: [] });
  vi.resetModules();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function startedBadly(): Promise<string> {
  await import('./main');
  await vi.waitFor(() => expect(electron.codes).toEqual([1]));
  expect(electron.shown).toHaveLength(1);
  return electron.shown[0] ?? '';
}

it.each([
  'setPath userData',
  'enableSandbox',
  'schemes',
  'lock',
  'setPath sessionData',
  'ready',
  'session',
  'window',
])('that fails at %s says so and ends', async (name) => {
  electron.failAt = name;
  expect(await startedBadly()).toContain(`fails at ${name}`);
});

it('that has no folder to live in says so and ends', async () => {
  writeFileSync(join(folder, 'user-data'), 'a file where the folder should be');
  expect(await startedBadly()).toContain('EEXIST');
});

it('that is told a relative folder says so and ends', async () => {
  vi.stubEnv('IKUSEI_USER_DATA', 'user-data');
  expect(await startedBadly()).toContain('IKUSEI_USER_DATA');
});

it('a second start is no failure', async () => {
  electron.hasLock = false;
  await import('./main');
  expect(electron.calls.at(-1)).toBe('quit');
  expect([electron.codes, electron.shown]).toEqual([[], []]);
});
