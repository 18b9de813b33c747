import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorName } from '../../../shared/domain/errors';
import { IkuseiError } from '../../../shared/domain/errors';
import { type AtomicWriteFileSystem, writeFileAtomically } from './atomic-write';

const oldBytes = Buffer.from('古い中身');
const newBytes = Buffer.from('新しい中身'.repeat(2000));

const realFileSystem: AtomicWriteFileSystem = {
  open,
  readFile,
  rename,
  remove: (path) => rm(path, { force: true }),
};

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function nameOf(attempt: Promise<void>): Promise<ErrorName | 'none'> {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    if (error instanceof IkuseiError) return error.errorName;
    throw error;
  }
}

let folder = '';
let target = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ikusei-write-'));
  target = join(folder, 'シート.pdf');
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

/** A file system that fails at the n-th call with the code, and never waits. */
function failingAt(n: number, code: string, forever: boolean) {
  let calls = 0;
  const step = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const call = calls;
    calls += 1;
    if (call === n || (forever && call > n)) throw failure(code);
    return run();
  };
  const fs: AtomicWriteFileSystem = {
    open: (path, flags) =>
      step(async () => {
        const file = await open(path, flags);
        return {
          writeFile: (bytes) =>
            step(() => file.writeFile(bytes)).catch(async (error: unknown) => {
              await file.writeFile(bytes.subarray(0, bytes.length / 2));
              throw error;
            }),
          sync: () => step(() => file.sync()),
          close: () => file.close(),
        };
      }),
    readFile: (path) => step(() => readFile(path)),
    rename: (from, to) => step(() => rename(from, to)),
    remove: realFileSystem.remove,
  };
  return { fs, calls: () => calls };
}

