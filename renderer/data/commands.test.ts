import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import { defaultFormPlans } from '../../shared/domain/form/default-form-plans';
import { openQuestions } from '../../shared/domain/framework/open-questions';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import { blankGoal } from '../../shared/domain/sheet/new-goal';
import { goalEntries, itemPartId } from '../../shared/domain/sheet/part';
import type { Sheet, Stage } from '../../shared/domain/sheet/sheet';
import type { DataSet, StoreState } from '../../shared/domain/store/meta';
import { makeTestStore } from '../../test/support/test-store';
import {
  actAs,
  addGoal,
  addGoals,
  createOwnSheet,
  saveEntry,
  setGoalRemoved,
  settleOpenQuestion,
  withdrawOpenQuestion,
} from './commands';
import { listPeriods, listSheets, loadFrameworkSet, loadIdentity, loadSheetView } from './queries';
import { databaseNames } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const part = itemPartId('setsugu');
let store: Store;
let committed: StoreState[] = [];

async function openOffice(dataSet: DataSet): Promise<void> {
  await Dexie.delete(databaseNames[dataSet]);
  committed = [];
  const { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries } = office;
  store = await makeTestStore({
    dataSet,
    committed: (state) => committed.push(state),
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries },
    identity: { staffId: office.startAs, rights: ['employee'] },
  });
}

beforeEach(() => openOffice('sample'));
afterEach(() => store.db.close());

function staffNamed(name: string): string {
  const member = office.staff.find((candidate) => candidate.name === name);
  if (member === undefined) throw new Error(`nobody is called ${name}`);
  return member.id;
}

/** 𠮷田's sheet of the present period, at the stage of setting goals. */
async function presentSheet(): Promise<Sheet> {
  const [period] = await listPeriods(store);
  const sheet = office.sheets.find(
    (candidate) =>
      candidate.periodId === period?.id && candidate.staffId === staffNamed('𠮷田 美咲'),
  );
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

async function bringTo(sheet: Sheet, stage: Stage): Promise<void> {
  await writeStore(store, ['sheets'], (writer) => writer.replace('sheets', [{ ...sheet, stage }]));
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof IkuseiError ? error.errorName : String(error);
  }
}

describe('writing a sheet', () => {
  it.each([
    ['selfEvaluation', 'employee → employee'],
    ['firstEvaluation', 'first → first'],
    ['secondEvaluation', 'second → second'],
    ['confirmation', ''],
  ] as const)('at %s lets "%s" write and nobody else', async (stage, allowed) => {
    const sheet = await presentSheet();
    await bringTo(sheet, stage);
    const people = { employee: '𠮷田 美咲', first: '相川 直美', second: '山﨑 徹' } as const;
    const done: string[] = [];
    for (const [role, name] of Object.entries(people)) {
      await actAs(store, staffNamed(name));
      for (const author of ['employee', 'first', 'second'] as const) {
        const change = { sheetId: sheet.id, partId: part, author, patch: { text: role } };
        const outcome = await refusalOf(saveEntry(store, change));
        if (outcome === 'done') done.push(`${role} → ${author}`);
        else expect(outcome).toBe('notYours');
      }
    }
    expect(done.join()).toBe(allowed);
  });

  it('adds several goals after those present, and none when one is refused', async () => {
    const sheet = await presentSheet();
    const named = (content: string) => ({ ...blankGoal, content });
    const contents = async () =>
      goalEntries((await loadSheetView(store, sheet.id)).entries).map(({ goal }) => goal?.content);
    await actAs(store, staffNamed('𠮷田 美咲'));
    await addGoal(store, sheet.id);
    const generation = () => committed.at(-1)?.generation ?? 0;
    const before = generation();
    await addGoals(store, sheet.id, [named('一'), named('二')]);
    expect(await contents()).toEqual(['', '一', '二']);
    expect(generation()).toBe(before + 1);

    const tooLong = named('長'.repeat(2_000_000));
    expect(await refusalOf(addGoals(store, sheet.id, [named('三'), tooLong]))).toBe(
      'contentRefused',
    );
    await actAs(store, staffNamed('相川 直美'));
    expect(await refusalOf(addGoals(store, sheet.id, [named('四')]))).toBe('notYours');
    await actAs(store, staffNamed('𠮷田 美咲'));
    expect(await contents()).toEqual(['', '一', '二']);
  });

  it('shows each reader only what she may see', async () => {
    const sheet = await presentSheet();
    for (const [name, author, stage] of [
      ['𠮷田 美咲', 'employee', 'selfEvaluation'],
      ['相川 直美', 'first', 'firstEvaluation'],
      ['山﨑 徹', 'second', 'secondEvaluation'],
    ] as const) {
      await bringTo(sheet, stage);
      await actAs(store, staffNamed(name));
      await saveEntry(store, {
        sheetId: sheet.id,
        partId: part,
        author,
        patch: { text: `${author}の秘密`, rating: 'A' },
      });
    }
    const seen: Record<string, string[]> = {};
    for (const name of ['𠮷田 美咲', '相川 直美', '山﨑 徹']) {
      await actAs(store, staffNamed(name));
      const { entries } = await loadSheetView(store, sheet.id);
      seen[name] = entries.map(({ author }) => author).sort();
    }
    expect(seen).toEqual({
      '𠮷田 美咲': ['employee'],
      '相川 直美': ['employee', 'first'],
      '山﨑 徹': ['employee', 'first', 'second'],
    });
  });

  it('is closed to strangers, by list and by link', async () => {
    const sheet = await presentSheet();
    const stranger = office.staff.find(
      ({ id, ...staff }) =>
        !sampleRightsOf({ id, ...staff }, office.orgUnits).includes('hr') &&
        ![sheet.staffId, sheet.firstEvaluator?.staffId, sheet.secondEvaluator?.staffId].includes(
          id,
        ) &&
        office.sheets.every(({ firstEvaluator }) => firstEvaluator?.staffId !== id) &&
        office.sheets.every(({ secondEvaluator }) => secondEvaluator?.staffId !== id),
    );
    await actAs(store, stranger?.id ?? '');
    expect((await loadIdentity(store)).rights).toEqual(['employee']);
    expect(await refusalOf(loadSheetView(store, sheet.id))).toBe('notYours');
    const listed = await listSheets(store, sheet.periodId);
    expect(listed.map(({ staffId }) => staffId)).toEqual([stranger?.id]);
  });

  it('keeps progress, revision and generation with every change, and nothing without one', async () => {
    const sheet = await presentSheet();
    await bringTo(sheet, 'firstEvaluation');
    const place = { sheetId: sheet.id, partId: part, author: 'first' as const };
    const before = committed.length;
    const first = await saveEntry(store, { ...place, patch: { rating: 'B' } });
    const second = await saveEntry(store, { ...place, patch: { text: '窓口で確かめた' } });
    const third = await saveEntry(store, { ...place, patch: { text: '窓口で確かめた' } });
    expect([first.revision, second.revision, third.revision]).toEqual([1, 2, 2]);
    expect(second.id).toBe(first.id);
    expect(committed.length - before).toBe(2);
    const { sheet: after } = await loadSheetView(store, sheet.id);
    expect(after.progress.first.filled).toBe(sheet.progress.first.filled + 1);
  });

  it('never writes over an entry that cannot be read', async () => {
    const sheet = await presentSheet();
    await bringTo(sheet, 'firstEvaluation');
    const place = { sheetId: sheet.id, partId: part, author: 'first' as const };
    const entry = await saveEntry(store, { ...place, patch: { text: '大切な文' } });
    const raw = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseNames.sample);
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise<void>((resolve) => {
      const transaction = raw.transaction('sheetEntries', 'readwrite');
      const objects = transaction.objectStore('sheetEntries');
      objects.get(entry.id).onsuccess = (event) => {
        const { result } = event.target as IDBRequest<{ c: Uint8Array }>;
        result.c[0] = (result.c[0] ?? 0) ^ 1;
        objects.put(result);
      };
      transaction.oncomplete = () => resolve();
    });
    raw.close();
    expect(await refusalOf(saveEntry(store, { ...place, patch: { text: '上書き' } }))).toBe(
      'rowDamaged',
    );
    const { damaged } = await loadSheetView(store, sheet.id);
    expect(damaged).toEqual([{ partId: part, author: 'first' }]);
  });

  it('takes a goal off the sheet and brings it back with its text', async () => {
    const sheet = await presentSheet();
    await actAs(store, sheet.staffId);
    const goal = await addGoal(store, sheet.id);
    await saveEntry(store, {
      sheetId: sheet.id,
      partId: goal.partId,
      author: 'employee',
      patch: { text: '結果' },
    });
    await setGoalRemoved(store, sheet.id, goal.partId, true);
    await setGoalRemoved(store, sheet.id, goal.partId, false);
    const { entries } = await loadSheetView(store, sheet.id);
    expect(entries.find(({ partId }) => partId === goal.partId)).toMatchObject({
      text: '結果',
      removed: false,
    });
  });
});

