import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { honest } from './honest';
import { createPreventableEvent } from './preventable';

export const appEvents = new EventEmitter();

type PathName = Parameters<App['getPath']>[0];
const paths = new Map<PathName, string>([
  ['home', homedir()],
  ['appData', join(homedir(), '.config')],
  ['userData', join(homedir(), '.config', 'ikusei-note')],
  [
    'documents',
    existsSync(join(homedir(), 'Documents')) ? join(homedir(), 'Documents') : homedir(),
  ],
  ['temp', tmpdir()],
]);

/**
 * Electron is ready only after the main module has run to its end, so a module that
 * awaits it at its top level waits for ever. This host does the same.
 */
let becomeReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve;
});

export function mainHasRun(): void {
  becomeReady();
}

let quitting = false;
let startsAgain = false;
/** Set by the window module: closes every window, resolves false when one refuses. */
let closeWindows: () => Promise<boolean> = async () => true;
let closeBrowser: () => Promise<void> = async () => {};

export function connectWindows(port: {
  closeWindows: () => Promise<boolean>;
  closeBrowser: () => Promise<void>;
}): void {
  closeWindows = port.closeWindows;
  closeBrowser = port.closeBrowser;
}

export function hostPath(name: PathName): string {
  const path = paths.get(name) ?? (name === 'sessionData' ? paths.get('userData') : undefined);
  if (path === undefined) throw new Error(`the Chromium host has no path ${name}`);
  return path;
}

async function end(code: number): Promise<void> {
  await closeBrowser();
  releaseLock();
  if (startsAgain) {
    spawn(process.execPath, process.argv.slice(1), { detached: true, stdio: 'inherit' }).unref();
  }
  process.exit(code);
}

export const app = honest<App>()('app', {
  isPackaged: false,
  commandLine: honest<App['commandLine']>()('app.commandLine', {
    hasSwitch: (name: string) => process.argv.includes(`--${name}`),
  }),
  getVersion: () => packageVersion(),
  getPath: (name: PathName) => hostPath(name),
  setPath(name: PathName, path: string) {
    // As Electron: whoever sets a path has made it.
    if (!statSync(path).isDirectory()) throw new Error(`${path} is not a folder`);
    paths.set(name, path);
  },
  /** Chromium is sandboxed from its start unless it runs as root, which it says itself. */
  enableSandbox() {},
  whenReady: () => ready,
  on(event: string, listener: (...args: unknown[]) => void) {
    appEvents.on(event, listener);
    return app;
  },
  requestSingleInstanceLock: () => takeLock(),
  quit() {
    if (quitting) return;
    quitting = true;
    appEvents.emit('before-quit', createPreventableEvent());
    closeWindows().then(
      (closed) => {
        quitting = false;
        if (closed) void end(0);
      },
      () => end(1),
    );
  },
  exit(code = 0) {
    end(code).catch(() => process.exit(code));
  },
  relaunch() {
    startsAgain = true;
  },
});

function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) {
    return String(parsed.version);
  }
  throw new Error('package.json has no version');
}

let lockFile: string | null = null;

/**
 * One process per userData folder. The lock holds its owner's pid; a second start leaves
 * a note beside it, which the first answers with `second-instance`.
 */
function takeLock(): boolean {
  const folder = hostPath('userData');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'host-instance.lock');
  const note = join(folder, 'host-second-instance');
  if (isHeld(file)) {
    writeFileSync(note, JSON.stringify(process.argv));
    return false;
  }
  writeFileSync(file, String(process.pid));
  lockFile = file;
  watch(folder, (_event, name) => {
    if (name !== 'host-second-instance') return;
    try {
      unlinkSync(note);
    } catch {
      return;
    }
    appEvents.emit('second-instance', createPreventableEvent(), process.argv, process.cwd());
  }).unref();
  return true;
}

function isHeld(file: string): boolean {
  let owner: number;
  try {
    owner = Number(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
  if (owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch {
    return false;
  }
}

function releaseLock(): void {
  if (lockFile === null) return;
  try {
    unlinkSync(lockFile);
  } catch {
    // Another start has already cleared it.
  }
}
