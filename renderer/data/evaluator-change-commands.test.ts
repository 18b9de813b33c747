import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import { itemPartId } from '../../shared/domain/sheet/part';
import type { Stage } from '../../shared/domain/sheet/sheet';
import { isByDays } from '../../shared/domain/staff/evaluator-assignment';
import {
  testEntry,
  testForm,
  testFrameworkSet,
  testId,
  testOrgUnits,
  testPeriod,
  testSheet,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, saveEntry } from './commands';
import {
  changeEvaluator,
  nameConsulted,
  writeHandover,
  writeHostOpinion,
  writeOpinion,
} from './evaluator-change-commands';
import { listConsultedSheets, listOwnAssignments } from './evaluator-change-queries';
import { loadSheetContents } from './queries';
import { readAll } from './read-rows';
import { databaseNames } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const form = testForm();
const sheetId = testId(5);
const part = itemPartId('setsugu');
const [employee, first, second, newcomer, consulted, hr] = [10, 11, 12, 13, 14, 15].map(testId);
let store: Store;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [10, 11, 12, 13, 14, 15].map((number) =>
        testStaff(number, { number: `1000${number}`, name: `職員${number}` }),
      ),
      periods: [testPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [form],
      sheets: [{ ...testSheet(form), stage: 'firstEvaluation' }],
      sheetEntries: [testEntry(part, 'employee', { text: '本人の自己評価', rating: 'A' })],
    },
    identity: { staffId: first ?? '', rights: ['employee'] },
  });
});
afterEach(() => store.db.close());

async function as<Result>(who: string | undefined, work: () => Promise<Result>): Promise<Result> {
  await actAs(store, who ?? '');
  if (who === hr) {
    await writeStore(store, [], (writer) =>
      writer.putMeta({
        id: 'identity',
        schemaVersion: 4,
        updatedAt: store.now(),
        updatedBy: hr,
        staffId: hr,
        rights: ['employee', 'hr'],
      }),
    );
  }
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

async function bringTo(stage: Stage): Promise<void> {
  await writeStore(store, ['sheets'], (writer) =>
    writer.replace('sheets', [{ ...testSheet(form), stage }]),
  );
}

const order = {
  sheetId,
  role: 'first',
  evaluatorId: newcomer ?? '',
  from: '2026-10-01',
  remark: '人事異動',
} as const;
const change = (changes: { from?: string; evaluatorId?: string } = {}) =>
  as(hr, () => changeEvaluator(store, { ...order, ...changes }));
const seenBy = (who: string | undefined) =>
  as(who, async () => JSON.stringify((await loadSheetContents(store, sheetId)).changes));

describe('a change of evaluator in the period', () => {
  beforeEach(async () => {
    const patch = { rating: 'B', text: '前の評価者の下書き' };
    await saveEntry(store, { sheetId, partId: part, author: 'first', patch });
    await writeHandover(store, { sheetId, role: 'first', text: '引継ぎの文' });
  });

  it('hands the sheet over, and keeps what the former one wrote under her name', async () => {
    await change();
    const contents = await as(newcomer, () => loadSheetContents(store, sheetId));
    expect(contents.viewer).toEqual(['first']);
    expect(contents.entries.find(({ author }) => author === 'first')).toMatchObject({
      rating: null,
      text: '',
    });
    expect(contents.sheet.progress.first.filled).toBe(0);
    const [handover, moved] = contents.changes;
    expect(handover).toMatchObject({ kind: 'handover', name: '職員11', text: '引継ぎの文' });
    expect(moved).toMatchObject({ kind: 'change', formerName: '相川 直美', name: '職員13' });
    expect(moved?.formerColumn.map(({ text }) => text)).toEqual(['前の評価者の下書き']);
    const mine = { sheetId, partId: part, author: 'first', patch: { rating: 'A' } } as const;
    expect((await saveEntry(store, mine)).rating).toBe('A');
  });

  it('leaves the former one nothing to read or write', async () => {
    await change();
    expect(await refusalOf(as(first, () => loadSheetContents(store, sheetId)))).toBe('notYours');
    expect(await refusalOf(writeHandover(store, { sheetId, role: 'first', text: '後から' }))).toBe(
      'notYours',
    );
  });

  it('shows the person who evaluates her, and no word of what was written', async () => {
    await change();
    const seen = await seenBy(employee);
    expect(seen).toContain('職員13');
    for (const kept of ['引継ぎの文', '前の評価者の下書き', '人事異動']) {
      expect(seen).not.toContain(kept);
      expect(await seenBy(hr)).toContain(kept);
    }
  });

  it('tells everybody of the first one who is named where nobody evaluated before', async () => {
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...testSheet(form), firstEvaluator: null }]),
    );
    await change();
    for (const who of [employee, newcomer, hr]) {
      expect(JSON.parse(await seenBy(who)).at(-1)).toMatchObject({
        kind: 'change',
        name: '職員13',
        formerName: '',
      });
    }
  });

  it('is for 職員課 alone', async () => {
    for (const who of [employee, first, second, newcomer]) {
      expect(await refusalOf(as(who, () => changeEvaluator(store, order)))).toBe('notYours');
    }
  });

  it('from 1 April on leaves the sheet to the evaluator of the period', async () => {
    await change({ from: '2027-04-01' });
    const contents = await as(first, () => loadSheetContents(store, sheetId));
    expect(contents.viewer).toEqual(['first']);
    expect(contents.entries.find(({ author }) => author === 'first')?.rating).toBe('B');
  });

  it('from 1 April on ends what was said before for the same role', async () => {
    await change({ from: '2027-04-01' });
    await change({ from: '2028-04-01', evaluatorId: consulted ?? '' });
    const days = (await readAll(store, 'evaluatorAssignments'))
      .filter(isByDays)
      .map(({ evaluatorId, from, to }) => ({ evaluatorId, from, to }));
    expect(days).toEqual([
      { evaluatorId: newcomer, from: '2027-04-01', to: '2028-03-31' },
      { evaluatorId: consulted, from: '2028-04-01', to: null },
    ]);
  });

  it('is refused once the evaluation is handed in', async () => {
    await bringTo('secondEvaluation');
    expect(await refusalOf(change())).toBe('changeTooLate');
  });
});

