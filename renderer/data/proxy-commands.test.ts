import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import type { Right } from '../../shared/domain/store/meta';
import {
  testEntry,
  testForm,
  testFrameworkSet,
  testGoal,
  testId,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { addGoals, saveEntry } from './commands';
import { addGoalLog } from './goal-log-commands';
import { decideProxy } from './proxy-commands';
import { loadSheetView } from './queries';
import { moveSheet } from './stage-commands';
import type { Store } from './store';
import { turnHistory } from './undo-commands';
import { writeStore } from './write-store';

const form = testForm();
const sheetId = testId(5);
const item = `item/${form.framework.items[0]?.id ?? ''}` as const;
const [employee, first, hr] = [testId(10), testId(11), testId(13)];
let store: Store;

beforeEach(async () => {
  store = await makeTestStore({
    dataSet: 'real',
    rows: {
      orgUnits: testOrgUnits,
      staff: [
        testStaff(10),
        testStaff(11, { number: '11', name: '相川 直美' }),
        testStaff(13, { number: '13', name: '森 翼' }),
      ],
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [form],
      sheets: [testSheet(form)],
      sheetEntries: [
        testEntry(item, 'employee', { text: '本人の下書き' }),
        testEntry(item, 'first', { text: '一次の下書き' }),
      ],
    },
    identity: { staffId: hr, rights: ['employee', 'hr'] },
  });
});

afterEach(() => store.db.delete());

async function as<Result>(staffId: string, work: () => Promise<Result>): Promise<Result> {
  const rights: Right[] = staffId === hr ? ['employee', 'hr'] : ['employee'];
  await writeStore(store, [], (writer) =>
    writer.putMeta({
      id: 'identity',
      schemaVersion: 5,
      updatedAt: store.now(),
      updatedBy: staffId,
      staffId,
      rights,
    }),
  );
  return work();
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof IkuseiError ? error.errorName : String(error);
  }
}

const allow = (typist: 'hr' | 'first' | null, reason = '職場にPCがない') =>
  as(hr, () => decideProxy(store, { sheetId, typist, reason }));
const write = (text: string) =>
  saveEntry(store, { sheetId, partId: item, author: 'employee', patch: { text } });
const seen = async (staffId: string) =>
  JSON.stringify(await as(staffId, () => loadSheetView(store, sheetId)));

it('lets 職員課 type in for a person only once it is decided, with a reason', async () => {
  expect(await refusalOf(as(hr, () => write('紙から')))).toBe('notYours');
  expect(await refusalOf(allow('hr', ' '))).toBe('reasonMissing');
  expect(
    await refusalOf(
      as(first, () => decideProxy(store, { sheetId, typist: 'first', reason: '私が' })),
    ),
  ).toBe('notYours');
  await allow('hr');
  expect((await as(hr, () => write('紙から'))).updatedBy).toBe(hr);
  expect(await refusalOf(as(first, () => write('一次が勝手に')))).toBe('notYours');
});

it('shows the typist the person’s own column, and nobody else’s', async () => {
  expect(await seen(hr)).not.toContain('本人の下書き');
  await allow('hr');
  expect(await seen(hr)).toContain('本人の下書き');
  expect(await seen(hr)).not.toContain('一次の下書き');
  await allow('first');
  expect(await seen(hr)).not.toContain('本人の下書き');
  expect(await seen(first)).toContain('本人の下書き');
});

it('keeps who typed and when, and leaves the person her own rights', async () => {
  await allow('first');
  await as(first, () => addGoals(store, sheetId, [testGoal(), testGoal({ content: '二つ目' })]));
  const view = await as(employee, () => loadSheetView(store, sheetId));
  expect(view.sheet.proxy?.typings.map(({ name }) => name)).toEqual(['相川 直美']);
  expect((await as(employee, () => write('自分で直した'))).updatedBy).toBe(employee);
  const again = await as(employee, () => loadSheetView(store, sheetId));
  expect(again.sheet.proxy?.typings).toHaveLength(1);
});

it('notes who typed a step of a goal’s log for the person', async () => {
  await allow('first');
  const step = { sheetId, partId: 'goal/1', today: '2026-06-01' } as const;
  expect(await refusalOf(as(hr, () => addGoalLog(store, step)))).toBe('notYours');
  await as(first, () => addGoalLog(store, step));
  const { sheet } = await as(employee, () => loadSheetView(store, sheetId));
  expect(sheet.proxy?.typings.map(({ name }) => name)).toEqual(['相川 直美']);
});

it('undoes what the typist did, and not what the person did', async () => {
  await allow('hr');
  await as(hr, () => write('紙から'));
  expect(await as(employee, () => turnHistory(store, sheetId, 'undo'))).toEqual({
    outcome: 'nothing',
  });
  const undone = await as(hr, () => turnHistory(store, sheetId, 'undo'));
  expect(undone).toMatchObject({ outcome: 'done', entry: { text: '本人の下書き' } });
});

it('hands in for the person, and the history names both', async () => {
  await allow('hr');
  await as(hr, () => addGoals(store, sheetId, [testGoal()]));
  const move = { sheetId, action: 'handInGoals', reason: '', today: '2026-05-01' } as const;
  expect(await refusalOf(as(first, () => moveSheet(store, move)))).toBe('moveRefused');
  await as(hr, () => moveSheet(store, move));
  const { events, sheet } = await as(employee, () => loadSheetView(store, sheetId));
  expect(sheet.stage).toBe('goalAgreement');
  expect(
    events.map(({ action, byName, forName, reason }) => [action, byName, forName, reason]),
  ).toEqual([
    ['allowProxy', '森 翼', undefined, '職場にPCがない'],
    ['handInGoals', '森 翼', '𠮷田 美咲', ''],
  ]);
  // Why she cannot type in herself is for 職員課 and her.
  const asFirst = await as(first, () => loadSheetView(store, sheetId));
  expect(JSON.stringify(asFirst)).not.toContain('PCがない');
});

it('ends', async () => {
  await allow('hr');
  await as(hr, () => write('紙から'));
  await allow(null, 'PCが来た');
  expect(await refusalOf(as(hr, () => write('まだ')))).toBe('notYours');
  const view = await as(employee, () => loadSheetView(store, sheetId));
  expect(view.sheet.proxy?.typings).toHaveLength(1);
});
