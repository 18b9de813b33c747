import { Dexie } from 'dexie';
import { type ErrorName, IkuseiError } from '../../shared/domain/errors';
import { type Sentinel, type StoreState, storeStateSchema } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import type { TableName } from './schema';
import { DamagedRow } from './seal';

/** IndexedDB's own version of a Dexie version: Dexie multiplies by ten. */
const DEXIE_VERSION_FACTOR = 10;

export type StoreFinding =
  | { state: 'absent' }
  | { state: 'whole'; store: StoreState }
  | { state: 'refused'; name: ErrorName; detail: string };

/** The version a database on disk has, in our numbering; null when there is none. */
export async function storedSchemaVersion(databaseName: string): Promise<number | null> {
  const databases = await indexedDB.databases();
  const native = databases.find((database) => database.name === databaseName)?.version;
  return native === undefined ? null : native / DEXIE_VERSION_FACTOR;
}

/** Whether a database that is there holds nothing at all; needs no key. */
export async function hasNoRows(databaseName: string): Promise<boolean> {
  const db = new Dexie(databaseName);
  try {
    await db.open();
    const counts = await countRows(db);
    return Object.values(counts).every((count) => count === 0);
  } finally {
    db.close();
  }
}

/** What must be decided before Dexie opens anything: it would open a newer store silently. */
export function guardVersion(stored: number | null, supported: number): void {
  if (stored === null || stored <= supported) return;
  throw new IkuseiError(
    'storeNewer',
    `保存された形の版: ${stored}／この版が扱える形: ${supported}`,
  );
}

/**
 * Whether the opened store is whole. Chromium answers a damaged store with an empty one
 * and Dexie hides the error (robust.md B1), so the absence of an error proves nothing:
 * the store's own state row, its row counts and main's sentinel must agree.
 */
export async function inspectStore(db: Dexie, sentinel: Sentinel | null): Promise<StoreFinding> {
  const counts = await countRows(db);
  const stored = await tableOf(db, 'meta').get('store');
  if (stored === undefined) {
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (sentinel === null && rows === 0) return { state: 'absent' };
    return refuse('storeDamaged', `記録の見出しがありません（残っている行: ${rows}）`);
  }
  if (stored instanceof DamagedRow) {
    return refuse('storeDamaged', '記録の見出しを、このPCの鍵で読めません');
  }
  const parsed = storeStateSchema.safeParse(stored);
  if (!parsed.success) return refuse('storeDamaged', '記録の見出しが壊れています');
  const state = parsed.data;
  const missing = describeMissingRows(state, counts);
  if (missing !== '') return refuse('storeDamaged', missing);
  if (sentinel === null) return { state: 'whole', store: state };
  if (sentinel.datasetId !== state.datasetId) {
    return refuse('storeDamaged', '見張りファイルと違うデータベースです');
  }
  if (state.generation < sentinel.generation) {
    return refuse(
      'storeDamaged',
      `保存の回数が戻っています（前回 ${sentinel.generation}、今回 ${state.generation}）`,
    );
  }
  return { state: 'whole', store: state };
}

async function countRows(db: Dexie): Promise<Record<string, number>> {
  const names = db.tables.map((table) => table.name as TableName);
  const counts = await Promise.all(names.map((name) => tableOf(db, name).count()));
  return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]));
}

function describeMissingRows(state: StoreState, counts: Record<string, number>): string {
  const tables = new Set([...Object.keys(state.counts), ...Object.keys(counts)]);
  const differences = [...tables]
    .filter((table) => (state.counts[table] ?? 0) !== (counts[table] ?? 0))
    .map((table) => `${table}: 前回 ${state.counts[table] ?? 0} 行、今回 ${counts[table] ?? 0} 行`);
  return differences.join('／');
}

function refuse(name: ErrorName, detail: string): StoreFinding {
  return { state: 'refused', name, detail };
}
