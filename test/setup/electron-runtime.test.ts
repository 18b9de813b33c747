import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchElectronOnce } from '../../build/setup/electron-runtime.mjs';

/** A clone with Electron's package and no runtime, and what fetching it would come to. */
const clone = vi.hoisted(() => ({
  root: '',
  said: [] as string[],
  limit: 0,
  fetching: async () => ({ code: 1, error: '', limitReached: false }),
}));

vi.mock('../../build/setup/project.mjs', () => ({
  inProject: (...parts: string[]) => [clone.root, ...parts].join('/'),
  say: (line: string) => clone.said.push(line),
}));
vi.mock('../../build/setup/processes.mjs', () => ({
  runQuietly: (_program: string, _args: string[], options: { limitMilliseconds: number }) => {
    clone.limit = options.limitMilliseconds;
    return clone.fetching();
  },
}));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(clone.root, path)), { recursive: true });
  writeFileSync(join(clone.root, path), text);
}

beforeEach(() => {
  clone.root = mkdtempSync(join(tmpdir(), 'ikusei-runtime-'));
  clone.said = [];
  put('node_modules/electron/package.json', JSON.stringify({ version: '45.4.1' }));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(clone.root, { recursive: true, force: true });
});

function failsWith(error: string) {
  clone.fetching = async () => ({ code: 1, error, limitReached: false });
  return fetchElectronOnce();
}

describe('fetching the runtime', () => {
  it('says why it failed, and not what Node had to say of itself', async () => {
    const stack =
      'RequestError: getaddrinfo ENOTFOUND github.com\n    at ClientRequest.<anonymous>';
    expect(await failsWith(stack)).toBe('fetching it failed (getaddrinfo ENOTFOUND github.com)');
    const again = await fetchElectronOnce();
    expect(again).toContain('getaddrinfo ENOTFOUND github.com');
    expect(again).toContain('--retry-electron');
  });

  it.each([
    '(node:4711) ExperimentalWarning: CommonJS module is loading ES Module\n',
    '(node:4711) [DEP0040] DeprecationWarning: The `punycode` module is deprecated.\n',
  ])('skips the warning %s', async (warning) => {
    const hint = '(Use `node --trace-warnings ...` to show where the warning was created)\n';
    expect(await failsWith(`${warning}${hint}Error: certificate has expired`)).toBe(
      'fetching it failed (certificate has expired)',
    );
  });

  it('gives a slow line ten minutes, and says meanwhile that it goes on', async () => {
    vi.useFakeTimers();
    let end: (ended: { code: number; error: string; limitReached: boolean }) => void = () => {};
    clone.fetching = () => new Promise((done) => (end = done));
    const fetched = fetchElectronOnce();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(clone.said.slice(1)).toEqual(
      ['15 s', '30 s', '45 s'].map((time) => `Still fetching the runtime of Electron (${time})`),
    );
    expect(clone.limit).toBe(600_000);
    const attempt: unknown = JSON.parse(
      readFileSync(join(clone.root, '.cache/electron-attempt.json'), 'utf8'),
    );
    expect(attempt).toMatchObject({ reason: 'fetching it was interrupted' });
    end({ code: 1, error: '', limitReached: true });
    expect(await fetched).toBe('fetching it took more than 600 s');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clone.said).toHaveLength(4);
  });
});
