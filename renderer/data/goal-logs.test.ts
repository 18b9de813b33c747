import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Stage, stages } from '../../shared/domain/sheet/sheet';
import {
  testForm,
  testFrameworkSet,
  testId,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { actAs } from './commands';
import { addGoalLog, changeGoalLog } from './goal-log-commands';
import { loadGoalLogs } from './goal-log-queries';
import type { Store } from './store';
import { writeStore } from './write-store';

const sheetId = testId(5);
let store: Store;

beforeEach(async () => {
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [10, 11, 12, 13].map((number) => testStaff(number)),
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [testForm()],
      sheets: [{ ...testSheet(), stage: 'goalSetting' }],
    },
    identity: { staffId: testId(10), rights: ['employee'] },
  });
});
afterEach(() => store.db.delete());

async function bringTo(stage: Stage): Promise<void> {
  await writeStore(store, ['sheets'], (writer) =>
    writer.replace('sheets', [{ ...testSheet(), stage }]),
  );
}

async function add(text: string, today: string): Promise<string> {
  const { id } = await addGoalLog(store, { sheetId, partId: 'goal/1', today });
  await changeGoalLog(store, id, { text, tags: ['citizens'] });
  return id;
}

it('keeps the records of a goal by their day, and one that is taken off for its writer', async () => {
  await add('後のこと', '2026-11-05');
  const gone = await add('先のこと', '2026-05-01');
  await changeGoalLog(store, gone, { removed: true });
  const { logs, writable } = await loadGoalLogs(store, sheetId);
  expect(writable).toBe(true);
  expect(logs.map(({ text, removed }) => [text, removed])).toEqual([
    ['先のこと', true],
    ['後のこと', false],
  ]);
  await changeGoalLog(store, gone, { removed: false });
  expect((await loadGoalLogs(store, sheetId)).logs[0]).toMatchObject({
    text: '先のこと',
    tags: ['citizens'],
    removed: false,
  });
});

it('gives them to evaluators once the goals are handed in, and never to others', async () => {
  const id = await add('窓口で聞いた声', '2026-05-01');
  const gone = await add('取り除いた声', '2026-05-02');
  await changeGoalLog(store, gone, { removed: true });
  for (const stage of stages) {
    await bringTo(stage);
    for (const reader of [11, 12, 13]) {
      await actAs(store, testId(reader));
      const said = JSON.stringify((await loadGoalLogs(store, sheetId)).logs);
      const mayRead = reader !== 13 && stage !== 'goalSetting';
      expect(said.includes('窓口で聞いた声'), `${reader} at ${stage}`).toBe(mayRead);
      expect(said, `${reader} at ${stage}`).not.toContain('取り除いた声');
      await expect(changeGoalLog(store, id, { text: '書き換え' })).rejects.toMatchObject({
        errorName: 'notYours',
      });
    }
  }
});

it('is written until the result is handed in', async () => {
  const written: Stage[] = [];
  for (const stage of stages) {
    await bringTo(stage);
    const attempt = addGoalLog(store, { sheetId, partId: 'goal/1', today: '2026-05-01' });
    if (await attempt.then(() => true).catch(() => false)) written.push(stage);
  }
  expect(written).toEqual(['goalSetting', 'goalAgreement', 'inProgress', 'selfEvaluation']);
});
