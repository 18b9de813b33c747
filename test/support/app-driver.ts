import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as Electron from 'electron';
import { _electron, type Browser, chromium, type Page } from 'playwright-core';

/** The project folder, from the source file as from its bundle in `out/host`. */
export const projectRoot = findProjectRoot(import.meta.dirname);

function findProjectRoot(folder: string): string {
  return existsSync(join(folder, 'package-lock.json'))
    ? folder
    : findProjectRoot(resolve(folder, '..'));
}

export type HostName = 'chromium-host' | 'electron';

/** A running application, driven alike on both hosts. */
export type AppDriver = {
  readonly host: HostName;
  readonly page: Page;
  /**
   * Runs a function in the main process with Electron's module (or its double). It is
   * sent as text: it sees nothing but its two arguments.
   */
  evaluateMain<Result, Argument>(
    work: (electron: typeof Electron, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Quits as a person does, so that everything is saved first. */
  quit(): Promise<void>;
  /** SIGKILL for the whole browser and main at once; returns when both are gone. */
  kill(): Promise<void>;
  /** Everything main has said on its standard error. */
  errors(): string;
};

export type LaunchOptions = {
  host: HostName;
  userData: string;
  env?: Readonly<Record<string, string>>;
  /** Another main bundle than the application's; Chromium host only. */
  main?: string;
};

/** Where the Electron runtime is, or null: its package has no postinstall download. */
export function electronExecutable(): string | null {
  const folder = join(projectRoot, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

export async function launchApp(options: LaunchOptions): Promise<AppDriver> {
  return options.host === 'electron' ? launchElectron(options) : launchChromiumHost(options);
}

export async function launchElectron(
  options: Omit<LaunchOptions, 'host'>,
  executablePath = electronExecutable(),
): Promise<AppDriver> {
  if (executablePath === null) throw new Error('the Electron runtime is not here');
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // No test may ask for, or leave anything in, a person's keychain.
      '--use-mock-keychain',
      '--password-store=basic',
      projectRoot,
    ],
    env: { ...definedEnv(), ...options.env, IKUSEI_USER_DATA: options.userData },
  });
  const child = app.process();
  const exited = exitOf(child);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  // On Windows Playwright's child is a shell around Electron.
  const main = await app.evaluate(() => process.pid);
  const page = await app.firstWindow();
  return {
    host: 'electron',
    page,
    evaluateMain: (work, argument) =>
      app.evaluate(work as Parameters<typeof app.evaluate>[0], argument) as never,
    quit: () => app.close(),
    async kill() {
      if (!hasEnded(child)) killGroup(main);
      await untilGone(main);
      await exited;
    },
    errors: () => errors,
  };
}

async function launchChromiumHost(options: LaunchOptions): Promise<AppDriver> {
  const portFile = join(options.userData, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const started = startHostProcess(options);
  const { child } = started;
  const browser = await connect(portFile, started);
  const page = await firstPage(browser);
  let lastId = 0;

  return {
    host: 'chromium-host',
    page,
    evaluateMain(work, argument) {
      lastId += 1;
      const id = lastId;
      return new Promise((done, fail) => {
        const listen = (message: { id: number; value?: never; error?: string }) => {
          if (message.id !== id) return;
          child.off('message', listen);
          if (message.error === undefined) done(message.value as never);
          else fail(new Error(message.error));
        };
        child.on('message', listen);
        child.send({ id, source: work.toString(), argument });
      });
    },
    async quit() {
      const browserProcess = browserPid(options.userData);
      child.send({ id: 0, source: '({ app }) => { app.quit(); }', argument: null });
      await started.exited;
      await browser.close().catch(() => {});
      // It tidies its profile a little longer than main waits for it.
      await untilGone(browserProcess);
    },
    async kill() {
      const browserProcess = browserPid(options.userData);
      child.kill('SIGKILL');
      if (browserProcess !== null) killGroup(browserProcess);
      await started.exited;
      await browser.close().catch(() => {});
      await untilGone(browserProcess);
    },
    errors: started.errors,
  };
}

export type HostProcess = {
  child: ChildProcess;
  exited: Promise<number | null>;
  errors: () => string;
  output: () => string;
};

/** Starts the host's process; for tests of starts that never show a window. */
export function startHostProcess(options: Omit<LaunchOptions, 'host'>): HostProcess {
  const otherMain = options.main === undefined ? [] : [`--main=${options.main}`];
  const args = [join(projectRoot, 'out/host/host.mjs'), '--headless', ...otherMain];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...definedEnv(),
      ...options.env,
      IKUSEI_USER_DATA: options.userData,
      IKUSEI_HOST_DEBUG_PORT: '0',
    },
  });
  let errors = '';
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return { child, exited: exitOf(child), errors: () => errors, output: () => output };
}

/** To be asked for at once: a process that has already ended says so to nobody. */
function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function connect(portFile: string, started: HostProcess): Promise<Browser> {
  for (;;) {
    if (hasEnded(started.child))
      throw new Error(`the host ended before its window opened\n${started.errors()}`);
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined;
    if (port !== undefined && port !== '') {
      return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('the browser has no context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^https:\/\/ikusei-note\.localhost\//u);
  return page;
}

/** Chromium's own note of which process holds a profile: `host-pid`. */
function browserPid(userData: string): number | null {
  try {
    const owner = readlinkSync(join(userData, 'SingletonLock'));
    return Number(owner.slice(owner.lastIndexOf('-') + 1));
  } catch {
    return null;
  }
}

/** The whole group where there are groups, else the one process; none may be left. */
function killGroup(pid: number): void {
  for (const target of process.platform === 'win32' ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
      return;
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
      if (!isGone) throw error;
    }
  }
}

async function untilGone(pid: number | null): Promise<void> {
  while (pid !== null && isRunning(pid)) await new Promise((done) => setTimeout(done, 10));
}

function isRunning(pid: number): boolean {
  if (process.platform !== 'linux') return answersSignals(pid);
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function definedEnv(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) env[name] = value;
  }
  return env;
}
