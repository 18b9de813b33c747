import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { launchElectron } from './app-driver';

/**
 * Playwright's Electron as it is on Windows: its child is a shell, and the shell's child
 * is the application. Both are real processes here.
 */
const fake = vi.hoisted(() => ({
  args: [] as string[],
  shell: null as ChildProcess | null,
  main: 0,
  launch: async (_options: { args: string[] }): Promise<unknown> => null,
}));

vi.mock('playwright-core', () => ({
  _electron: { launch: (options: { args: string[] }) => fake.launch(options) },
}));

const waits = 'setInterval(() => {}, 1000)';

fake.launch = async ({ args }) => {
  fake.args = args;
  const script = `"${process.execPath}" -e "${waits}" & echo $!; wait`;
  const shell = spawn('sh', ['-c', script], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  fake.shell = shell;
  const [pid] = await once(shell.stdout, 'data');
  fake.main = Number(String(pid));
  return {
    process: () => shell,
    evaluate: async () => fake.main,
    firstWindow: async () => ({}),
    async close() {
      const gone = once(shell, 'exit');
      process.kill(fake.main, 'SIGTERM');
      await gone;
    },
  };
};

afterEach(() => {
  // A failed test must leave nothing behind.
  if (fake.shell?.exitCode === null && fake.shell.pid !== undefined) {
    process.kill(-fake.shell.pid, 'SIGKILL');
  }
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const options = { userData: '/nowhere' };

describe.skipIf(process.platform === 'win32')('Electron, driven', () => {
  it('ends main itself, not only the shell around it', async () => {
    const app = await launchElectron(options, '/electron');
    expect(isRunning(fake.main)).toBe(true);
    await app.kill();
    expect(isRunning(fake.main)).toBe(false);
  });

  it('may be killed after it has ended, and twice', async () => {
    const app = await launchElectron(options, '/electron');
    await app.quit();
    await app.kill();
    await app.kill();
    expect(isRunning(fake.main)).toBe(false);
  });

  it('asks no keychain of a person', async () => {
    const app = await launchElectron(options, '/electron');
    expect(fake.args).toContain('--use-mock-keychain');
    expect(fake.args).toContain('--password-store=basic');
    await app.kill();
  });
});
