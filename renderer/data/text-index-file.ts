import type { Dexie } from 'dexie';
import * as z from 'zod';
import { idSchema } from '../../shared/domain/record/record';
import { indexedTextSchema } from '../../shared/domain/search/text-index';
import type { DataSet } from '../../shared/domain/store/meta';
import { createDatabase } from './database';
import { indexDatabaseNames } from './schema';
import { textTables } from './text-sources';

/** Raised whenever texts are levelled or taken apart in another way. */
const INDEX_FORMAT = 1;

/** How far the index has come, and of which state of which store it tells. */
const indexStateSchema = z.object({
  id: z.literal('state'),
  format: z.literal(INDEX_FORMAT),
  datasetId: idSchema,
  generation: z.int(),
  /** The last row of each table that was read; null: all of them. */
  cursors: z.partialRecord(z.enum(textTables), z.string().nullable()),
});
export type IndexState = Omit<z.infer<typeof indexStateSchema>, 'id' | 'format'>;

const pieceSchema = z.object({
  id: z.string(),
  rows: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      texts: z.array(indexedTextSchema),
    }),
  ),
});
/** Some rows' texts; sealed as one, and written again as a whole. */
export type IndexPiece = z.infer<typeof pieceSchema>;

/** The index on disk: sealed like the rows it was made from, with the same key. */
export type IndexFile = {
  /** Null when there is none that can be used. */
  load: () => Promise<{ state: IndexState; pieces: IndexPiece[] } | null>;
  /** Pieces and state in one transaction; a piece without rows is taken away. */
  save: (state: IndexState, pieces: readonly IndexPiece[]) => Promise<void>;
  clear: () => Promise<void>;
  close: () => void;
};

export function openIndexFile(dataSet: DataSet, key: Uint8Array): IndexFile {
  const db = createDatabase(indexDatabaseNames[dataSet], key, [
    { version: 1, stores: { pieces: 'id', state: 'id' }, migration: null },
  ]);
  return {
    load: () => loadIndex(db),
    async save(state, pieces) {
      const empty = pieces.filter(({ rows }) => rows.length === 0).map(({ id }) => id);
      await db.transaction('rw', ['pieces', 'state'], async () => {
        await db.table('pieces').bulkPut(pieces.filter(({ rows }) => rows.length > 0));
        await db.table('pieces').bulkDelete(empty);
        await db.table('state').put({ ...state, id: 'state', format: INDEX_FORMAT });
      });
    },
    async clear() {
      await db.transaction('rw', ['pieces', 'state'], async () => {
        await db.table('pieces').clear();
        await db.table('state').clear();
      });
    },
    close: () => db.close(),
  };
}

async function loadIndex(db: Dexie): Promise<{ state: IndexState; pieces: IndexPiece[] } | null> {
  const state = indexStateSchema.safeParse(await db.table('state').get('state'));
  if (!state.success) return null;
  const pieces: IndexPiece[] = [];
  for (const stored of await db.table('pieces').toArray()) {
    const piece = pieceSchema.safeParse(stored);
    // One that cannot be read would be missed: all of it is made anew.
    if (!piece.success) return null;
    pieces.push(piece.data);
  }
  return { state: state.data, pieces };
}