describe('職員課', () => {
  it('settles open questions and takes a settlement back; nobody else can', async () => {
    const [question] = openQuestions(await loadFrameworkSet(store));
    const answer = { questionId: question?.id ?? '', text: '確かめた文言' };
    expect(await refusalOf(settleOpenQuestion(store, answer))).toBe('notYours');
    const hr = office.staff.find(({ orgUnitId }) =>
      office.orgUnits.some(({ id, name }) => id === orgUnitId && name === '職員課'),
    );
    await actAs(store, hr?.id ?? '');
    await settleOpenQuestion(store, answer);
    expect((await loadFrameworkSet(store)).settlements).toMatchObject([answer]);
    await withdrawOpenQuestion(store, answer.questionId);
    expect((await loadFrameworkSet(store)).settlements).toEqual([]);
  });
});

describe('real data', () => {
  it('has no switching of persons', async () => {
    store.db.close();
    await openOffice('real');
    expect(await refusalOf(actAs(store, staffNamed('𠮷田 美咲')))).toBe('badRequest');
    expect((await loadIdentity(store)).staffId).toBe(office.startAs);
  });

  it('gives a person one sheet per period', async () => {
    store.db.close();
    await openOffice('real');
    const [period] = await listPeriods(store);
    const choice = {
      periodId: period?.id ?? '',
      frameworkId: 'taikeizu-1',
      positionId: 'shunin',
      grade: '3級',
      jobTitle: '主任',
    };
    expect(await refusalOf(createOwnSheet(store, choice))).toBe('saveFailed');
  });

  it('is not made where 職員課 hands out the sheets of the period', async () => {
    await openOffice('real');
    const [period] = await listPeriods(store);
    const [framework] = (await loadFrameworkSet(store)).tables.frameworks;
    if (period === undefined || framework === undefined) throw new Error('no period');
    const plans = defaultFormPlans({
      frameworks: [framework],
      period,
      newId: store.newId,
      now: store.now(),
      by: office.startAs,
    });
    await writeStore(store, ['formPlans'], (writer) => writer.insert('formPlans', plans));
    const choice = {
      periodId: period.id,
      frameworkId: framework.id,
      positionId: 'shunin',
      grade: '3級',
      jobTitle: '主任',
    };
    expect(await refusalOf(createOwnSheet(store, choice))).toBe('sheetIsHandedOut');
  });
});
