import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedId } from '../../shared/domain/record/id';
import type { Sheet } from '../../shared/domain/sheet/sheet';
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
import {
  addHrEvidence,
  askForStatement,
  decideAppeal,
  examineAppeal,
  fileAppeal,
  saveAppealEvidence,
  saveAppealResult,
  saveAppealText,
  saveStatement,
  startAppeal,
  submitStatement,
  withdrawAppeal,
} from './appeal-commands';
import {
  listAppeals,
  listStatementRequests,
  loadAppealCase,
  loadOwnAppeal,
} from './appeal-queries';
import { loadInterviews } from './interview-queries';
import { loadOfficeSettings, saveOfficeSettings } from './office-settings';
import { listSheets, listStaff, loadSheetView } from './queries';
import { databaseNames } from './schema';
import { listSheetsInSteps } from './search-sheets';
import type { Store } from './store';
import { writeStore } from './write-store';

const form = testForm();
const sheet: Sheet = { ...testSheet(form), stage: 'disclosed', disclosedOn: '2027-03-20' };
const person = testId(10);
const first = testId(11);
const second = testId(12);
const clerk = testId(40);
const stranger = testId(50);
const planted = '不服の申出があったことを知らせる言葉';

let store: Store;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [person, first, second, clerk, stranger].map((id, index) =>
        testStaff(10, { id, number: `10000${index}` }),
      ),
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [form],
      sheets: [sheet],
    },
    identity: { staffId: person, rights: ['employee'] },
  });
});
afterEach(() => store.db.close());

/** Somebody else sits down at this PC. */
async function become(staffId: string, rights: readonly string[] = ['employee']): Promise<void> {
  await writeStore(store, [], (writer) =>
    writer.putMeta({
      id: 'identity',
      schemaVersion: 4,
      updatedAt: store.now(),
      updatedBy: staffId,
      staffId,
      rights,
    }),
  );
}
const becomeHr = () => become(clerk, ['employee', 'hr']);

async function draft(): Promise<string> {
  const { id } = await startAppeal(store, sheet.id, '2027-03-25');
  await saveAppealText(store, { id, text: planted });
  await saveAppealEvidence(store, id, [{ title: `${planted}の資料`, text: '' }]);
  return id;
}

async function examined(): Promise<string> {
  const id = await draft();
  await fileAppeal(store, id, '2027-04-03');
  await becomeHr();
  await examineAppeal(store, id);
  return id;
}

/** Everything that the application can tell whoever sits here. */
async function everythingShown(): Promise<string> {
  const answers = await Promise.allSettled([
    listSheets(store, sheet.periodId),
    listStaff(store),
    listSheetsInSteps(store),
    loadSheetView(store, sheet.id),
    loadInterviews(store, sheet.id),
    loadOwnAppeal(store, sheet.id, '2027-03-25'),
    listAppeals(store),
    listStatementRequests(store),
  ]);
  // The count of all writes on this PC says nothing of what was written.
  return JSON.stringify(answers).replace(/"generation":\d+/u, '');
}

const refused = (errorName: string) => expect.objectContaining({ errorName });

