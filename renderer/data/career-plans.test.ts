import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { makeAnnualPeriod } from '../../shared/domain/period/make-period';
import type { Stage } from '../../shared/domain/sheet/sheet';
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
import { saveAdvice, savePlan, startPlan } from './career-plan-commands';
import { listPlansOfMine, loadCareerStanding, loadPlan } from './career-plan-queries';
import { databaseNames } from './schema';
import type { Store } from './store';

const today = '2026-11-25';
const secret = '秘密にしておく強み';
const lastPeriod = makeAnnualPeriod({ fiscalYear: 2025, now: testPeriod.updatedAt, by: testId(1) });
let store: Store;

afterEach(async () => {
  store.db.close();
  await Dexie.delete(databaseNames.sample);
});

async function office(stage: Stage = 'completed'): Promise<void> {
  const form = { ...testForm(), periodId: lastPeriod.id };
  const sheet = {
    ...testSheet(form),
    periodId: lastPeriod.id,
    stage,
    disclosedOn: stage === 'completed' ? '2026-03-20' : null,
  };
  const entry = (partId: string, author: 'employee' | 'first' | 'second', text: string) => ({
    ...testEntry(partId, author, { text, rating: 'A' }),
    sheetId: sheet.id,
  });
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [
        testStaff(10),
        testStaff(11, { firstEvaluatorId: null, secondEvaluatorId: null, name: '相川 直美' }),
        testStaff(12, { firstEvaluatorId: null, secondEvaluatorId: null, name: '山﨑 徹' }),
        testStaff(13, { firstEvaluatorId: null, secondEvaluatorId: null, name: '隣の人' }),
      ],
      periods: [testPeriod, lastPeriod],
      frameworkSets: [testFrameworkSet()],
      forms: [form],
      sheets: [sheet],
      sheetEntries: [
        entry('item/setsugu', 'first', '一次の根拠'),
        entry('development/strengths', 'first', '一次が見た長所'),
        entry('development/growth', 'employee', '本人が伸ばしたい点'),
      ],
    },
    identity: { staffId: testId(10), rights: ['employee'] },
  });
}

async function as(number: number, ...rights: string[]): Promise<void> {
  const row = await store.db.table('meta').get('identity');
  await store.db
    .table('meta')
    .put({ ...row, staffId: testId(number), rights: ['employee', ...rights] });
}

const view = (staffId: string | null = testId(10), fiscalYear = 2026) =>
  loadPlan(store, { staffId, fiscalYear, today });

describe('a career plan in the store', () => {
  it('is read by its writer alone until she shares it, and then by her 上司 and 職員課', async () => {
    await office();
    const plan = await startPlan(store, 2026);
    const change = { planId: plan.id, writerId: testId(10) };
    await savePlan(store, { ...change, patch: { analysis: { strengths: secret } } });
    expect((await view(null)).plan?.analysis.strengths).toBe(secret);
    for (const reader of [11, 12]) {
      await as(reader);
      expect(JSON.stringify(await view())).not.toContain(secret);
      expect((await view()).years).toEqual([]);
      expect(JSON.stringify(await listPlansOfMine(store, today))).not.toContain('2026');
    }
    await as(10);
    await savePlan(store, { ...change, patch: { state: 'shared' } });
    await as(11);
    expect((await view()).plan?.analysis.strengths).toBe(secret);
    await as(13, 'hr');
    expect((await view()).plan?.analysis.strengths).toBe(secret);
    expect((await view()).mayAdvise).toBe(false);
    await as(13);
    await expect(view()).rejects.toMatchObject({ errorName: 'notYours' });
    await as(11);
    await expect(
      savePlan(store, { planId: plan.id, writerId: testId(11), patch: { state: 'draft' } }),
    ).rejects.toMatchObject({ errorName: 'notYours' });
  });

  it('carries the advice of each 上司, which the person reads while the plan is shared', async () => {
    await office();
    const { id: planId } = await startPlan(store, 2026);
    await as(11);
    const advice = { planId, writerId: testId(11), text: 'まず法務を学ぶとよい' };
    await expect(saveAdvice(store, advice)).rejects.toMatchObject({ errorName: 'recordMissing' });
    await as(10);
    const own = { planId, writerId: testId(10) };
    await savePlan(store, { ...own, patch: { state: 'shared' } });
    await as(11);
    await saveAdvice(store, advice);
    await saveAdvice(store, { ...advice, text: 'まず法務を学ぶとよいでしょう' });
    expect((await listPlansOfMine(store, today))[0]).toMatchObject({
      fiscalYear: 2026,
      advised: true,
    });
    expect((await loadCareerStanding(store, today)).supervises).toBe(true);
    await as(10);
    expect((await view(null)).advice).toMatchObject([
      { note: { text: 'まず法務を学ぶとよいでしょう' }, writerName: '主任 相川 直美', mine: false },
    ]);
    expect((await loadCareerStanding(store, today)).supervises).toBe(false);
    await as(13);
    await expect(saveAdvice(store, { ...advice, writerId: testId(13) })).rejects.toMatchObject({
      errorName: 'recordMissing',
    });
  });

  it('starts once a year, from the year before', async () => {
    await office();
    const last = await startPlan(store, 2025);
    const patch = { analysis: { values: '正直であること' } };
    await savePlan(store, { planId: last.id, writerId: testId(10), patch });
    const plan = await startPlan(store, 2026);
    expect(plan).toMatchObject({
      startedFrom: last.id,
      analysis: { values: '正直であること' },
    });
    expect(await startPlan(store, 2026)).toEqual(plan);
    expect((await view(null)).years).toEqual([2026, 2025]);
  });

  it('shows what was disclosed of last year, and to each only what the stages let her read', async () => {
    await office();
    const own = await view(null);
    expect(own.abilities.find(({ itemId }) => itemId === 'setsugu')?.disclosed).toEqual({
      rating: 'A',
      level: 4,
    });
    expect(own.result?.development.map(({ text }) => text)).toEqual([
      '一次が見た長所',
      '本人が伸ばしたい点',
    ]);
    expect(JSON.stringify(own)).not.toContain('一次の根拠');
    // A 上司 who was none of that sheet's evaluators reads nothing of it.
    await store.db.table('sheets').toCollection().modify({ firstEvaluator: null });
    await as(11);
    expect((await view()).result).toBeNull();
  });

  it('shows nothing of a result that is not disclosed yet', async () => {
    await office('secondEvaluation');
    for (const reader of [10, 11, 12]) {
      await as(reader);
      const seen = await view();
      expect(seen.result).toBeNull();
      expect(JSON.stringify(seen.abilities)).not.toContain('"rating"');
    }
  });
});
