import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import { newId } from '../../shared/domain/record/id';
import type { DataSet, Sentinel, StoreState } from '../../shared/domain/store/meta';
import { createDatabase, randomBytes } from './database';
import { exportStore, sealExport } from './logical-export';
import { guardVersion, inspectStore, type StoreFinding, storedSchemaVersion } from './open-guard';
import { type DataTableName, databaseNames, type StoreVersion, storeVersions } from './schema';
import { installSeal } from './seal';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

export type OpenOptions = {
  dataSet: DataSet;
  key: Uint8Array;
  /** Main's sentinel; null for 見本 and for a store that never was. */
  sentinel: Sentinel | null;
  committed: (state: StoreState) => void;
  /** Called with a sealed logical export before a migration touches anything. */
  saveBeforeMigration: (made: {
    datasetId: string;
    fromSchema: number;
    toSchema: number;
    sealed: string;
  }) => Promise<unknown>;
  versions?: readonly StoreVersion[];
};

/**
 * Opens a store behind every guard of design §6, in this order: newer schema, logical
 * export before a migration, wholeness. Never makes an empty store where there was one,
 * and never deletes anything.
 *
 * @returns the store, or null when this data set has none yet
 * @throws IkuseiError storeNewer, storeDamaged, storeUnavailable, migrationFailed
 */
export async function openCheckedStore(options: OpenOptions): Promise<Store | null> {
  const versions = options.versions ?? storeVersions;
  const name = databaseNames[options.dataSet];
  const supported = versions.at(-1)?.version ?? 1;
  const stored = await readStoredVersion(name);
  guardVersion(stored, supported);
  if (stored === null) {
    if (options.sentinel === null) return null;
    throw new IkuseiError('storeDamaged', 'データベースのファイルがありません');
  }
  if (stored < supported) await exportBeforeMigration(name, stored, supported, options);
  const db = createDatabase(name, options.key, versions);
  try {
    await openDatabase(db, stored < supported);
    const finding = await inspectStore(db, options.sentinel).catch(unreadable);
    if (finding.state === 'refused') throw new IkuseiError(finding.name, finding.detail);
    if (finding.state === 'whole') {
      options.committed(finding.store);
      return createStore({ ...options, db });
    }
    db.close();
    return null;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Makes the first store of a data set and fills it, in one transaction: a kill leaves
 * either nothing or a whole store. Only after `openCheckedStore` said that there is none.
 */
export async function createNewStore(options: {
  dataSet: DataSet;
  key: Uint8Array;
  committed: (state: StoreState) => void;
  tables: readonly DataTableName[];
  fill: (writer: StoreWriter, store: Store) => Promise<void>;
}): Promise<Store> {
  const db = createDatabase(databaseNames[options.dataSet], options.key, storeVersions);
  await openDatabase(db, false);
  const store = createStore({ ...options, db });
  const initial: StoreState = {
    id: 'store',
    dataSet: options.dataSet,
    datasetId: store.newId(),
    schemaVersion: storeVersions.at(-1)?.version ?? 1,
    generation: 0,
    counts: { meta: 1 },
    createdAt: store.now(),
  };
  try {
    await writeStore(store, options.tables, (writer) => options.fill(writer, store), initial);
  } catch (error) {
    db.close();
    throw error;
  }
  return store;
}

function createStore({
  dataSet,
  db,
  key,
  committed,
}: Pick<Store, 'dataSet' | 'db' | 'key' | 'committed'>): Store {
  return {
    dataSet,
    db,
    key,
    newId: () => newId(Date.now(), randomBytes(10)),
    now: () => new Date().toISOString(),
    committed,
  };
}

/**
 * A second way into a store that is open and whole, for reading alone: the search worker's.
 * What the guards found holds for it too.
 *
 * @throws IkuseiError `storeUnavailable` where there is none: opening would make an empty one
 */
export async function openReader(dataSet: DataSet, key: Uint8Array): Promise<Store> {
  const stored = await readStoredVersion(databaseNames[dataSet]);
  if (stored !== storeVersions.at(-1)?.version) throw new IkuseiError('storeUnavailable');
  const db = createDatabase(databaseNames[dataSet], key, storeVersions);
  await openDatabase(db, false);
  return createStore({ dataSet, db, key, committed: () => {} });
}

/** Reading a store that opened is only refused by the browser when its files are bad. */
function unreadable(error: unknown): StoreFinding {
  const reason = error instanceof Error ? error.name : '';
  return { state: 'refused', name: 'storeDamaged', detail: `記録を読めません（種類：${reason}）` };
}

async function readStoredVersion(name: string): Promise<number | null> {
  try {
    return await storedSchemaVersion(name);
  } catch {
    throw new IkuseiError('storeDamaged', 'データベースのファイルを読めません');
  }
}

async function openDatabase(db: Dexie, migrating: boolean): Promise<void> {
  try {
    await db.open();
  } catch (error) {
    const reason = error instanceof Error ? error.name : '';
    throw new IkuseiError(migrating ? 'migrationFailed' : 'storeUnavailable', reason);
  }
}

async function exportBeforeMigration(
  name: string,
  from: number,
  to: number,
  options: OpenOptions,
): Promise<void> {
  const db = new Dexie(name);
  installSeal(db, options.key, randomBytes);
  try {
    await openDatabase(db, false);
    const finding = await inspectStore(db, options.sentinel);
    if (finding.state === 'refused') throw new IkuseiError(finding.name, finding.detail);
    if (finding.state === 'absent') return;
    await options.saveBeforeMigration({
      datasetId: finding.store.datasetId,
      fromSchema: from,
      toSchema: to,
      sealed: sealExport(options.key, await exportStore(db, from)),
    });
  } finally {
    db.close();
  }
}