describe('opinions from outside the line', () => {
  it('lets who is consulted read what is handed in and write one opinion', async () => {
    await as(hr, () => nameConsulted(store, { sheetId, evaluatorId: consulted ?? '' }));
    const [asked] = await as(consulted, () => listConsultedSheets(store));
    expect(asked?.entries.map(({ text }) => text)).toEqual(['本人の自己評価']);
    await writeOpinion(store, { sheetId, text: '併任先の意見' });
    await writeOpinion(store, { sheetId, text: '併任先の意見、直したもの' });
    const [again] = await listConsultedSheets(store);
    expect(again?.opinion).toBe('併任先の意見、直したもの');
    expect(await seenBy(first)).toContain('直したもの');
    expect(await seenBy(employee)).not.toContain('併任先');
    expect(await seenBy(second)).not.toContain('併任先');
  });

  it('hands who is consulted nothing that is still a draft', async () => {
    await bringTo('inProgress');
    await as(hr, () => nameConsulted(store, { sheetId, evaluatorId: consulted ?? '' }));
    const asked = await as(consulted, () => listConsultedSheets(store));
    expect(JSON.stringify(asked)).not.toContain('本人の自己評価');
  });

  it('takes no opinion from somebody who is not asked, nor after the first evaluation', async () => {
    const write = () => writeOpinion(store, { sheetId, text: '頼まれていない意見' });
    expect(await refusalOf(as(consulted, write))).toBe('notYours');
    await as(hr, () => nameConsulted(store, { sheetId, evaluatorId: consulted ?? '' }));
    await bringTo('secondEvaluation');
    expect(await refusalOf(as(consulted, write))).toBe('notYours');
  });

  it('keeps the opinion of a host with its name, entered by 職員課 alone', async () => {
    const said = { sheetId, organisation: '神奈川県', text: '派遣先の意見' };
    expect(await refusalOf(as(first, () => writeHostOpinion(store, said)))).toBe('notYours');
    await as(hr, () => writeHostOpinion(store, said));
    expect(await listConsultedSheets(store)).toEqual([]);
    expect(await listOwnAssignments(store)).toEqual([]);
    for (const who of [first, second]) expect(await seenBy(who)).toContain('神奈川県');
    expect(await seenBy(employee)).not.toContain('派遣先');
  });
});