describe('writeFileAtomically', () => {
  it('writes a new file and replaces an old one', async () => {
    await writeFileAtomically(target, oldBytes);
    await writeFileAtomically(target, newBytes);
    expect(readFileSync(target).equals(newBytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['シート.pdf']);
  });

  it('names a folder that takes no files, under a user without rights', async () => {
    writeFileSync(target, oldBytes);
    chmodSync(folder, 0o555);
    const root = process.getuid?.() === 0;
    process.stdout.write(`[folder not writable] tried as ${root ? 'uid 65534' : 'this user'}\n`);
    // Root writes anywhere, so root drops its rights for the attempt.
    if (root) process.seteuid?.(65534);
    try {
      const attempt = writeFileAtomically(target, newBytes);
      expect(await nameOf(attempt)).toBe('folderNotWritable');
    } finally {
      if (root) process.seteuid?.(0);
    }
    expect(readFileSync(target).equals(oldBytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['シート.pdf']);
  });

  it.each<[string, ErrorName]>([
    ['EACCES', 'folderNotWritable'],
    ['EPERM', 'folderNotWritable'],
    ['EROFS', 'folderNotWritable'],
    ['ENOENT', 'folderVanished'],
    ['EHOSTDOWN', 'folderVanished'],
    ['ENOSPC', 'diskFull'],
    ['EMFILE', 'writeFailed'],
  ])('opening fails with %s: %s', async (code, name) => {
    writeFileSync(target, oldBytes);
    const { fs } = failingAt(0, code, true);
    expect(await nameOf(writeFileAtomically(target, newBytes, { fs }))).toBe(name);
    expect(readFileSync(target).equals(oldBytes)).toBe(true);
  });

  it('says in Japanese which folder and which file', async () => {
    const { fs } = failingAt(1, 'ENOSPC', true);
    await expect(writeFileAtomically(target, newBytes, { fs })).rejects.toMatchObject({
      detail: `フォルダ「${folder}」のファイル「シート.pdf」（ENOSPC）`,
    });
  });

  it('leaves the old file and no rest when the disk is full', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const mounted =
      process.platform === 'linux' &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status === 0;
    process.stdout.write(`[disk full] ${mounted ? 'real tmpfs of 64 kB' : 'injected ENOSPC'}\n`);
    try {
      const file = join(small, 'シート.pdf');
      writeFileSync(file, oldBytes);
      const options = mounted ? {} : { fs: failingAt(1, 'ENOSPC', true).fs };
      const large = Buffer.alloc(200_000, 7);
      expect(await nameOf(writeFileAtomically(file, large, options))).toBe('diskFull');
      expect(readFileSync(file).equals(oldBytes)).toBe(true);
      expect(readdirSync(small)).toEqual(['シート.pdf']);
    } finally {
      if (mounted) spawnSync('umount', [small]);
    }
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'waits while a scanner holds the target (%s)',
    async (code) => {
      writeFileSync(target, oldBytes);
      let refusals = 3;
      const waits: number[] = [];
      const fs: AtomicWriteFileSystem = {
        ...realFileSystem,
        rename: async (from, to) => {
          refusals -= 1;
          if (refusals >= 0) throw failure(code);
          await rename(from, to);
        },
      };
      const delay = async (milliseconds: number) => {
        waits.push(milliseconds);
      };
      await writeFileAtomically(target, newBytes, { fs, delay });
      expect(readFileSync(target).equals(newBytes)).toBe(true);
      expect(waits).toHaveLength(3);
    },
  );

  it('gives up on a target that stays busy, within ten seconds', async () => {
    writeFileSync(target, oldBytes);
    let waited = 0;
    const fs: AtomicWriteFileSystem = {
      ...realFileSystem,
      rename: async () => {
        throw failure('EBUSY');
      },
    };
    const delay = async (milliseconds: number) => {
      waited += milliseconds;
    };
    expect(await nameOf(writeFileAtomically(target, newBytes, { fs, delay }))).toBe('targetBusy');
    expect(waited).toBeGreaterThan(5000);
    expect(waited).toBeLessThanOrEqual(10_000);
    expect(readFileSync(target).equals(oldBytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['シート.pdf']);
  });

  it('notices that the folder vanishes in the middle of writing', async () => {
    const share = join(folder, 'share');
    mkdirSync(share);
    const fs: AtomicWriteFileSystem = {
      ...realFileSystem,
      rename: async (from, to) => {
        rmSync(share, { recursive: true });
        await rename(from, to);
      },
    };
    const attempt = writeFileAtomically(join(share, 'a.pdf'), newBytes, { fs });
    expect(await nameOf(attempt)).toBe('folderVanished');
  });

  it('keeps the old file when the disk gives back something else', async () => {
    writeFileSync(target, oldBytes);
    const fs: AtomicWriteFileSystem = {
      ...realFileSystem,
      readFile: async () => Buffer.from('別のもの'),
    };
    expect(await nameOf(writeFileAtomically(target, newBytes, { fs }))).toBe('writeFailed');
    expect(readFileSync(target).equals(oldBytes)).toBe(true);
  });

  it('leaves the old or the new bytes whole, wherever it fails', async () => {
    const codes = fc.constantFrom('ENOSPC', 'EBUSY', 'EPERM', 'ENOENT', 'EIO', 'ENOTCONN');
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 12 }),
        codes,
        fc.boolean(),
        fc.uint8Array({ minLength: 1, maxLength: 5000 }),
        async (n, code, forever, bytes) => {
          writeFileSync(target, oldBytes);
          const { fs, calls } = failingAt(n, code, forever);
          const delay = async () => undefined;
          const outcome = await nameOf(writeFileAtomically(target, bytes, { fs, delay }));
          const present = readFileSync(target);
          const isNew = present.equals(Buffer.from(bytes));
          expect(isNew || present.equals(oldBytes)).toBe(true);
          expect(readdirSync(folder)).toEqual(['シート.pdf']);
          if (outcome === 'none') expect(isNew).toBe(true);
          if (n >= calls()) expect(outcome).toBe('none');
        },
      ),
      { numRuns: 300 },
    );
  });
});
