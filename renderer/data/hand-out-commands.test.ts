import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IkuseiError } from '../../shared/domain/errors';
import { defaultDeadlines } from '../../shared/domain/period/deadlines';
import type { Period } from '../../shared/domain/period/period';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { personnelDivisionName } from '../../shared/domain/sample/sample-organisation';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { stages } from '../../shared/domain/sheet/sheet';
import { type RosterFacts, unsaidRosterFacts } from '../../shared/domain/staff/roster-facts';
import { makeTestStore } from '../../test/support/test-store';
import { saveAssignment } from './evaluator-commands';
import { addPlanLike, changePlan, confirmPlanScoring, reviewPlanValue } from './form-plan-commands';
import { handOut } from './hand-out-commands';
import { type HandOutState, listPeriodRows, loadHandOut, loadPeriodPlan } from './hand-out-queries';
import { saveOfficeSettings } from './office-settings';
import { addPeriod, changePeriod, planForms } from './period-commands';
import { readAll } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const sheetCount = office.staff.length - 1;
const division = office.orgUnits.find(({ name }) => name === personnelDivisionName);
const hr = office.staff.find(({ orgUnitId }) => orgUnitId === division?.id);
const days = { startsOn: '2026-10-01', endsOn: '2027-03-31' };
const half = { name: '令和8年度 下半期', kind: 'half', ...days } as const;
const said = { ...half, deadlines: defaultDeadlines(days) };

let store: Store;
let period: Period;

async function makeStore(rights: string[]): Promise<Store> {
  const { orgUnits, staff, periods, frameworkSets, forms, sheets } = office;
  return makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets },
    identity: { staffId: hr?.id ?? '', rights },
  });
}

beforeEach(async () => {
  store = await makeStore(['employee', 'hr']);
  period = await addPeriod(store, said);
});
afterEach(() => store.db.delete());

const watching = (signal = new AbortController().signal, onProgress = () => {}) => ({
  signal,
  onProgress,
});
const hand = (included: string[] = []) =>
  handOut(store, { periodId: period.id, included }, watching());
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof IkuseiError ? error.errorName : String(error)),
  );
const plansNow = async () => (await loadPeriodPlan(store, period.id)).plans;
const firstPlan = async () => {
  const [plan] = await plansNow();
  if (plan === undefined) throw new Error('no plan');
  return plan;
};
const sheetsNow = async () =>
  (await readAll(store, 'sheets')).filter(({ periodId }) => periodId === period.id);

async function setFacts(index: number, changes: Partial<RosterFacts>): Promise<string> {
  const member = office.staff[index];
  if (member === undefined) throw new Error('nobody');
  await writeStore(store, ['staff'], (writer) =>
    writer.replace('staff', [{ ...member, roster: { ...unsaidRosterFacts, ...changes } }]),
  );
  return member.id;
}

