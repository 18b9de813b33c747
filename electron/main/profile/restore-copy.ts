import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { IkuseiError } from '../../../shared/domain/errors';
import { idSchema, instantSchema } from '../../../shared/domain/record/record';
import { BYTES_LEFT_FREE } from './cold-copies';
import { type CopyRecord, copyIdSchema, copyParts, isWhole, readCopyFolders } from './copy-record';
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
  jsonBytes,
  listTree,
  PRIVATE_FOLDER,
  readJson,
  type WriteFile,
} from './store-files';

const restoreRequestSchema = z.looseObject({
  format: z.literal(1),
  copyId: copyIdSchema,
  requestedAt: instantSchema,
  /** Folder below the quarantine that takes the present files. */
  quarantine: copyIdSchema,
  key: z.enum(['keep', 'replace']),
  sentinel: z.enum(['remove', 'replace']),
});
type RestoreRequest = z.infer<typeof restoreRequestSchema>;

export type RestoreOutcome = {
  /** The copy that was put back, if one was. */
  restored: string | null;
  /** Japanese; set when a request could not be followed and everything stayed as it was. */
  warning: string | null;
};

export type CopyRestorer = {
  /**
   * Asks for a copy to be put back at the next start. The present key file stays if it is
   * the copy's key: it may hold a newer recovery key than the copy does.
   *
   * @param usableKeyId the present real key's id; null when its file is of no use
   * @throws IkuseiError badRequest when the copy is not there or not whole
   */
  request(copyId: string, usableKeyId: string | null): Promise<void>;
  /**
   * Follows a request, before anything else of a start. First the copy is copied to a
   * folder of its own; only when that is complete (`ready`) are the present files moved
   * to quarantine and the new ones into place, each by one rename. Whatever was not
   * finished is finished by calling this again.
   *
   * @throws IkuseiError storeUnavailable when it stopped half-way: the browser must not
   * open the store then
   */
  apply(): Promise<RestoreOutcome>;
};