describe('who learns of an appeal', () => {
  const evaluators: [string, string, string[]][] = [
    ['一次評価者', first, ['employee']],
    ['二次評価者', second, ['employee']],
    ['an evaluator who is of 職員課 too', first, ['employee', 'hr']],
    ['somebody else', stranger, ['employee']],
  ];

  it.each(evaluators)('never %s, whatever state it is in', async (_who, staffId, rights) => {
    const shown = async () => {
      await become(staffId, rights);
      return everythingShown();
    };
    const before = await shown();
    await become(person);
    const id = await draft();
    expect(await shown()).toBe(before);
    await become(person);
    await fileAppeal(store, id, '2027-04-03');
    await becomeHr();
    await examineAppeal(store, id);
    await saveAppealResult(store, { id, result: planted });
    const after = await shown();
    expect(after).toBe(before);
    expect(after).not.toContain(planted);
    await expect(loadAppealCase(store, id)).rejects.toEqual(refused('notYours'));
    await expect(loadAppealCase(store, testId(999))).rejects.toEqual(refused('notYours'));
    await expect(saveStatement(store, { appealId: id, text: 'x' })).rejects.toEqual(
      refused('notYours'),
    );
    await expect(saveStatement(store, { appealId: testId(999), text: 'x' })).rejects.toEqual(
      refused('notYours'),
    );
  });

  it('of 職員課 only once it is filed: a draft is the person’s alone', async () => {
    const id = await draft();
    await becomeHr();
    expect(await everythingShown()).not.toContain(planted);
    await expect(examineAppeal(store, id)).rejects.toEqual(refused('notYours'));
    await become(person);
    await fileAppeal(store, id, '2027-04-03');
    await becomeHr();
    expect(await listAppeals(store)).toMatchObject([{ appeal: { id, text: planted } }]);
  });

  it('is asked one question, and sees only that and her own statement', async () => {
    const id = await examined();
    await addHrEvidence(store, id, { title: planted, text: planted });
    const ask = { evaluatorId: first, question: '四月の実績をどう見ましたか', today: '2027-04-05' };
    await askForStatement(store, id, ask);
    await expect(askForStatement(store, id, ask)).rejects.toEqual(refused('statementAsked'));
    await become(second);
    expect(await listStatementRequests(store)).toEqual([]);
    await become(first);
    expect(await listStatementRequests(store)).toMatchObject([{ question: ask.question }]);
    expect(await everythingShown()).not.toContain(planted);
    await saveStatement(store, { appealId: id, text: '事実はこうでした' });
    await submitStatement(store, id, '2027-04-06');
    await expect(saveStatement(store, { appealId: id, text: '後から' })).rejects.toEqual(
      refused('notYours'),
    );
    await becomeHr();
    const { appeal } = await loadAppealCase(store, id);
    expect(appeal.statements).toMatchObject([{ text: '事実はこうでした', statedOn: '2027-04-06' }]);
    await become(person);
    expect(await everythingShown()).not.toContain('事実はこうでした');
    await withdrawAppeal(store, id);
    await become(first);
    expect(await listStatementRequests(store)).toEqual([]);
  });

  it('keeps the result from the person until she is given notice of it', async () => {
    const id = await examined();
    await saveAppealResult(store, { id, result: '評語を改める' });
    await become(person);
    expect(await everythingShown()).not.toContain('評語を改める');
    await becomeHr();
    await decideAppeal(store, id, '2027-04-20');
    await become(person);
    const { appeal } = await loadOwnAppeal(store, sheet.id, '2027-04-20');
    expect(appeal).toMatchObject({ state: 'decided', result: '評語を改める' });
  });
});

describe('the days in which an appeal is filed', () => {
  it('are said when they are over, and whom to ask', async () => {
    await expect(startAppeal(store, sheet.id, '2027-04-04')).rejects.toMatchObject({
      errorName: 'appealClosed',
      detail: '申出の期限は令和9年4月3日でした。',
    });
    const id = await draft();
    await expect(fileAppeal(store, id, '2027-04-04')).rejects.toEqual(refused('appealClosed'));
    await fileAppeal(store, id, '2027-04-03');
  });

  it('follow the setting of 職員課, which nobody else changes', async () => {
    const values = { ...(await loadOfficeSettings(store)), appealDays: 30 };
    await expect(saveOfficeSettings(store, values)).rejects.toEqual(refused('notYours'));
    await becomeHr();
    await saveOfficeSettings(store, values);
    await saveOfficeSettings(store, { ...values, appealBoard: '調査会' });
    await become(person);
    const { window, settings } = await loadOwnAppeal(store, sheet.id, '2027-04-19');
    expect(window).toMatchObject({ lastDay: '2027-04-19', isOpen: true });
    expect(settings).toMatchObject({ appealBoard: '調査会' });
  });

  it('leave one appeal about a result, and another only after it is withdrawn', async () => {
    const id = await draft();
    await expect(startAppeal(store, sheet.id, '2027-03-26')).rejects.toEqual(
      refused('appealStands'),
    );
    await fileAppeal(store, id, '2027-03-26');
    await withdrawAppeal(store, id);
    expect(await startAppeal(store, sheet.id, '2027-03-26')).toMatchObject({ state: 'draft' });
  });

  it('file nothing that says nothing', async () => {
    const { id } = await startAppeal(store, sheet.id, '2027-03-25');
    await expect(fileAppeal(store, id, '2027-03-25')).rejects.toEqual(refused('appealEmpty'));
  });
});

it('has a row of settings with one id on every PC', async () => {
  expect((await loadOfficeSettings(store)).id).toBe(fixedId(2, 0));
});
