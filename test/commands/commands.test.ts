import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { honestCount, sentenceOf, sumOf } from '../../build/checks/count.mjs';
import { findChromium } from '../../build/setup/chromium.mjs';
import { runQuietly } from '../../build/setup/processes.mjs';

const root = resolve(import.meta.dirname, '../..');

describe('the count of a step', () => {
  const good = { passed: 3, failed: 0, skipped: 1 };

  test('is as reported when the step ended well', () => {
    expect(honestCount(good, 0)).toEqual(good);
    expect(honestCount({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });

  test('has a failure when nothing ran, and when the step ended badly without naming one', () => {
    expect(honestCount({ passed: 0, failed: 0, skipped: 5 }, 0).failed).toBe(1);
    expect(honestCount(good, 1).failed).toBe(1);
  });

  test('is summed and said in one line', () => {
    expect(sentenceOf(sumOf([good, good]))).toBe('6 passed, 0 failed, 2 skipped');
    expect(sentenceOf({ passed: 1, failed: 2, skipped: 0 })).toBe('1 passed, 2 failed');
  });
});

describe('a program run quietly', () => {
  const run = (script: string, options = {}) =>
    runQuietly(process.execPath, ['-e', script], options);

  test('gives back what it wrote and its code', async () => {
    const ended = await run("console.log('out'); console.error('err'); process.exitCode = 3");
    expect(ended).toMatchObject({ code: 3, output: 'out\n', error: 'err\n', limitReached: false });
  });

  test('is killed at its limit', async () => {
    const ended = await run('setInterval(() => undefined, 1000)', { limitMilliseconds: 200 });
    expect(ended.limitReached).toBe(true);
    expect(ended.code).not.toBe(0);
  });

  test('that does not exist ends with 127', async () => {
    expect((await runQuietly('ikusei-no-such-program', [])).code).toBe(127);
  });

  test('loses the variables that are taken away', async () => {
    vi.stubEnv('IKUSEI_PROBE', 'set');
    const script = 'process.stdout.write(String(process.env.IKUSEI_PROBE))';
    expect((await run(script)).output).toBe('set');
    expect((await run(script, { env: { IKUSEI_PROBE: undefined } })).output).toBe('undefined');
    vi.unstubAllEnvs();
  });
});

describe.skipIf(process.platform === 'win32')('looking for Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ikusei-commands-'));
  const program = join(folder, 'google-chrome');

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(program, { force: true });
  });

  test('takes the one that is named, and says when it is no program', () => {
    vi.stubEnv('IKUSEI_CHROMIUM', process.execPath);
    expect(findChromium()).toBe(process.execPath);
    vi.stubEnv('IKUSEI_CHROMIUM', join(folder, 'nothing'));
    expect(() => findChromium()).toThrow('is no program');
  });

  test('takes a program on the PATH, not a file that cannot be run', () => {
    vi.stubEnv('IKUSEI_CHROMIUM', '');
    vi.stubEnv('PATH', folder);
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    expect(findChromium()).toBe(program);
    chmodSync(program, 0o644);
    expect(findChromium()).not.toBe(program);
  });
});

/**
 * A lock file made where the registry lacks a package for another system leaves it out,
 * and `npm ci` then refuses the whole file.
 */
test('the lock file names every optional package of every package', () => {
  const lockSchema = z.object({
    packages: z.record(
      z.string(),
      z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
    ),
  });
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  const found = (from: string, name: string): boolean => {
    const inside = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
    if (inside in packages) return true;
    const end = from.lastIndexOf('node_modules/');
    return end >= 0 && found(from.slice(0, Math.max(0, end - 1)), name);
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !found(path, name)),
  );
  expect(missing).toEqual([]);
});