export function createCopyRestorer(options: {
  paths: ProfilePaths;
  writeFile: WriteFile;
  now: () => Date;
  files?: FileSystem;
  free?: (path: string) => Promise<number | null>;
}): CopyRestorer {
  const { paths, writeFile, now, files = fileSystem, free = freeBytes } = options;
  const staged = copyParts(paths.restoring);
  const ready = join(paths.restoring, 'ready');
  const nothing: RestoreOutcome = { restored: null, warning: null };

  async function keyIdOf(path: string): Promise<string | null> {
    const read = await readJson(files, path, z.looseObject({ keyId: idSchema }));
    return read.state === 'read' ? read.value.keyId : null;
  }

  async function findWhole(copyId: string): Promise<CopyRecord | null> {
    const { records } = await readCopyFolders(files, paths.coldCopies);
    const record = records.find(({ id, state }) => id === copyId && state === 'good');
    if (record === undefined || !(await isWhole(files, paths.coldCopies, record))) return null;
    return record;
  }

  async function request(copyId: string, usableKeyId: string | null): Promise<void> {
    if (await exists(files, ready)) {
      throw new IkuseiError('badRequest', '別の控えへ戻している途中です');
    }
    const record = await findWhole(copyId);
    if (record === null) throw new IkuseiError('badRequest', 'その起動時の控えは使えません');
    const copiedKey = copyParts(join(paths.coldCopies, record.id)).key;
    const keep =
      !record.hasKey || (usableKeyId !== null && (await keyIdOf(copiedKey)) === usableKeyId);
    const at = now();
    const quarantine = await freePath(files, paths.quarantine, fileTimestamp(at));
    const wanted: RestoreRequest = {
      format: 1,
      copyId: record.id,
      requestedAt: at.toISOString(),
      quarantine: basename(quarantine),
      key: keep ? 'keep' : 'replace',
      sentinel: record.sentinel === null ? 'remove' : 'replace',
    };
    await writeFile(paths.restoreRequest, jsonBytes(wanted));
  }

  /** Puts a request that cannot be followed aside; nothing else has been touched yet. */
  async function giveUp(reason: string): Promise<RestoreOutcome> {
    await files.rm(paths.restoring, { recursive: true, force: true });
    await files.mkdir(paths.quarantine, PRIVATE_FOLDER);
    const name = `restore-request-${fileTimestamp(now())}`;
    const aside = await freePath(files, paths.quarantine, name, '.json');
    await files.rename(paths.restoreRequest, aside);
    return { restored: null, warning: `控えへ戻せませんでした（${reason}）` };
  }

  async function stage(wanted: RestoreRequest): Promise<string | null> {
    await files.rm(paths.restoring, { recursive: true, force: true });
    const record = await findWhole(wanted.copyId);
    if (record === null) return 'その控えは使えません';
    const size = record.files.reduce((sum, file) => sum + file.size, 0);
    const room = await free(paths.store);
    if (room !== null && room < size + BYTES_LEFT_FREE) return '空き容量が足りません';
    const copied = copyParts(join(paths.coldCopies, record.id));
    await files.mkdir(paths.restoring, PRIVATE_FOLDER);
    const list = await listTree(files, copied.indexedDb);
    await copyTree(files, copied.indexedDb, staged.indexedDb, list);
    for (const { path } of list) await flushFile(files, join(staged.indexedDb, path));
    if (wanted.key === 'replace') await copyFlushed(copied.key, staged.key);
    if (wanted.sentinel === 'replace') await copyFlushed(copied.sentinel, staged.sentinel);
    await writeFile(ready, jsonBytes(wanted));
    return null;
  }

  async function copyFlushed(from: string, to: string): Promise<void> {
    await files.copyFile(from, to);
    await flushFile(files, to);
  }

  async function setAside(present: string, folder: string, name: string): Promise<void> {
    if (!(await exists(files, present))) return;
    await files.mkdir(folder, PRIVATE_FOLDER);
    await files.rename(present, await freePath(files, folder, name));
  }

  /** A staged file that is gone was already put in place by an earlier, killed run. */
  async function swap(
    stagedPath: string,
    present: string,
    folder: string,
    name: string,
  ): Promise<void> {
    if (!(await exists(files, stagedPath))) return;
    await setAside(present, folder, name);
    await files.mkdir(dirname(present), PRIVATE_FOLDER);
    await files.rename(stagedPath, present);
  }

  async function putInPlace(wanted: RestoreRequest): Promise<void> {
    const folder = join(paths.quarantine, wanted.quarantine);
    await swap(staged.indexedDb, paths.indexedDb, folder, 'IndexedDB');
    await swap(staged.key, paths.realKey, folder, 'key.json');
    await swap(staged.sentinel, paths.sentinel, folder, 'sentinel.json');
    if (wanted.sentinel === 'remove') await setAside(paths.sentinel, folder, 'sentinel.json');
    await files.rm(paths.damageReport, { force: true });
    // The request goes before the staging folder: without a request, that is a left-over.
    await files.rm(paths.restoreRequest, { force: true });
    await files.rm(paths.restoring, { recursive: true, force: true });
  }

  async function applyNow(): Promise<RestoreOutcome> {
    const read = await readJson(files, paths.restoreRequest, restoreRequestSchema);
    if (read.state === 'missing') {
      await files.rm(paths.restoring, { recursive: true, force: true });
      return nothing;
    }
    const isReady = await exists(files, ready);
    if (read.state === 'damaged') {
      if (isReady)
        throw new IkuseiError('storeUnavailable', `壊れています: ${paths.restoreRequest}`);
      return giveUp('指示のファイルが壊れています');
    }
    if (!isReady) {
      let reason: string | null;
      try {
        reason = await stage(read.value);
      } catch (error) {
        reason = failureCode(error);
      }
      if (reason !== null) return giveUp(reason);
    }
    await putInPlace(read.value);
    return { restored: read.value.copyId, warning: null };
  }

  async function apply(): Promise<RestoreOutcome> {
    try {
      return await applyNow();
    } catch (error) {
      throw asIkuseiError(error, 'storeUnavailable', '控えへ戻す作業が途中で止まりました');
    }
  }

  return { request, apply };
}
