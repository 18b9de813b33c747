import '../../renderer/configure-zod';
import { parse } from 'papaparse';
import { tableOf } from '../../renderer/data/database';
import { createNewStore } from '../../renderer/data/open-store';
import { readAll } from '../../renderer/data/read-rows';
import { takeInRoster } from '../../renderer/data/roster-commands';
import type { Store } from '../../renderer/data/store';
import { readRosterFile } from '../../renderer/features/hr/read-roster-file';
import { encodeText } from '../../renderer/platform/encode-text';
import { policyTables } from '../../shared/domain/framework/policy-tables';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { csvOfRows, makeRosterRows } from './made-roster';
import { testFrameworkSet, testId, testNow } from './sheet-builders';

// Runs in the page: what is measured is what Chromium does.

const nobody = { people: [], frameworks: policyTables.frameworks };
const text = csvOfRows(makeRosterRows());
const bytes = encodeText(text, 'Shift_JIS');
const tables = ['staff', 'orgUnits', 'rosterImports'] as const;

/** From the bytes of a file in CP932 to people, their places, faults and differences. */
export function timeReading(): number {
  const start = performance.now();
  const { faults, people } = readRosterFile('名簿.csv', bytes, nobody);
  const time = performance.now() - start;
  if (faults.length > 0 || people.length === 0) throw new Error('the roster was not read');
  return time;
}

export function timePapaparse(): number {
  const start = performance.now();
  const { data } = parse<string[]>(text, { delimiter: ',', preview: 0 });
  const time = performance.now() - start;
  if (data.length < nobody.people.length) throw new Error('the table was not read');
  return time;
}

/** From the people to a store that has them on disk. */
export async function timeTakingIn(): Promise<number> {
  const { people } = readRosterFile('名簿.csv', bytes, nobody);
  return inNewStore((store) => timeOf(() => takeIn(store, people)));
}

/** The same rows put into the same sealed tables, and nothing else. */
export async function timeBulkPut(): Promise<number> {
  const { people } = readRosterFile('名簿.csv', bytes, nobody);
  const rows = await inNewStore(async (store) => {
    await takeIn(store, people);
    return Promise.all(tables.map((table) => readAll(store, table)));
  });
  return inNewStore((store) =>
    timeOf(() =>
      store.db.transaction('rw', [...tables], async () => {
        for (const [index, table] of tables.entries()) {
          await tableOf(store.db, table).bulkPut(rows[index] ?? []);
        }
      }),
    ),
  );
}

async function takeIn(store: Store, people: Parameters<typeof takeInRoster>[1]['people']) {
  const { signal } = new AbortController();
  await takeInRoster(store, { name: '名簿.csv', people }, { onProgress: () => {}, signal });
}

async function timeOf(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A sealed store of 職員課 without people, which is gone afterwards. */
async function inNewStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await createNewStore({
    dataSet: 'sample',
    key: new Uint8Array(32).fill(1),
    committed: () => {},
    tables: ['frameworkSets'],
    fill: async (writer) => {
      await writer.insert('frameworkSets', [testFrameworkSet()]);
      await writer.putMeta({
        id: 'identity',
        schemaVersion: SCHEMA_VERSION,
        updatedAt: testNow,
        updatedBy: testId(1),
        staffId: testId(1),
        rights: ['employee', 'hr'],
      });
    },
  });
  try {
    return await work(store);
  } finally {
    await store.db.delete();
  }
}
