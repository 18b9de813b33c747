import type { FileHandle } from 'node:fs/promises';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ProfilePaths, profilePaths } from '../../electron/main/profile/profile-paths';
import {
  type FileSystem,
  fileSystem,
  type WriteFile,
} from '../../electron/main/profile/store-files';
import type { Sentinel } from '../../shared/domain/store/meta';

/** A user data folder of its own for one test, removed afterwards. */
export async function temporaryProfile(): Promise<ProfilePaths> {
  const userData = await mkdtemp(join(tmpdir(), 'ikusei-profile-'));
  onTestFinished(() => rm(userData, { recursive: true, force: true }));
  const paths = profilePaths(userData);
  await mkdir(paths.keys, { recursive: true, mode: 0o700 });
  await mkdir(paths.store, { recursive: true, mode: 0o700 });
  return paths;
}

/** Another profile like this one, with the files' times. */
export async function profileLike(template: ProfilePaths): Promise<ProfilePaths> {
  const paths = await temporaryProfile();
  await cp(template.userData, paths.userData, { recursive: true, preserveTimestamps: true });
  return paths;
}

/** A clock that goes on by one second each time it is asked. */
export function steppingClock(start = '2026-11-22T00:00:00.000Z'): () => Date {
  let next = Date.parse(start);
  return () => {
    next += 1000;
    return new Date(next);
  };
}

export const DATASET_ID = '0197d3a0-0000-7000-8000-000000000001';

export function sentinelOf(generation: number, datasetId = DATASET_ID): Sentinel {
  return {
    datasetId,
    schemaVersion: 1,
    generation,
    counts: { sheets: generation },
    savedAt: '2026-11-22T00:00:00.000Z',
  };
}

/** Every file below a folder with its content; a missing folder has none. */
export async function treeOf(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  async function visit(below: string): Promise<void> {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await visit(path);
      else tree[path] = await readFile(join(folder, path), 'utf8');
    }
  }
  try {
    await visit('');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return tree;
}

export async function putTree(folder: string, tree: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Whole or not at all like the real one, but without waiting for the disk. */
export async function writeFileQuickly(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

/** The file calls without waiting for the disk. */
export const quickFiles: FileSystem = { ...fileSystem, open: openQuickly };

async function openQuickly(...args: Parameters<FileSystem['open']>): Promise<FileHandle> {
  const handle = await fileSystem.open(...args);
  return Object.assign(handle, { sync: async () => undefined });
}

/** What the file calls throw once the process is taken to be dead. */
export class Killed extends Error {}

export type MortalFiles = { files: FileSystem; writeFile: WriteFile; steps: () => number };

/**
 * File calls of a process that dies at its `killAt`-th call: `before` it does anything (a
 * copy is then left half written), or right `after` it did it. Every later call fails, so
 * nothing can be tidied up.
 */
export function mortalFiles(killAt: number, moment: 'before' | 'after'): MortalFiles {
  let steps = 0;
  async function step<Value>(
    act: () => Promise<Value>,
    { half, drop }: { half?: () => Promise<void>; drop?: (value: Value) => Promise<void> } = {},
  ): Promise<Value> {
    steps += 1;
    if (steps > killAt) throw new Killed();
    if (steps === killAt && moment === 'before') {
      await half?.();
      throw new Killed();
    }
    const value = await act();
    if (steps === killAt) {
      await drop?.(value);
      throw new Killed();
    }
    return value;
  }
  const counted = new Proxy(quickFiles, {
    get(target, name: keyof FileSystem) {
      return (...args: unknown[]) =>
        step<unknown>(() => Promise.resolve(Reflect.apply(target[name], target, args)));
    },
  });
  const files: FileSystem = {
    ...fileSystem,
    lstat: counted.lstat,
    mkdir: counted.mkdir,
    readdir: counted.readdir,
    readFile: counted.readFile,
    rename: counted.rename,
    rm: counted.rm,
    open: (...args) =>
      step(() => openQuickly(...args), {
        // A real kill closes what was open.
        drop: (handle) => handle.close(),
      }),
    copyFile: (from, to, mode) =>
      step(() => fileSystem.copyFile(from, to, mode), {
        half: async () => {
          const bytes = await readFile(from);
          await writeFile(to, bytes.subarray(0, bytes.length / 2));
        },
      }),
  };
  return {
    files,
    writeFile: (path, bytes) => step(() => writeFileQuickly(path, bytes)),
    steps: () => steps,
  };
}
