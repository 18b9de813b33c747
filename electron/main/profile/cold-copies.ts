import { basename, join } from 'node:path';
import { GOOD_COPIES_KEPT, isPastCopyDays } from '../../../shared/domain/store/copy-retention';
import { type Sentinel, sentinelSchema } from '../../../shared/domain/store/meta';
import type { ColdCopy } from '../../../shared/ipc/contract';
import { type CopyRecord, copyParts, isWhole, readCopyFolders } from './copy-record';
import { freeBytes } from './disk-space';
import type { ProfilePaths } from './profile-paths';
import {
  asIkuseiError,
  copyTree,
  exists,
  type FileSystem,
  failureCode,
  fileSystem,
  fileTimestamp,
  flushFile,
  freePath,
  isMissing,
  jsonBytes,
  listTree,
  PRIVATE_FOLDER,
  readJson,
  sameFiles,
  timeOfName,
  type WriteFile,
} from './store-files';

/** Starts that are killed again and again must not fill the disk with copies. */
const MOST_PENDING_COPIES = 5;
/** Left free for the store itself: Chromium empties a store that finds no room. */
export const BYTES_LEFT_FREE = 100 * 1024 * 1024;

export type ColdCopies = {
  /**
   * Copies the store's files before the browser touches them. Never fails: what could not
   * be done comes back as a warning in Japanese, and the start goes on. Nothing is copied
   * when there is no store, when the files are those of the newest copy (same names,
   * sizes and times of writing, same key file and sentinel; the sentinel alone would miss
   * changes of 見本), or after a start that found damage and until one that did not: the
   * evidence is then in quarantine, and more copies would only fill the disk.
   */
  take(): Promise<{ warning: string | null }>;
  /** The good and complete copies, newest first. */
  list(): Promise<ColdCopy[]>;
  /**
   * This start's copy is good; keeps the last three good ones and drops the others. What is
   * older than `COPY_DAYS` goes too, also from quarantine; the newest whole good copy never.
   */
  markOpened(): Promise<void>;
  /** Moves every pending copy into quarantine as it is; deletes nothing. */
  markDamaged(detail: string): Promise<void>;
};

