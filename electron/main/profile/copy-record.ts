import { join } from 'node:path';
import * as z from 'zod';
import { instantSchema } from '../../../shared/domain/record/record';
import { sentinelSchema } from '../../../shared/domain/store/meta';
import { type FileSystem, isMissing, listTree, readJson, sameFiles } from './store-files';

/** A name that can be nothing but a folder directly below the copies. */
export const copyIdSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/u);

/**
 * `copy.json`, written last: a folder without it is an unfinished copy. `pending` until
 * the page reports that it opened the store the copy was taken of; then `good`.
 */
export const copyRecordSchema = z.looseObject({
  format: z.literal(1),
  id: copyIdSchema,
  takenAt: instantSchema,
  state: z.enum(['pending', 'good']),
  /** The Electron that was about to open the store; 0 where the host is none. */
  electronMajor: z.int().min(0),
  appVersion: z.string(),
  sentinel: sentinelSchema.nullable(),
  hasKey: z.boolean(),
  /** The store's files as they were when they were copied. */
  files: z.array(z.object({ path: z.string(), size: z.int().min(0), mtimeMs: z.number() })),
});
export type CopyRecord = z.infer<typeof copyRecordSchema>;

/** Where the parts of one copy lie. */
export function copyParts(
  folder: string,
): Record<'indexedDb' | 'key' | 'sentinel' | 'record', string> {
  return {
    indexedDb: join(folder, 'IndexedDB'),
    key: join(folder, 'key.json'),
    sentinel: join(folder, 'sentinel.json'),
    record: join(folder, 'copy.json'),
  };
}

export type CopyFolders = {
  /** Newest first. */
  records: CopyRecord[];
  /** Folders without `copy.json`. One whose `copy.json` is damaged is in neither list. */
  unfinished: string[];
};

export async function readCopyFolders(files: FileSystem, coldCopies: string): Promise<CopyFolders> {
  const found: CopyFolders = { records: [], unfinished: [] };
  let names: string[];
  try {
    names = await files.readdir(coldCopies);
  } catch (error) {
    if (isMissing(error)) return found;
    throw error;
  }
  for (const name of names) {
    if (!copyIdSchema.safeParse(name).success) continue;
    const folder = join(coldCopies, name);
    const read = await readJson(files, copyParts(folder).record, copyRecordSchema);
    if (read.state === 'missing') found.unfinished.push(folder);
    if (read.state === 'read' && read.value.id === name) found.records.push(read.value);
  }
  const order = ({ takenAt, id }: CopyRecord) => `${takenAt} ${id}`;
  found.records.sort((one, other) => (order(one) < order(other) ? 1 : -1));
  return found;
}

/** Whether every file of a copy is there at its full size. */
export async function isWhole(
  files: FileSystem,
  coldCopies: string,
  record: CopyRecord,
): Promise<boolean> {
  const parts = copyParts(join(coldCopies, record.id));
  const present = await listTree(files, parts.indexedDb);
  if (!sameFiles(present, record.files, { times: false })) return false;
  const names = await files.readdir(join(coldCopies, record.id));
  return (
    names.includes('key.json') === record.hasKey &&
    names.includes('sentinel.json') === (record.sentinel !== null)
  );
}
