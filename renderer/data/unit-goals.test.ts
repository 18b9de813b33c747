import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnVersion } from '../../shared/domain/sheet/column-version';
import {
  testEntry,
  testForm,
  testFrameworkSet,
  testGoal,
  testId,
  testNow,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { actAs } from './commands';
import { loadGoalFacts } from './queries';
import type { Store } from './store';
import { addUnitGoal, changeUnitGoal, moveUnitGoal } from './unit-goal-commands';
import { loadUnitGoals } from './unit-goal-queries';

const periodId = testPeriod.id;
const section = testId(22);
let store: Store;

/** 𠮷田 (10) and her 係長 (11) of 市民係, the 課長 (12) of 市民課, somebody else (13) of 市民部. */
beforeEach(async () => {
  const agreed: ColumnVersion = {
    id: testId(700),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(10),
    sheetId: testId(5),
    author: 'employee',
    stage: 'goalSetting',
    stageRevision: 1,
    entries: [
      testEntry('goal/1', 'employee', { goal: testGoal({ content: '合意の文' }), text: '秘密' }),
    ],
  };
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [
        testStaff(10),
        testStaff(11, { firstEvaluatorId: testId(12), secondEvaluatorId: null }),
        testStaff(12, {
          orgUnitId: testId(21),
          firstEvaluatorId: null,
          secondEvaluatorId: null,
        }),
        testStaff(13, {
          orgUnitId: testId(20),
          firstEvaluatorId: null,
          secondEvaluatorId: null,
        }),
      ],
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [testForm()],
      sheets: [{ ...testSheet(), stage: 'inProgress' }],
      columnVersions: [agreed],
    },
    identity: { staffId: testId(11), rights: ['employee'] },
  });
});
afterEach(() => store.db.delete());

const contentsOf = async () =>
  (await loadUnitGoals(store, periodId)).map(({ name, writable, goals }) => ({
    name,
    writable,
    goals: goals.map(({ content }) => content),
  }));

async function add(content: string): Promise<string> {
  const { id } = await addUnitGoal(store, { periodId, orgUnitId: section });
  await changeUnitGoal(store, id, { content });
  return id;
}

describe('the goals of a unit', () => {
  it('are entered, ordered, taken off and brought back by its head', async () => {
    const first = await add('待ち時間の短縮');
    const second = await add('誤交付ゼロ');
    await moveUnitGoal(store, second, -1);
    await moveUnitGoal(store, second, -1);
    const section = async () => (await contentsOf())[0]?.goals;
    expect(await section()).toEqual(['誤交付ゼロ', '待ち時間の短縮']);
    await changeUnitGoal(store, first, { removed: true });
    expect((await loadGoalFacts(store, testId(5))).unitGoals).toMatchObject([
      { content: '誤交付ゼロ', removed: false },
      { content: '待ち時間の短縮', removed: true },
    ]);
    await changeUnitGoal(store, first, { removed: false });
    expect(await section()).toHaveLength(2);
  });

  it('are read by her people, who change none of them', async () => {
    const kept = await add('誤交付ゼロ');
    const gone = await add('取り下げた目標');
    await changeUnitGoal(store, gone, { removed: true });
    await actAs(store, testId(10));
    expect(await contentsOf()).toEqual([
      { name: '市民部 市民課 市民係', writable: false, goals: ['誤交付ゼロ'] },
      { name: '市民部 市民課', writable: false, goals: [] },
      { name: '市民部', writable: false, goals: [] },
    ]);
    for (const attempt of [
      () => addUnitGoal(store, { periodId, orgUnitId: section }),
      () => changeUnitGoal(store, kept, { content: '書き換え' }),
      () => moveUnitGoal(store, kept, 1),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ errorName: 'notYours' });
    }
  });

  it('of a unit below are not for those of a unit beside or above who head none', async () => {
    await add('誤交付ゼロ');
    await actAs(store, testId(13));
    expect(await contentsOf()).toEqual([{ name: '市民部', writable: false, goals: [] }]);
  });
});

describe('the goals as they were agreed', () => {
  it('are there for the person and her evaluators, without the draft of the result', async () => {
    for (const reader of [10, 11, 12]) {
      await actAs(store, testId(reader));
      const facts = JSON.stringify(await loadGoalFacts(store, testId(5)));
      expect(facts).toContain('合意の文');
      expect(facts).not.toContain('秘密');
    }
  });

  it('are not there for anybody else, nor what her unit wants', async () => {
    await add('誤交付ゼロ');
    await actAs(store, testId(13));
    expect(await loadGoalFacts(store, testId(5))).toEqual({ agreed: null, unitGoals: [] });
  });
});
