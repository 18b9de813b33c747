import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import type { FrameworkSet } from '../../../shared/domain/framework/framework';
import { defaultDeadlines } from '../../../shared/domain/period/deadlines';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import { sampleRightsOf } from '../../../shared/domain/sample/sample-rights';
import { breakdownOf } from '../../../shared/domain/scoring/sheet-breakdown';
import { itemPartId } from '../../../shared/domain/sheet/part';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { makeTestStore } from '../../../test/support/test-store';
import { saveEntry } from '../../data/commands';
import { changePlan } from '../../data/form-plan-commands';
import { handOut } from '../../data/hand-out-commands';
import { addPeriod } from '../../data/period-commands';
import { loadSheetView } from '../../data/queries';
import { readAll } from '../../data/read-rows';
import { loadRenewal, renewSheet } from '../../data/renew-commands';
import type { Store } from '../../data/store';
import { writeStore } from '../../data/write-store';
import { sheetPaperModel } from './sheet-paper';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const person = found(office.staff.find(({ positionId }) => positionId === 'shunin'));
const clerk = found(
  office.staff.find((one) => sampleRightsOf(one, office.orgUnits).includes('hr')),
);
const days = { startsOn: '2026-10-01', endsOn: '2027-03-31' };
let store: Store;
let periodId: string;

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the sample office lacks what this test needs');
  return value;
}

beforeEach(async () => {
  // The paper says when it was made; here it always says the same.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T10:00:00+09:00') });
  const { orgUnits, staff, periods, frameworkSets } = office;
  store = await makeTestStore({
    dataSet: 'real',
    rows: { orgUnits, staff, periods, frameworkSets },
    identity: { staffId: clerk.id, rights: ['employee', 'hr'] },
  });
  const said = {
    name: '下半期',
    kind: 'half',
    ...days,
    deadlines: defaultDeadlines(days),
  } as const;
  periodId = (await addPeriod(store, said)).id;
  await hand();
});

afterEach(async () => {
  vi.useRealTimers();
  await store.db.delete();
});

function hand(): Promise<unknown> {
  const watching = { signal: new AbortController().signal, onProgress: () => {} };
  return handOut(store, { periodId, included: [] }, watching);
}

async function sheetOf(staffId: string): Promise<Sheet> {
  const sheets = await readAll(store, 'sheets');
  return found(sheets.find((one) => one.staffId === staffId && one.periodId === periodId));
}

async function become(staffId: string, rights: readonly string[]): Promise<void> {
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
}

/** What the person sees of her sheet: everything on the page, on paper, and the score. */
async function everythingOf(staffId: string) {
  await become(staffId, ['employee']);
  const view = await loadSheetView(store, (await sheetOf(staffId)).id);
  const paper = (['portrait', 'blank'] as const).map((style) =>
    sheetPaperModel(store, view, style),
  );
  const score = breakdownOf(view.form, view.entries, 'employee', view.form.scoring);
  await become(clerk.id, ['employee', 'hr']);
  return { view, paper, score };
}

/** The next version of the tables, in which every item is called and asks for something else. */
function reworded(set: FrameworkSet): FrameworkSet {
  const frameworks = set.tables.frameworks.map((framework) => ({
    ...framework,
    items: framework.items.map((item) => ({ ...item, name: `新${item.name}` })),
    cells: framework.cells.map((cell) => ({ ...cell, text: `新しい文言　${cell.text}` })),
  }));
  const tables = { ...set.tables, frameworks };
  return { ...set, id: store.newId(), version: set.version + 1, tables };
}

async function changeEverything(): Promise<void> {
  for (const plan of (await readAll(store, 'formPlans')).filter(
    (one) => one.periodId === periodId,
  )) {
    const steps = plan.scale.steps.map(({ rating, meaning }, index) => ({
      rating,
      meaning: `新しい説明　${meaning}`,
      points: 50 - index * 10,
      atLeast: 45 - index * 10,
    }));
    await changePlan(store, plan.id, {
      title: '新しい様式名',
      formNumber: '新様式第9号',
      sectionTitles: { ...plan.sectionTitles, goals: '新しい実績', overall: '新しい総合所見' },
      scaleRows: steps,
      disclosedColumns: { first: false, second: false },
      goalCount: { least: 3, most: 9 },
    });
  }
  const [set] = await readAll(store, 'frameworkSets');
  await writeStore(store, ['frameworkSets', 'orgUnits', 'staff'], async (writer) => {
    await writer.insert('frameworkSets', [reworded(found(set))]);
    await writer.replace(
      'orgUnits',
      office.orgUnits.map((unit) => ({ ...unit, name: `新${unit.name}` })),
    );
    await writer.replace(
      'staff',
      office.staff.map((one) => ({ ...one, name: `新${one.name}`, jobTitle: '新しい職名' })),
    );
    await writer.insert('staff', [
      { ...person, id: store.newId(), number: '999001', name: '関口 里奈' },
    ]);
  });
}

