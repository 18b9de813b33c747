import { constants } from 'node:fs';
import * as nodeFileSystem from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { type ErrorName, IkuseiError } from '../../../shared/domain/errors';
import { renamePatiently } from '../files/rename-patiently';

/** Writes a file whole or not at all, flushed to the disk (`writeFileAtomically`). */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

/** The file calls the store's safety is built from; tests stop them one by one. */
export type FileSystem = Pick<
  typeof nodeFileSystem,
  'copyFile' | 'lstat' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rm'
> & { rename: (from: string, to: string) => Promise<void> };

/** Its renames wait for what virus scanners and sync programs hold for a moment. */
export const fileSystem: FileSystem = {
  ...nodeFileSystem,
  rename: (from, to) => renamePatiently(nodeFileSystem.rename, from, to),
};

/** A folder only this account may enter; Windows has its own rights there. */
export const PRIVATE_FOLDER = { recursive: true, mode: 0o700 } as const;

export type TreeFile = {
  /** Below the listed folder, with `/` on every system. */
  path: string;
  size: number;
  mtimeMs: number;
};

export type JsonRead<Value> =
  | { state: 'missing' }
  | { state: 'damaged' }
  | { state: 'read'; value: Value };

/** The system's short name of a failure (`ENOSPC`), for a detail a person reads out. */
export function failureCode(error: unknown): string {
  if (error instanceof IkuseiError) return error.detail === '' ? error.errorName : error.detail;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

export function isMissing(error: unknown): boolean {
  return failureCode(error) === 'ENOENT';
}

/** Turns a failed file call into the error a person sees; keeps one that already is. */
export function asIkuseiError(error: unknown, name: ErrorName, what: string): IkuseiError {
  if (error instanceof IkuseiError) return error;
  return new IkuseiError(name, `${what}（${failureCode(error)}）`);
}

export async function exists(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * Reads and parses a JSON file. `damaged` covers text that is no JSON and JSON of another
 * shape; the file is only read. Other failures of the disk are thrown as they are.
 */
export async function readJson<Schema extends z.ZodType>(
  files: FileSystem,
  path: string,
  schema: Schema,
): Promise<JsonRead<z.infer<Schema>>> {
  let text: string;
  try {
    text = await files.readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return { state: 'missing' };
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'damaged' };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { state: 'read', value: parsed.data } : { state: 'damaged' };
}

export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

/** Every regular file below a folder, sorted; a missing folder has none. */
export async function listTree(files: FileSystem, folder: string): Promise<TreeFile[]> {
  const found: TreeFile[] = [];
  async function visit(below: string): Promise<void> {
    const entries = await files.readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        await visit(path);
      } else if (entry.isFile()) {
        const { size, mtimeMs } = await files.lstat(join(folder, path));
        found.push({ path, size, mtimeMs });
      }
    }
  }
  try {
    await visit('');
  } catch (error) {
    if (isMissing(error) && !(await exists(files, folder))) return [];
    throw error;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Same files of the same sizes; with `times`, not written since either. */
export function sameFiles(
  one: readonly TreeFile[],
  other: readonly TreeFile[],
  { times }: { times: boolean },
): boolean {
  return (
    one.length === other.length &&
    one.every((file, index) => {
      const match = other[index];
      return (
        match !== undefined &&
        file.path === match.path &&
        file.size === match.size &&
        (!times || file.mtimeMs === match.mtimeMs)
      );
    })
  );
}

/** Copies listed files; where the file system can, it shares the blocks (FICLONE). */
export async function copyTree(
  files: FileSystem,
  from: string,
  to: string,
  list: readonly TreeFile[],
): Promise<void> {
  await files.mkdir(to, PRIVATE_FOLDER);
  const made = new Set<string>();
  for (const file of list) {
    const target = join(to, file.path);
    const folder = dirname(target);
    if (!made.has(folder)) {
      await files.mkdir(folder, PRIVATE_FOLDER);
      made.add(folder);
    }
    await files.copyFile(join(from, file.path), target, constants.COPYFILE_FICLONE);
  }
}

/** Asks the disk to keep what it was given of a file. */
export async function flushFile(files: FileSystem, path: string): Promise<void> {
  // Windows flushes only through a handle that may write.
  const handle = await files.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `2026-11-22T08:45:00.123Z` as a part of a file name: `20261122T084500123Z`. */
export function fileTimestamp(date: Date): string {
  return date.toISOString().replaceAll(/[-:.]/gu, '');
}

/** The moment that `fileTimestamp` wrote into a name; null for a name without one. */
export function timeOfName(name: string): Date | null {
  const parts = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/u.exec(name);
  if (parts === null) return null;
  const [, year, month, day, hours, minutes, seconds, milliseconds] = parts;
  const time = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** A path in `folder` that nothing has yet: `name`, `name-2`, `name-3` … before `suffix`. */
export async function freePath(
  files: FileSystem,
  folder: string,
  name: string,
  suffix = '',
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}${suffix}`);
    if (!(await exists(files, path))) return path;
  }
}
