import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultOfficeSettings } from '../../shared/domain/office/office-settings';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import {
  testFrameworkSet,
  testId,
  testNow,
  testOrgUnits,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { loadCareerStanding } from './career-plan-queries';
import { saveNeed, startNeed } from './need-commands';
import { listNeeds, loadOwnNeeds } from './need-queries';
import { handIn, saveRequest, startRequest } from './placement-commands';
import { databaseNames } from './schema';
import type { Store } from './store';

const today = '2026-11-25';
const alone = { firstEvaluatorId: null, secondEvaluatorId: null };
const unit = { schemaVersion: SCHEMA_VERSION, updatedAt: testNow, updatedBy: testId(1) };
let store: Store;

beforeEach(async () => {
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: [
        ...testOrgUnits,
        { ...unit, id: testId(30), name: '職員課', kind: 'division', parentId: null, order: 9 },
      ],
      staff: [
        testStaff(10),
        testStaff(11, { ...alone, name: '相川 直美' }),
        // Of 職員課 herself: her request is for the named handler alone.
        testStaff(40, { ...alone, number: '1', name: '職員課の人', orgUnitId: testId(30) }),
        testStaff(41, { ...alone, number: '2', name: '職員課の同僚', orgUnitId: testId(30) }),
      ],
      frameworkSets: [testFrameworkSet()],
      officeSettings: [
        {
          ...defaultOfficeSettings({ now: testNow, by: testId(1) }),
          ownUnitId: testId(30),
          ownHandlerId: testId(41),
        },
      ],
    },
    identity: { staffId: testId(11), rights: ['employee'] },
  });
});

afterEach(async () => {
  store.db.close();
  await Dexie.delete(databaseNames.sample);
});

async function as(number: number, ...rights: string[]): Promise<void> {
  const row = await store.db.table('meta').get('identity');
  await store.db
    .table('meta')
    .put({ ...row, staffId: testId(number), rights: ['employee', ...rights] });
}

/** 相川 asks for somebody of 税 in 市民係. */
async function need(): Promise<void> {
  await startNeed(store, { orgUnitId: testId(22), fiscalYear: 2026 });
  const [own] = (await loadOwnNeeds(store, today)).needs;
  const change = { needId: own?.need.id ?? '', writerId: testId(11) };
  await saveNeed(store, { ...change, patch: { fields: ['tax'], work: '窓口の改善' } });
  await saveNeed(store, { ...change, patch: { state: 'handedIn' } });
}

async function wishOf(number: number): Promise<void> {
  await as(number);
  const { id: requestId } = await startRequest(store, 2026);
  const wishes = [{ unitId: testId(22), field: null, words: '', reason: '' }];
  await saveRequest(store, { requestId, writerId: testId(number), patch: { wishes } });
  await handIn(store, requestId);
}

describe('キャリア人材配置要求調査', () => {
  it('is written by the head of a unit, and read by 職員課 once it is handed in', async () => {
    await need();
    expect((await loadCareerStanding(store, today)).heads).toBe(true);
    const [own] = (await loadOwnNeeds(store, today)).needs;
    expect(own).toMatchObject({ unitName: '市民部 市民課 市民係', need: { state: 'handedIn' } });
    await as(41, 'hr');
    expect(await listNeeds(store, today)).toMatchObject([{ unitName: '市民部 市民課 市民係' }]);
    // 職員課 has no unit to speak for by its rights alone.
    await expect(
      startNeed(store, { orgUnitId: testId(22), fiscalYear: 2026 }),
    ).rejects.toMatchObject({ errorName: 'notYours' });
    await as(10);
    expect((await loadOwnNeeds(store, today)).needs).toEqual([]);
    await expect(listNeeds(store, today)).rejects.toMatchObject({ errorName: 'notYours' });
    await expect(
      saveNeed(store, { needId: own?.need.id ?? '', writerId: testId(10), patch: { work: '' } }),
    ).rejects.toMatchObject({ errorName: 'notYours' });
  });

  it('says why each person appears, by sealed wishes only to whoever handles them', async () => {
    await need();
    await wishOf(40);
    await as(41, 'hr');
    expect((await listNeeds(store, today))[0]?.people).toMatchObject([
      { person: { name: '職員課の人' }, reasons: [{ kind: 'wish', text: '第1希望がこの所属' }] },
    ]);
    // Whoever of 職員課 does not handle that request learns of no wish.
    await store.db.table('staff').update(testId(10), { orgUnitId: testId(30) });
    await as(10, 'hr');
    expect((await listNeeds(store, today))[0]?.people).toEqual([]);
    // The head who asked learns nothing of who would like to come.
    await as(11);
    expect(JSON.stringify(await loadOwnNeeds(store, today))).not.toContain('職員課の人');
  });
});
