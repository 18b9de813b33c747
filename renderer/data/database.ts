import { Dexie, type Table } from 'dexie';
import { migrateRecord, type RawRecord } from '../../shared/migrations/migration';
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
        await transaction.table(table).toCollection().modify((row, context) => {
          // An unreadable row stays as it is: a migration never destroys what it cannot read.
          if (row instanceof DamagedRow) throw new Error(`unreadable row in ${table}`);
          const migrated = migrateRecord([migration], table, row as RawRecord, version - 1);
          if (migrated === null) delete (context as { value?: unknown }).value;
          else (context as { value?: unknown }).value = migrated;
        });
      }
    });
  }
  // Another connection with a newer schema may not be blocked; the single-instance lock
  // makes this a matter of tests only.
  db.on('versionchange', () => db.close());
  return db;
}

export function tableOf(db: Dexie, name: TableName): Table<unknown, string> {
  return db.table<unknown, string>(name);
}