describe('when form, scale, framework, units and names change', () => {
  it('a sheet of before, its paper and its score stay as they were, word for word', async () => {
    await become(person.id, ['employee']);
    const before = await loadSheetView(store, (await sheetOf(person.id)).id);
    for (const { id } of before.form.framework.items) {
      await saveEntry(store, {
        sheetId: before.sheet.id,
        partId: itemPartId(id),
        author: 'employee',
        patch: { rating: 'A', text: '確かめた事実' },
      });
    }
    const old = await everythingOf(person.id);
    expect(JSON.stringify(old.paper)).toContain('確かめた事実');
    await changeEverything();
    await hand();
    expect(await everythingOf(person.id)).toEqual(old);
  });

  it('a sheet handed out from then on has the new words everywhere', async () => {
    await changeEverything();
    await hand();
    const late = found((await readAll(store, 'staff')).find(({ number }) => number === '999001'));
    const { view, paper, score } = await everythingOf(late.id);
    const [printed] = paper;
    expect(printed?.title).toBe('新しい様式名');
    expect(printed?.formNumber).toBe('新様式第9号');
    expect(printed?.sectionTitles.goals).toBe('新しい実績');
    expect(printed?.header.orgUnit).toMatch(/^新.+ 新.+ 新/u);
    expect(printed?.header.firstEvaluator).toMatch(/^新しい職名 新/u);
    for (const { meaning } of printed?.scale ?? []) expect(meaning).toMatch(/^新しい説明/u);
    for (const { groups } of printed?.itemSections ?? []) {
      for (const { expectation, rows } of groups) {
        expect(expectation).toMatch(/^新しい文言/u);
        for (const { name } of rows) expect(name).toMatch(/^新/u);
      }
    }
    expect(view.sheet.disclosedColumns).toEqual({ first: false, second: false });
    expect(view.form.goalCount).toEqual({ least: 3, most: 9 });
    expect(JSON.stringify(score)).toContain('新');
  });
});

describe('「最新に更新」', () => {
  const errorOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof IkuseiError ? error.errorName : String(error)),
    );

  it('says that there is no difference while there is none', async () => {
    expect(await loadRenewal(store, (await sheetOf(person.id)).id)).toEqual([]);
  });

  it('takes over what was shown, keeps what was written, and stands in the history', async () => {
    const { id: sheetId, formId } = await sheetOf(person.id);
    const other = found(office.staff.find((one) => one.positionId === 'shunin' && one !== person));
    const before = await readAll(store, 'forms');
    const [item] = found(before.find((one) => one.id === formId)).framework.items;
    await become(person.id, ['employee']);
    const partId = itemPartId(found(item).id);
    const patch = { rating: 'B', text: '書いてあること' };
    await saveEntry(store, { sheetId, partId, author: 'employee', patch });
    expect(await errorOf(loadRenewal(store, sheetId))).toBe('notYours');
    await become(clerk.id, ['employee', 'hr']);
    const untouched = await everythingOf(other.id);
    await changeEverything();

    const seen = await loadRenewal(store, sheetId);
    expect(seen).toContainEqual({
      what: '様式名',
      before: '人事評価シート',
      after: '新しい様式名',
    });
    expect(seen).toContainEqual({ what: '氏名', before: person.name, after: `新${person.name}` });
    expect(seen.map(({ what }) => what).join()).toContain('に求められること');
    const order = { sheetId, reason: '名簿の訂正', seen };
    expect(await errorOf(renewSheet(store, { ...order, reason: ' ' }))).toBe('reasonMissing');
    expect(await errorOf(renewSheet(store, { ...order, seen: [] }))).toBe('recordChanged');
    await renewSheet(store, order);

    const { view, paper } = await everythingOf(person.id);
    expect(view.sheet.staff.name).toBe(`新${person.name}`);
    expect(paper[0]?.title).toBe('新しい様式名');
    expect(JSON.stringify(paper[0])).toContain('書いてあること');
    expect(view.events).toMatchObject([{ action: 'renew', reason: '名簿の訂正' }]);
    expect(await loadRenewal(store, sheetId)).toEqual([]);
    expect(await everythingOf(other.id)).toEqual(untouched);
  });

  it('is refused once somebody evaluates', async () => {
    const sheet = await sheetOf(person.id);
    await writeStore(store, ['sheets'], (writer) =>
      writer.replace('sheets', [{ ...sheet, stage: 'selfEvaluation' }]),
    );
    expect(await errorOf(loadRenewal(store, sheet.id))).toBe('notYours');
  });
});
