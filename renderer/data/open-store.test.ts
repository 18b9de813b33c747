import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { Sentinel, StoreState } from '../../shared/domain/store/meta';
import { damagedRows } from './damaged-rows';
import { tableOf } from './database';
import { hasNoRows } from './open-guard';
import { createNewStore, type OpenOptions, openCheckedStore } from './open-store';
import { readAll } from './read-rows';
import { clearProperties, databaseNames, type StoreVersion, storeVersions } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const key = new Uint8Array(32).fill(3);
const unit = (id: string, name: string): OrgUnit => ({
  id,
  schemaVersion: 1,
  updatedAt: '2026-04-01T00:00:00.000Z',
  updatedBy: '018f0000-0000-7000-8000-000000000001',
  name,
  kind: 'section',
  parentId: null,
  order: 1,
});
const ids = ['a', 'b', 'c'].map((letter) => `018f0000-0000-7000-8000-00000000000${letter}`);
const units = ids.map((id, index) => unit(id, `係${index}`));

let states: StoreState[] = [];

function options(change: Partial<OpenOptions> = {}): OpenOptions {
  return {
    dataSet: 'real',
    key,
    sentinel: null,
    committed: (state) => states.push(state),
    saveBeforeMigration: async () => {},
    ...change,
  };
}

async function found(): Promise<Store> {
  return createNewStore({
    dataSet: 'real',
    key,
    committed: (state) => states.push(state),
    tables: ['orgUnits'],
    fill: (writer) => writer.insert('orgUnits', units),
  });
}

function sentinelOf(state: StoreState | undefined, change: Partial<Sentinel> = {}): Sentinel {
  if (state === undefined) throw new Error('nothing committed');
  const { datasetId, schemaVersion, generation, counts } = state;
  return { datasetId, schemaVersion, generation, counts, savedAt: state.createdAt, ...change };
}

async function refusal(change: Partial<OpenOptions>): Promise<string> {
  try {
    const store = await openCheckedStore(options(change));
    store?.db.close();
    return 'opened';
  } catch (error) {
    return error instanceof IkuseiError ? error.errorName : String(error);
  }
}

/** The store's files as an outsider changes them: raw IndexedDB, no Dexie, no seal. */
async function tamper(table: string, work: (store: IDBObjectStore) => void): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseNames.real);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve) => {
    const transaction = db.transaction(table, 'readwrite');
    work(transaction.objectStore(table));
    transaction.oncomplete = () => resolve();
  });
  db.close();
}

beforeEach(async () => {
  states = [];
  await Dexie.delete(databaseNames.real);
});

