import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import { itemPartId } from '../../shared/domain/sheet/part';
import { resultRow } from '../../shared/domain/sheet/result-table';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { testEntry } from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { listOutputSheets, loadResultSource } from './output-queries';
import { listPeriods } from './queries';
import { databaseNames } from './schema';
import type { Store } from './store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const secret = '植え込んだ評価';
const [period] = office.periods.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
const evaluators = new Set(
  office.staff.flatMap(({ firstEvaluatorId, secondEvaluatorId }) => [
    firstEvaluatorId,
    secondEvaluatorId,
  ]),
);
/** Two of 職員課: the second one's sheet is handled by somebody else alone. */
const ownPeople = office.staff.filter(
  (member) =>
    sampleRightsOf(member, office.orgUnits).includes('hr') &&
    office.sheets.some(({ staffId, periodId }) => staffId === member.id && periodId === period?.id),
);
const clerk = ownPeople.find(({ id }) => !evaluators.has(id));
const colleague = ownPeople.find(({ id }) => id !== clerk?.id);
const evaluator = office.staff.find(({ name }) => name === '相川 直美');

/** Every sheet of the period stands before 確定; its second evaluator has written a secret. */
const sheets = office.sheets.map(
  (sheet): Sheet => ({
    ...sheet,
    stage: 'secondEvaluation',
    handlerId: sheet.staffId === colleague?.id ? (office.staff[0]?.id ?? null) : sheet.handlerId,
  }),
);
const planted = sheets.map(({ id }) => ({
  ...testEntry(itemPartId('sessho-otai'), 'second', { rating: 'S', text: secret }),
  sheetId: id,
}));

let store: Store;
async function storeOf(staffId: string, rights: readonly string[]): Promise<Store> {
  await Dexie.delete(databaseNames.sample);
  const { orgUnits, staff, periods, frameworkSets, forms } = office;
  return makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets, sheetEntries: planted },
    identity: { staffId, rights },
  });
}
beforeEach(async () => {
  store = await storeOf(clerk?.id ?? '', ['employee', 'hr']);
});
afterEach(() => store.db.close());

const listed = async () => listOutputSheets(store, (await listPeriods(store))[0]?.id ?? '');

it('gives 職員課 everybody but herself and whom a colleague alone handles', async () => {
  const found = (await listed()).map(({ staffId }) => staffId);
  expect(clerk).toBeDefined();
  expect(colleague).toBeDefined();
  expect(evaluators.has(clerk?.id ?? '')).toBe(false);
  const all = sheets.filter(({ periodId }) => periodId === period?.id);
  expect(found).toHaveLength(all.length - 2);
  expect(found).not.toContain(clerk?.id);
  expect(found).not.toContain(colleague?.id);
});

it('gives an evaluator her own people alone', async () => {
  store.db.close();
  store = await storeOf(evaluator?.id ?? '', ['employee']);
  const found = await listed();
  expect(found.length).toBeGreaterThan(0);
  for (const { firstEvaluator, secondEvaluator, staffId } of found) {
    expect([firstEvaluator?.staffId, secondEvaluator?.staffId]).toContain(evaluator?.id);
    expect(staffId).not.toBe(evaluator?.id);
  }
});

it('has nothing in a list of results that its reader may not read yet', async () => {
  for (const { id } of (await listed()).slice(0, 8)) {
    const source = await loadResultSource(store, id);
    expect(JSON.stringify(source)).not.toContain(secret);
    expect(source.readable).not.toContain('second');
    const cells = resultRow(source, (instant) => instant.slice(0, 10));
    expect(cells).toContain('二次評価');
    expect(cells.filter((cell) => cell === 'S')).toEqual([]);
  }
});

it('refuses the sheet of a colleague that somebody else handles', async () => {
  const sheet = sheets.find(
    ({ staffId, periodId }) => staffId === colleague?.id && periodId === period?.id,
  );
  await expect(loadResultSource(store, sheet?.id ?? '')).rejects.toMatchObject({
    errorName: 'notYours',
  });
});