/** The copies of the store taken at each start (robust.md B8, layer 1). */
export function createColdCopies(options: {
  paths: ProfilePaths;
  writeFile: WriteFile;
  now: () => Date;
  electronMajor: number;
  appVersion: string;
  files?: FileSystem;
  free?: (path: string) => Promise<number | null>;
}): ColdCopies {
  const { paths, writeFile, now, electronMajor, appVersion } = options;
  const { files = fileSystem, free = freeBytes } = options;
  let current: CopyRecord | null = null;

  function folderOf(record: CopyRecord): string {
    return join(paths.coldCopies, record.id);
  }

  async function bytesOf(path: string): Promise<Buffer | null> {
    try {
      return await files.readFile(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function sameBytes(one: string, other: string): Promise<boolean> {
    const [left, right] = [await bytesOf(one), await bytesOf(other)];
    return left === null || right === null ? left === right : left.equals(right);
  }

  async function isUnchanged(record: CopyRecord, source: CopyRecord['files']): Promise<boolean> {
    const parts = copyParts(folderOf(record));
    return (
      sameFiles(record.files, source, { times: true }) &&
      (await sameBytes(parts.key, paths.realKey)) &&
      (await sameBytes(parts.sentinel, paths.sentinel)) &&
      (await isWhole(files, paths.coldCopies, record))
    );
  }

  async function copyIfPresent(from: string, to: string): Promise<boolean> {
    if (!(await exists(files, from))) return false;
    await files.copyFile(from, to);
    return true;
  }

  async function copyInto(folder: string, source: CopyRecord['files']): Promise<CopyRecord> {
    const parts = copyParts(folder);
    await copyTree(files, paths.indexedDb, parts.indexedDb, source);
    const hasKey = await copyIfPresent(paths.realKey, parts.key);
    const hasSentinel = await copyIfPresent(paths.sentinel, parts.sentinel);
    const after = await listTree(files, paths.indexedDb);
    if (!sameFiles(source, after, { times: true })) {
      throw new Error('the store was written while it was copied');
    }
    let sentinel: Sentinel | null = null;
    if (hasSentinel) {
      const read = await readJson(files, parts.sentinel, sentinelSchema);
      if (read.state !== 'read') throw new Error('the sentinel is damaged');
      sentinel = read.value;
    }
    const record: CopyRecord = {
      format: 1,
      id: basename(folder),
      takenAt: now().toISOString(),
      state: 'pending',
      electronMajor,
      appVersion,
      sentinel,
      hasKey,
      files: source,
    };
    await writeFile(parts.record, jsonBytes(record));
    return record;
  }

  async function takeNow(): Promise<string | null> {
    if (await exists(files, paths.damageReport)) return null;
    const source = await listTree(files, paths.indexedDb);
    if (source.length === 0) return null;
    await files.mkdir(paths.coldCopies, PRIVATE_FOLDER);
    const { records, unfinished } = await readCopyFolders(files, paths.coldCopies);
    for (const folder of unfinished) await files.rm(folder, { recursive: true, force: true });
    const newest = records[0];
    if (newest !== undefined && (await isUnchanged(newest, source))) {
      current = newest;
      return null;
    }
    if (records.filter(({ state }) => state === 'pending').length >= MOST_PENDING_COPIES) {
      return '正しく開けない起動が続いているため、起動時の控えを増やしませんでした';
    }
    const size = source.reduce((sum, file) => sum + file.size, 0);
    const room = await free(paths.store);
    if (room !== null && room < size + BYTES_LEFT_FREE) {
      return '空き容量が足りないため、起動時の控えを取りませんでした';
    }
    const folder = await freePath(files, paths.coldCopies, fileTimestamp(now()));
    try {
      current = await copyInto(folder, source);
      return null;
    } catch (error) {
      // A copy that failed half-way takes up the room that may have been missing.
      await files.rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  async function take(): Promise<{ warning: string | null }> {
    try {
      return { warning: await takeNow() };
    } catch (error) {
      return { warning: `起動時の控えを取れませんでした（${failureCode(error)}）` };
    }
  }

  async function list(): Promise<ColdCopy[]> {
    const copies: ColdCopy[] = [];
    try {
      const { records } = await readCopyFolders(files, paths.coldCopies);
      for (const record of records) {
        if (record.state === 'good' && (await isWhole(files, paths.coldCopies, record))) {
          copies.push({ id: record.id, takenAt: record.takenAt, sentinel: record.sentinel });
        }
      }
    } catch (error) {
      throw asIkuseiError(
        error,
        'storeUnavailable',
        `起動時の控えを読めません: ${paths.coldCopies}`,
      );
    }
    return copies;
  }

  async function markOpened(): Promise<void> {
    try {
      if (current !== null && current.state === 'pending') {
        const parts = copyParts(folderOf(current));
        for (const { path } of current.files) await flushFile(files, join(parts.indexedDb, path));
        if (current.hasKey) await flushFile(files, parts.key);
        if (current.sentinel !== null) await flushFile(files, parts.sentinel);
        const good: CopyRecord = { ...current, state: 'good' };
        await writeFile(parts.record, jsonBytes(good));
        current = good;
      }
      const { records } = await readCopyFolders(files, paths.coldCopies);
      const good = records.filter(({ state }) => state === 'good');
      const pending = records.filter(({ state }) => state === 'pending');
      for (const record of [...good.slice(GOOD_COPIES_KEPT), ...pending]) {
        await files.rm(folderOf(record), { recursive: true, force: true });
      }
      await dropOld(good.slice(0, GOOD_COPIES_KEPT));
      await files.rm(paths.damageReport, { force: true });
    } catch (error) {
      throw asIkuseiError(error, 'storeUnavailable', `起動時の控え: ${paths.coldCopies}`);
    }
  }

  /** What was destroyed in the store must not live on here. What cannot be removed now is
   * tried again at the next good start. */
  async function dropOld(good: readonly CopyRecord[]): Promise<void> {
    const newest = await newestWhole(good);
    // Without a good copy, nothing old is dropped: it may be all there is.
    if (newest === null) return;
    const at = now();
    for (const folder of [paths.coldCopies, paths.quarantine]) {
      for (const name of await namesIn(folder)) {
        const taken = timeOfName(name);
        const isOld = taken !== null && isPastCopyDays(taken, at);
        if (!isOld || (folder === paths.coldCopies && name === newest.id)) continue;
        await files.rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
      }
    }
  }

  async function newestWhole(good: readonly CopyRecord[]): Promise<CopyRecord | null> {
    for (const record of good) {
      if (await isWhole(files, paths.coldCopies, record)) return record;
    }
    return null;
  }

  async function namesIn(folder: string): Promise<string[]> {
    try {
      return await files.readdir(folder);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  async function markDamaged(detail: string): Promise<void> {
    try {
      const at = now();
      const { records } = await readCopyFolders(files, paths.coldCopies);
      const pending = records.filter(({ state }) => state === 'pending');
      current = null;
      if (pending.length > 0) {
        await files.mkdir(paths.quarantine, PRIVATE_FOLDER);
        const folder = await freePath(files, paths.quarantine, fileTimestamp(at));
        await files.mkdir(folder, PRIVATE_FOLDER);
        for (const record of pending) await files.rename(folderOf(record), join(folder, record.id));
      }
      // Last, because the moves need no room on a full disk and this does.
      const report = { format: 1, at: at.toISOString(), detail };
      await writeFile(paths.damageReport, jsonBytes(report));
    } catch (error) {
      throw asIkuseiError(error, 'storeUnavailable', `隔離: ${paths.quarantine}`);
    }
  }

  return { take, list, markOpened, markDamaged };
}
