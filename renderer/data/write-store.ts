import type * as z from 'zod';
import { IkuseiError } from '../../shared/domain/errors';
import { type StoreState, storeStateSchema } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { type DataTableName, type Row, rowSchemas } from './schema';
import type { Store } from './store';
import { markWrite, tellRowsWritten } from './write-mark';

type RemovableTable =
  | 'undoSteps'
  | 'staff'
  | 'orgUnits'
  | 'evaluatorAssignments'
  | 'placementRequests'
  | 'careerNotes'
  | 'trainingCalls'
  | 'trainingFiles'
  | 'talks'
  | 'talkNotes'
  | 'talkTopics'
  | 'talkActions'
  | 'talkMemos'
  | 'talkReflections';

/** What a transaction may do; it knows how many rows it adds, so the counts stay true. */
export type StoreWriter = {
  /** Adds new rows; fails when an id or a unique index exists already. */
  insert: <Name extends DataTableName>(table: Name, rows: readonly Row<Name>[]) => Promise<void>;
  /** Replaces rows that exist; fails when one does not. */
  replace: <Name extends DataTableName>(table: Name, rows: readonly Row<Name>[]) => Promise<void>;
  /**
   * Takes rows away for good. Only a history forgets, people, units and courses go that came
   * by a file that is taken back, an evaluator who was named by mistake, a certificate in
   * whose place another was put, 配属希望申告 that are destroyed when their time is over, and
   * what is written of a talk; all else that is written stays.
   */
  remove: (table: RemovableTable, ids: readonly string[]) => Promise<void>;
  /** Writes a row of `meta` other than the store's own state. */
  putMeta: (row: Record<string, unknown> & { id: string }) => Promise<void>;
};

/**
 * The only way to write: one transaction over the named tables and `meta`, which also
 * raises the store's generation and its row counts. All or nothing; the promise resolves
 * when the data is on disk.
 *
 * @param initial the state of a store that is just being made; it has no state row yet
 * @throws IkuseiError `saveFailed` when the browser refuses the transaction
 */
export async function writeStore<Result>(
  store: Store,
  tables: readonly DataTableName[],
  work: (writer: StoreWriter) => Promise<Result>,
  initial: StoreState | null = null,
): Promise<Result> {
  let state: StoreState | null = null;
  let rows: Change['rows'] = new Map();
  const ended = markWrite(store);
  try {
    const result = await store.db.transaction('rw', ['meta', ...tables], async () => {
      const meta = tableOf(store.db, 'meta');
      const change: Change = { dirty: false, added: {}, metaAdded: 0, rows: new Map() };
      rows = change.rows;
      if (initial !== null) await refuseOccupied(store);
      const value = await work(createWriter(store, change));
      if (change.dirty) {
        state = nextState(initial ?? storeStateSchema.parse(await meta.get('store')), change);
        await meta.put(state);
      }
      return value;
    });
    if (state !== null) told(store, state, rows);
    return result;
  } catch (error) {
    if (error instanceof IkuseiError) throw error;
    throw new IkuseiError('saveFailed', saveFailureDetail(error));
  } finally {
    ended();
  }
}

function told(store: Store, state: StoreState, rows: Change['rows']): void {
  store.committed(state);
  tellRowsWritten(store, { rows, generation: state.generation });
}

/**
 * Nothing goes in that could not be read again: an acknowledged text must come back.
 *
 * @throws IkuseiError `contentRefused`
 */
function checked<Name extends DataTableName>(table: Name, rows: readonly Row<Name>[]): unknown[] {
  return rows.map((row) => {
    const parsed = rowSchemas[table].safeParse(row);
    if (parsed.success) return parsed.data;
    throw new IkuseiError('contentRefused', refusedFields(parsed.error));
  });
}

function refusedFields(error: z.ZodError): string {
  return `項目：${[...new Set(error.issues.map(({ path }) => path.join('.')))].join('、')}`;
}

function saveFailureDetail(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return name === 'QuotaExceededError' ? 'このPCの空き容量がありません' : `種類：${name}`;
}

/** A store is founded in an empty database only, or it would hide what is there. */
async function refuseOccupied(store: Store): Promise<void> {
  if ((await tableOf(store.db, 'meta').where(':id').equals('store').count()) === 0) return;
  throw new IkuseiError('storeDamaged', '記録のあるデータベースに、新しく始めようとしました');
}

type Change = {
  dirty: boolean;
  added: Record<string, number>;
  metaAdded: number;
  rows: Map<string, Set<string>>;
};

function touch(change: Change, table: string, ids: readonly string[]): void {
  change.dirty = true;
  change.rows.set(table, new Set([...(change.rows.get(table) ?? []), ...ids]));
}

function createWriter(store: Store, change: Change): StoreWriter {
  return {
    async insert(table, rows) {
      if (rows.length === 0) return;
      await tableOf(store.db, table).bulkAdd(checked(table, rows));
      touch(
        change,
        table,
        rows.map(({ id }) => id),
      );
      change.added[table] = (change.added[table] ?? 0) + rows.length;
    },
    async replace(table, rows) {
      if (rows.length === 0) return;
      const target = tableOf(store.db, table);
      const ids = rows.map((row) => row.id);
      const present = await target.where(':id').anyOf(ids).count();
      if (present !== new Set(ids).size) throw new IkuseiError('rowDamaged', `記録：${table}`);
      await target.bulkPut(checked(table, rows));
      touch(change, table, ids);
    },
    async remove(table, ids) {
      const rows = tableOf(store.db, table).where(':id').anyOf(ids);
      const removed = ids.length === 0 ? 0 : await rows.delete();
      if (removed === 0) return;
      touch(change, table, ids);
      change.added[table] = (change.added[table] ?? 0) - removed;
    },
    async putMeta(row) {
      const meta = tableOf(store.db, 'meta');
      const present = await meta.where(':id').equals(row.id).count();
      await meta.put(row);
      change.dirty = true;
      change.metaAdded += 1 - present;
    },
  };
}

function nextState(state: StoreState, change: Change): StoreState {
  const counts = { ...state.counts };
  for (const [table, added] of Object.entries(change.added)) {
    counts[table] = (counts[table] ?? 0) + added;
  }
  counts['meta'] = (counts['meta'] ?? 1) + change.metaAdded;
  return { ...state, generation: state.generation + 1, counts };
}