describe('handing out', () => {
  it('gives everybody who is evaluated a sheet, and a second time nobody', async () => {
    expect(await hand()).toEqual({ sheets: sheetCount, exempt: 0 });
    const sheets = await sheetsNow();
    expect(new Set(sheets.map(({ staffId }) => staffId)).size).toBe(sheetCount);
    expect(new Set(sheets.map(({ stage }) => stage))).toEqual(new Set([stages[0]]));
    // One frozen form for each plan and position, all of this period.
    const forms = (await readAll(store, 'forms')).filter(({ periodId }) => periodId === period.id);
    expect(new Set(sheets.map(({ formId }) => formId))).toEqual(new Set(forms.map(({ id }) => id)));
    expect(forms).toHaveLength(new Set(forms.map(({ positionId }) => positionId)).size);
    expect(await hand()).toEqual({ sheets: 0, exempt: 0 });
    expect(await sheetsNow()).toEqual(sheets);
  });

  it('only adds people later, with the form that was frozen before', async () => {
    await hand();
    const sample = office.staff.find(({ positionId }) => positionId === 'shunin');
    const late = { ...sample, id: store.newId(), number: '999001', name: '関口 里奈' };
    await writeStore(store, ['staff'], (writer) =>
      writer.insert('staff', [late as (typeof office.staff)[number]]),
    );
    const forms = (await readAll(store, 'forms')).length;
    expect(await hand()).toEqual({ sheets: 1, exempt: 0 });
    expect(await readAll(store, 'forms')).toHaveLength(forms);
  });

  it('freezes what the plan says, and a later change leaves the sheets alone', async () => {
    const plan = await firstPlan();
    await changePlan(store, plan.id, {
      title: '人事評価シート（試行）',
      disclosedColumns: { first: true, second: false },
    });
    await hand();
    await changePlan(store, plan.id, { title: '変えた様式' });
    const forms = await readAll(store, 'forms');
    const sheets = (await sheetsNow()).filter((sheet) =>
      forms.some(({ id, planId }) => id === sheet.formId && planId === plan.id),
    );
    expect(sheets.length).toBeGreaterThan(10);
    for (const { formId, disclosedColumns } of sheets) {
      expect(forms.find(({ id }) => id === formId)?.title).toBe('人事評価シート（試行）');
      expect(disclosedColumns).toEqual({ first: true, second: false });
    }
  });

  it('records 評価の対象外 with its reason, or evaluates her where 職員課 says so', async () => {
    const one = await setFacts(3, { status: 'leave' });
    const other = await setFacts(4, { hiredOn: '2027-03-01' });
    expect(await hand([other])).toEqual({ sheets: sheetCount - 1, exempt: 1 });
    const sheets = await sheetsNow();
    const exempt = sheets.filter(({ stage }) => stage === 'exempt');
    expect(exempt.map(({ staffId }) => staffId)).toEqual([one]);
    const events = await readAll(store, 'sheetEvents');
    expect(events.map(({ sheetId, reason }) => [sheetId, reason])).toEqual([
      [exempt[0]?.id, '休職・休業中'],
    ]);
  });

  it('lets one of 職員課 alone handle the sheets of its own people', async () => {
    const own = (await loadHandOut(store, period.id)).own;
    const [handler, deputy] = own.filter(({ id }) => id !== hr?.id).map(({ id }) => id);
    if (handler === undefined || deputy === undefined) throw new Error('too few');
    const ownIds = new Set(own.map(({ id }) => id));
    const isInvolved = (id: string, sheet: Sheet) =>
      [sheet.staffId, sheet.firstEvaluator?.staffId, sheet.secondEvaluator?.staffId].includes(id);
    const expectHandledBy = async (...named: string[]) => {
      const sheets = await sheetsNow();
      expect(sheets.filter(({ staffId }) => ownIds.has(staffId))).toHaveLength(own.length);
      for (const sheet of sheets) {
        const free = ownIds.has(sheet.staffId) ? named.find((id) => !isInvolved(id, sheet)) : null;
        expect(sheet.handlerId).toBe(free ?? null);
      }
    };
    await saveOfficeSettings(store, { ownHandlerId: handler });
    await hand();
    await expectHandledBy(handler);
    // She has left: the sheets go to who is named now, and keep nobody out.
    await saveOfficeSettings(store, { ownHandlerId: deputy, ownDeputyId: handler });
    await expectHandledBy(deputy, handler);
    await saveOfficeSettings(store, { ownHandlerId: null, ownDeputyId: null });
    await expectHandledBy();
  });

  it('is refused while a weight is wrong, and done once it is right', async () => {
    const plan = await firstPlan();
    await changePlan(store, plan.id, { weights: { goals: 40, ability: 40, conduct: 30 } });
    expect(await refusal(hand())).toBe('handOutBlocked');
    expect(await sheetsNow()).toEqual([]);
    await changePlan(store, plan.id, { weights: { goals: 40, ability: 40, conduct: 20 } });
    expect(await refusal(hand())).toBe('done');
  });

  it('leaves nothing behind when it is cancelled on the way', async () => {
    const controller = new AbortController();
    const work = handOut(
      store,
      { periodId: period.id, included: [] },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(await refusal(work)).toBe('handOutCancelled');
    expect(await sheetsNow()).toEqual([]);
    expect((await readAll(store, 'forms')).some((form) => form.periodId === period.id)).toBe(false);
    expect(await refusal(hand())).toBe('done');
  });

  it('reads its preview in a live query', async () => {
    const state = await new Promise<HandOutState>((resolve, reject) => {
      const watched = liveQuery(() => loadHandOut(store, period.id)).subscribe({
        next: (value) => {
          resolve(value);
          watched.unsubscribe();
        },
        error: reject,
      });
    });
    expect(state.preview.ready).toHaveLength(sheetCount);
    expect(state.preview.none.map(({ reason }) => reason)).toEqual(['special']);
    expect(state.unsettled).toBeGreaterThan(0);
  });
});

describe('periods and their forms', () => {
  it('begin with the forms of the period before', async () => {
    const plan = await firstPlan();
    await changePlan(store, plan.id, { formNumber: '様式第12号' });
    const next = await addPeriod(store, {
      ...said,
      startsOn: '2027-04-01',
      endsOn: '2027-09-30',
      deadlines: {},
    });
    const { plans } = await loadPeriodPlan(store, next.id);
    expect(plans.map(({ formNumber }) => formNumber)).toContain('様式第12号');
    expect(plans.map(({ id }) => id)).not.toContain(plan.id);
  });

  it('are counted in a list, newest first', async () => {
    expect((await listPeriodRows(store)).map(({ plans, sheets }) => [plans, sheets])).toEqual([
      [5, 0],
      [0, sheetCount],
      ...[2025, 2024].map((year) => [
        0,
        office.sheets.filter(
          ({ periodId }) => office.periods.find(({ id }) => id === periodId)?.fiscalYear === year,
        ).length,
      ]),
    ]);
  });

  it('give a year one 年間評価 alone, and refuse days out of order', async () => {
    const year = { ...said, kind: 'annual' as const, startsOn: '2026-04-01', deadlines: {} };
    expect(await refusal(addPeriod(store, year))).toBe('periodExists');
    const wrong = { ...said, deadlines: { goalSetting: '2026-09-01' } };
    expect(await refusal(addPeriod(store, wrong))).toBe('periodWrong');
    expect(await refusal(changePeriod(store, period.id, wrong))).toBe('periodWrong');
  });

  it('plan forms for a period that has none, once', async () => {
    const annual = office.periods.at(-1);
    await planForms(store, annual?.id ?? '');
    await planForms(store, annual?.id ?? '');
    expect((await loadPeriodPlan(store, annual?.id ?? '')).plans).toHaveLength(5);
  });

  it('take the numbers as settled only when nothing is wrong with them', async () => {
    const plan = await firstPlan();
    await changePlan(store, plan.id, { weights: { goals: 1, ability: 1, conduct: 1 } });
    expect(await refusal(confirmPlanScoring(store, plan.id))).toBe('scoringUnsettled');
    await changePlan(store, plan.id, { weights: { goals: 50, ability: 30, conduct: 20 } });
    await confirmPlanScoring(store, plan.id);
    await reviewPlanValue(store, plan.id, 'goalCount');
    expect((await firstPlan()).scoring.confirmed).toBe(true);
    expect((await firstPlan()).reviewed).toContain('goalCount');
  });

  it('lay another plan aside until it has positions', async () => {
    const added = await addPlanLike(store, (await firstPlan()).id);
    expect(added.positionIds).toEqual([]);
    expect(await refusal(hand())).toBe('done');
  });
});

it('refuses everything to everybody but 職員課', async () => {
  const plan = await firstPlan();
  const periodId = period.id;
  await store.db.delete();
  store = await makeStore(['employee']);
  for (const work of [
    handOut(store, { periodId, included: [] }, watching()),
    loadHandOut(store, periodId),
    loadPeriodPlan(store, periodId),
    listPeriodRows(store),
    addPeriod(store, said),
    changePeriod(store, periodId, said),
    planForms(store, periodId),
    changePlan(store, plan.id, { name: 'x' }),
    confirmPlanScoring(store, plan.id),
    reviewPlanValue(store, plan.id, 'scale'),
    addPlanLike(store, plan.id),
    saveOfficeSettings(store, { leastMonths: 0 }),
  ]) {
    expect(await refusal(work)).toBe('notYours');
  }
});

it('gives each sheet to whoever evaluates in the period, not to whom the roster names', async () => {
  const member = office.staff.find(
    ({ id, firstEvaluatorId, positionId }) =>
      positionId !== null && firstEvaluatorId !== null && id !== hr?.id,
  );
  const other = office.staff.find(
    ({ id }) => id !== member?.id && id !== member?.firstEvaluatorId && id !== hr?.id,
  );
  if (member === undefined || other === undefined) throw new Error('nobody');
  const said = { role: 'first', from: '2026-10-01', to: null, remark: '' } as const;
  await saveAssignment(store, { ...said, staffId: member.id, evaluatorId: other.id }, null);
  await hand();
  const made = (await sheetsNow()).find(({ staffId }) => staffId === member.id);
  expect(made?.firstEvaluator?.staffId).toBe(other.id);
});