describe('opening a store', () => {
  it('says there is none on a new PC, and makes none', async () => {
    expect(await openCheckedStore(options())).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('opens what was founded, with the rows and the counts', async () => {
    (await found()).db.close();
    const store = await openCheckedStore(options({ sentinel: sentinelOf(states.at(-1)) }));
    expect(store && (await readAll(store, 'orgUnits'))).toEqual(units);
    expect(states.at(-1)?.counts).toEqual({ meta: 1, orgUnits: 3 });
    store?.db.close();
  });

  it('keeps counting: generation and rows follow every transaction', async () => {
    const store = await found();
    const extra = unit('018f0000-0000-7000-8000-00000000000d', '増えた係');
    await writeStore(store, ['orgUnits'], (writer) => writer.insert('orgUnits', [extra]));
    await writeStore(store, ['orgUnits'], (writer) =>
      writer.replace('orgUnits', [{ ...extra, name: '直した係' }]),
    );
    await writeStore(store, ['orgUnits'], async () => {});
    expect(states.map((state) => [state.generation, state.counts['orgUnits']])).toEqual([
      [1, 3],
      [2, 4],
      [3, 4],
    ]);
    store.db.close();
  });

  it('writes all or nothing', async () => {
    const store = await found();
    const extra = unit('018f0000-0000-7000-8000-00000000000d', '増えた係');
    await expect(
      writeStore(store, ['orgUnits'], async (writer) => {
        await writer.insert('orgUnits', [extra]);
        throw new IkuseiError('badRequest');
      }),
    ).rejects.toThrow(IkuseiError);
    expect(await readAll(store, 'orgUnits')).toEqual(units);
    expect(states).toHaveLength(1);
    store.db.close();
  });

  it('refuses what it could not read again', async () => {
    const store = await found();
    const long = { ...unit(ids[0] ?? '', 'あ'.repeat(1_001)) };
    await expect(
      writeStore(store, ['orgUnits'], (writer) => writer.replace('orgUnits', [long])),
    ).rejects.toMatchObject({ errorName: 'contentRefused', detail: '項目：name' });
    expect(await readAll(store, 'orgUnits')).toEqual(units);
    store.db.close();
  });

  it('is never founded over one that is there', async () => {
    (await found()).db.close();
    await expect(found()).rejects.toMatchObject({ errorName: 'storeDamaged' });
    expect(await hasNoRows(databaseNames.real)).toBe(false);
    const store = await openCheckedStore(options({ sentinel: sentinelOf(states[0]) }));
    expect(store && (await readAll(store, 'orgUnits'))).toEqual(units);
    store?.db.close();
  });

  it('refuses a store that is emptier, older or another than the sentinel says', async () => {
    (await found()).db.close();
    const sentinel = sentinelOf(states.at(-1));
    const other = '018f0000-0000-7000-8000-0000000000ff';
    expect(await refusal({ sentinel })).toBe('opened');
    expect(await refusal({ sentinel: { ...sentinel, generation: 2 } })).toBe('storeDamaged');
    expect(await refusal({ sentinel: { ...sentinel, datasetId: other } })).toBe('storeDamaged');
    await tamper('orgUnits', (store) => store.delete(ids[0] ?? ''));
    expect(await refusal({ sentinel })).toBe('storeDamaged');
    expect(await refusal({ sentinel: null })).toBe('storeDamaged');
    await tamper('meta', (store) => store.clear());
    expect(await refusal({ sentinel })).toBe('storeDamaged');
    await Dexie.delete(databaseNames.real);
    expect(await refusal({ sentinel })).toBe('storeDamaged');
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('refuses a store whose state row another key sealed', async () => {
    (await found()).db.close();
    expect(await refusal({ key: new Uint8Array(32).fill(4) })).toBe('storeDamaged');
  });

  it('announces a row that cannot be read, keeps it, and reads the others', async () => {
    (await found()).db.close();
    const [first = ''] = ids;
    await tamper('orgUnits', (store) =>
      store.put({ id: first, v: 1, n: new Uint8Array(24), c: new Uint8Array(40) }),
    );
    const store = await openCheckedStore(options());
    if (store === null) throw new Error('not opened');
    expect(await readAll(store, 'orgUnits')).toEqual(units.slice(1));
    expect(damagedRows('real')).toContain(`orgUnits/${first}`);
    expect(await tableOf(store.db, 'orgUnits').count()).toBe(3);
    store.db.close();
  });
});

const present = storeVersions.at(-1)?.version ?? 1;
const following = present + 1;

const nextVersion: StoreVersion = {
  version: following,
  stores: { ...storeVersions.at(-1)?.stores, orgUnits: 'id, kind' },
  migration: {
    to: following,
    record: (table, record) =>
      table === 'orgUnits' ? { ...record, shortName: String(record['name']).slice(0, 1) } : record,
  },
};

describe('a newer schema', () => {
  const versions = [...storeVersions, nextVersion];

  it('exports before it migrates, rewrites every row and fills the new index', async () => {
    (await found()).db.close();
    const sentinel = sentinelOf(states.at(-1));
    const exported: string[] = [];
    const store = await openCheckedStore(
      options({
        sentinel,
        versions,
        saveBeforeMigration: async (made) => exported.push(`${made.fromSchema}→${made.toSchema}`),
      }),
    );
    if (store === null) throw new Error('not opened');
    expect(exported).toEqual([`${present}→${following}`]);
    const rows = (await readAll(store, 'orgUnits')).map((row) => row['shortName']);
    expect(rows).toEqual(['係', '係', '係']);
    expect(await tableOf(store.db, 'orgUnits').where('kind').equals('section').count()).toBe(3);
    store.db.close();
    expect(await refusal({ sentinel, versions })).toBe('opened');
  });

  it('rewrites tables of many chunks, drops rows and keeps the counts true', async () => {
    const store = await found();
    const many = Array.from({ length: 1_000 }, (_, index) =>
      unit(`018f0000-0000-7000-8000-1${String(index).padStart(11, '0')}`, `係${index}`),
    );
    await writeStore(store, ['orgUnits'], (writer) => writer.insert('orgUnits', many));
    store.db.close();
    const dropping: StoreVersion = {
      ...nextVersion,
      migration: {
        to: following,
        record: (table, record) =>
          table === 'orgUnits' && record['id'] === ids[0] ? null : { ...record, seen: true },
      },
    };
    const versions = [...storeVersions, dropping];
    const migrated = await openCheckedStore(
      options({ versions, sentinel: sentinelOf(states.at(-1)) }),
    );
    if (migrated === null) throw new Error('not opened');
    const rows = await readAll(migrated, 'orgUnits');
    expect(rows).toHaveLength(1_002);
    expect(rows.every((row) => row['seen'] === true)).toBe(true);
    expect(states.at(-1)).toMatchObject({ schemaVersion: following, counts: { orgUnits: 1_002 } });
    migrated.db.close();
    expect(await refusal({ versions, sentinel: sentinelOf(states.at(-1)) })).toBe('opened');
  });

  it('leaves a row that cannot be read as it is, and migrates the others', async () => {
    (await found()).db.close();
    const junk = { id: ids[0] ?? '', v: 1, n: new Uint8Array(24), c: new Uint8Array(40) };
    await tamper('orgUnits', (store) => store.put(junk));
    const store = await openCheckedStore(options({ versions }));
    if (store === null) throw new Error('not opened');
    const names = (await readAll(store, 'orgUnits')).map((row) => row['shortName']);
    expect(names).toEqual(['係', '係']);
    expect(await tableOf(store.db, 'orgUnits').count()).toBe(3);
    store.db.close();
  });

  it('is refused by this build, which leaves it as it is', async () => {
    (await found()).db.close();
    (await openCheckedStore(options({ versions })))?.db.close();
    expect(await refusal({})).toBe('storeNewer');
    expect((await indexedDB.databases())[0]?.version).toBe(following * 10);
  });

  it('leaves the old data whole when a migration or its export fails', async () => {
    (await found()).db.close();
    const failing: StoreVersion = {
      ...nextVersion,
      migration: {
        to: following,
        record: () => {
          throw new Error('bad step');
        },
      },
    };
    expect(await refusal({ versions: [...storeVersions, failing] })).toBe('migrationFailed');
    expect(
      await refusal({
        versions,
        saveBeforeMigration: async () => {
          throw new IkuseiError('diskFull');
        },
      }),
    ).toBe('diskFull');
    const store = await openCheckedStore(options());
    expect(store && (await readAll(store, 'orgUnits'))).toEqual(units);
    store?.db.close();
  });
});

describe('the frozen schema', () => {
  it('has exactly these clear properties in each version, none of them personal', () => {
    const clearOf = ({ stores }: StoreVersion) =>
      Object.fromEntries(
        Object.entries(stores).map(([table, text]) => [table, clearProperties(text)]),
      );
    const first = {
      meta: ['id'],
      orgUnits: ['id'],
      staff: ['id'],
      periods: ['id', 'fiscalYear'],
      frameworkSets: ['id'],
      forms: ['id', 'periodId'],
      sheets: ['id', 'periodId', 'staffId'],
      sheetEntries: ['id', 'sheetId', 'partId', 'author'],
    };
    expect(storeVersions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    const second = { ...first, undoSteps: ['id', 'sheetId', 'staffId'] };
    const third = { ...second, rosterImports: ['id'] };
    const fourth = {
      ...third,
      sheetEvents: ['id', 'sheetId'],
      columnVersions: ['id', 'sheetId'],
      interviews: ['id', 'sheetId'],
      goalLogs: ['id', 'sheetId'],
      unitGoals: ['id', 'periodId'],
      conductNotes: ['id', 'writerId'],
      evaluatorAssignments: ['id', 'staffId'],
      formPlans: ['id', 'periodId'],
      officeSettings: ['id'],
      appeals: ['id', 'sheetId'],
    };
    const fifth = {
      ...fourth,
      careerPlans: ['id', 'staffId'],
      careerNotes: ['id', 'subjectId'],
      placementRequests: ['id', 'staffId'],
      posts: ['id', 'staffId'],
      staffingNeeds: ['id', 'orgUnitId'],
      destructionRecords: ['id'],
      talkCircles: ['id'],
      talks: ['id', 'circleId'],
      talkNotes: ['id', 'talkId'],
      talkTopics: ['id', 'talkId'],
      talkActions: ['id', 'circleId'],
      talkMemos: ['id', 'talkId'],
      talkReflections: ['id', 'talkId'],
      talkSettings: ['id'],
      trainingCalls: ['id'],
      trainingPlanImports: ['id'],
      trainingApplications: ['id', 'callId', 'staffId'],
      trainingRecords: ['id', 'staffId'],
      trainingFiles: ['id', 'recordId'],
      ojtPlans: ['id', 'staffId'],
      handDowns: ['id', 'giverId'],
    };
    expect(storeVersions.map(clearOf)).toEqual([first, second, third, fourth, fifth]);
  });

  it('has a native version that is a multiple of ten', async () => {
    (await found()).db.close();
    expect(await indexedDB.databases()).toEqual([
      { name: databaseNames.real, version: present * 10 },
    ]);
  });
});
