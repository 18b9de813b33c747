import { Dexie } from 'dexie';
import { base64ToBytes, bytesToBase64 } from '../../renderer/data/base64';
import { tableOf } from '../../renderer/data/database';
import { exportStore, type LogicalExport } from '../../renderer/data/logical-export';
import { databaseNames, storeVersions } from '../../renderer/data/schema';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import type { SheetEntry } from '../../shared/domain/sheet/sheet';
import { recordChange } from '../../shared/domain/sheet/undo-history';
import type { UndoStep } from '../../shared/domain/sheet/undo-step';
import { makeTestStore } from '../support/test-store';

/** The key of every fixture. It guards nothing but fictional people. */
export const FIXTURE_KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

/** A store as the browser keeps it: raw rows, raw stores and indexes, no Dexie. */
export type SealedStore = {
  database: string;
  nativeVersion: number;
  stores: {
    name: string;
    keyPath: string;
    indexes: { name: string; keyPath: string | string[]; unique: boolean }[];
    /** Bytes as `{ "base64": … }`, everything else as it is. */
    rows: Record<string, unknown>[];
  }[];
};

/**
 * Makes the content of a fixture of the present schema: one sheet of the 見本 office with
 * everything it points at, in a real store. Called once per shipped schema; the files are
 * never written again.
 */
export async function makeStoreFixture(): Promise<{ logical: LogicalExport; sealed: SealedStore }> {
  const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
  const sheet = office.sheets.find(({ stage }) => stage === 'completed');
  if (sheet === undefined) throw new Error('the sample office has no completed sheet');
  const rows = {
    orgUnits: office.orgUnits,
    staff: office.staff.slice(0, 12),
    periods: office.periods,
    frameworkSets: office.frameworkSets,
    forms: office.forms.filter(({ id }) => id === sheet.formId),
    sheets: [sheet],
    sheetEntries: office.sheetEntries.filter(({ sheetId }) => sheetId === sheet.id),
    undoSteps: undoStepsOf(office.sheetEntries.filter(({ sheetId }) => sheetId === sheet.id)),
  };
  const { staffId, updatedAt } = sheet;
  const store = await makeTestStore({
    dataSet: 'real',
    key: FIXTURE_KEY,
    rows,
    identity: { staffId, rights: ['employee', 'hr'], updatedAt },
  });
  const logical = await exportStore(store.db, storeVersions.at(-1)?.version ?? 1);
  store.db.close();
  return { logical, sealed: await readRawStore(databaseNames.real) };
}

/** The person's own column as if she had just written it, the last step undone. */
function undoStepsOf(entries: readonly SheetEntry[]): UndoStep[] {
  const own = entries.filter(({ author }) => author === 'employee');
  return own.flatMap((after, index): UndoStep[] => {
    const { id, updatedBy: staffId, updatedAt: now } = after;
    const end = { lastDone: null, undone: [] };
    const { added } = recordChange(end, { before: null, after, staffId, id, now });
    return added === null ? [] : [{ ...added, undone: index === own.length - 1 }];
  });
}

export async function readRawStore(database: string): Promise<SealedStore> {
  const db = await openRaw(database);
  const stores: SealedStore['stores'] = [];
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const rows = await settled<Record<string, unknown>[]>(store.getAll());
    stores.push({
      name,
      keyPath: String(store.keyPath),
      indexes: [...store.indexNames].map((indexName) => {
        const { keyPath, unique } = store.index(indexName);
        return { name: indexName, keyPath, unique };
      }),
      rows: rows.map((row) => mapValues(row, encodeBytes)),
    });
  }
  const result = { database, nativeVersion: db.version, stores };
  db.close();
  return result;
}

/** Puts a raw store into this browser, replacing one of the same name. */
export async function writeRawStore(raw: SealedStore): Promise<void> {
  await Dexie.delete(raw.database);
  const request = indexedDB.open(raw.database, raw.nativeVersion);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of raw.stores) {
      const store = request.result.createObjectStore(name, { keyPath });
      for (const index of indexes) {
        store.createIndex(index.name, index.keyPath, { unique: index.unique });
      }
      for (const row of rows) store.put(mapValues(row, decodeBytes));
    }
  };
  (await settled(request)).close();
}

/** How many entries an index has, counted by the browser itself. */
export async function countIndexEntries(
  database: string,
  table: string,
  index: string,
): Promise<number> {
  const db = await openRaw(database);
  const count = await settled(db.transaction(table).objectStore(table).index(index).count());
  db.close();
  return count;
}

/** Every readable row of a table of an open store. */
export async function plainRows(db: Dexie, table: string): Promise<unknown[]> {
  return tableOf(db, table as Parameters<typeof tableOf>[1]).toArray();
}

function openRaw(database: string): Promise<IDBDatabase> {
  return settled(indexedDB.open(database));
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function mapValues(
  row: Record<string, unknown>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]));
}

function encodeBytes(value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: bytesToBase64(value) } : value;
}

function decodeBytes(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'base64' in value
    ? base64ToBytes(String(value.base64))
    : value;
}
