import { Dexie, type Table, type Transaction } from 'dexie';
import { storeStateSchema } from '../../shared/domain/store/meta';
import { type Migration, migrateRecord, type RawRecord } from '../../shared/migrations/migration';
import type { StoreVersion, TableName } from './schema';
import { DamagedRow, installSeal } from './seal';

export type StoredRow = Record<string, unknown> & { id: string };

/** Random bytes for ids and nonces. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/**
 * A sealed Dexie database. Every transaction is strict: an acknowledged save survives a
 * kill of the machine. The query cache is off, so that nothing is shown as stored before
 * it is.
 */
export function createDatabase(
  name: string,
  key: Uint8Array,
  versions: readonly StoreVersion[],
): Dexie {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  installSeal(db, key, randomBytes);
  for (const { version, stores, migration } of versions) {
    const declared = db.version(version).stores({ ...stores });
    if (migration === null) continue;
    declared.upgrade(async (transaction) => {
      for (const table of Object.keys(stores)) {
        await transaction
          .table(table)
          .toCollection()
          .modify((row, context) => migrateRow(migration, table, row, context));
      }
      await writeMigratedState(transaction, Object.keys(stores), version);
    });
  }
  // Another connection with a newer schema may not be blocked; the single-instance lock
  // makes this a matter of tests only.
  db.on('versionchange', () => db.close());
  return db;
}

/** What Dexie's `modify` hands its callback: a row put here replaces the old one. */
type RowContext = { value?: unknown };

/** An unreadable row stays as it is: a migration never destroys what it cannot read. */
function migrateRow(
  migration: Migration,
  table: string,
  row: unknown,
  context: RowContext,
): boolean {
  if (row instanceof DamagedRow || isStoreState(table, row)) return false;
  const migrated = migrateRecord([migration], table, row as RawRecord, migration.to - 1);
  if (migrated === null) delete context.value;
  else context.value = migrated;
  return true;
}

function isStoreState(table: string, row: unknown): boolean {
  return table === 'meta' && typeof row === 'object' && row !== null && 'generation' in row;
}

/** In the upgrade's own transaction: the state says what the migrated store holds. */
async function writeMigratedState(
  transaction: Transaction,
  tables: readonly string[],
  schemaVersion: number,
): Promise<void> {
  const meta = transaction.table('meta');
  const state: unknown = await meta.get('store');
  const parsed = storeStateSchema.safeParse(state);
  // Left to the guard, which refuses a store whose state it cannot read.
  if (!parsed.success) return;
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = await transaction.table(table).count();
  await meta.put({
    ...parsed.data,
    schemaVersion,
    counts,
    generation: parsed.data.generation + 1,
  });
}

export function tableOf(db: Dexie, name: TableName): Table<unknown, string> {
  return db.table<unknown, string>(name);
}
