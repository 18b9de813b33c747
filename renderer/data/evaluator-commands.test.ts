import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import { makeTestStore } from '../../test/support/test-store';
import { actAs } from './commands';
import { removeAssignment, type SaidAssignment, saveAssignment } from './evaluator-commands';
import { listSheetsOf, loadOffice } from './organisation-queries';
import { readAll } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
const [person, evaluator] = office.staff;
if (person === undefined || evaluator === undefined) throw new Error('nobody');
const said: SaidAssignment = {
  staffId: person.id,
  role: 'first',
  evaluatorId: evaluator.id,
  from: '2026-04-01',
  to: '2026-09-30',
  remark: ' 産休の間 ',
};
let store: Store;

beforeEach(async () => {
  const { orgUnits, staff, periods, frameworkSets, forms, sheets } = office;
  store = await makeTestStore({
    dataSet: 'sample',
    rows: { orgUnits, staff, periods, frameworkSets, forms, sheets },
    identity: { staffId: office.startAs, rights: ['employee', 'hr'] },
  });
});
afterEach(() => store.db.delete());

const stored = async () => (await loadOffice(store)).assignments;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String(error),
  );

describe('naming an evaluator for some days', () => {
  it('is kept, changed in place and taken away', async () => {
    await saveAssignment(store, said, null);
    const [made] = await stored();
    expect(made).toMatchObject({ ...said, remark: '産休の間' });
    await saveAssignment(store, { ...said, to: null }, made?.id ?? '');
    expect(await stored()).toEqual([
      { ...made, to: null, updatedAt: expect.any(String), updatedBy: office.startAs },
    ]);
    await removeAssignment(store, made?.id ?? '');
    expect(await stored()).toEqual([]);
  });

  it('leaves alone what was said of one sheet: a column, 引継ぎ, an opinion', async () => {
    const sheet = office.sheets.find(({ staffId }) => staffId === person.id);
    if (sheet === undefined) throw new Error('no sheet');
    const evaluatorThen = { staffId: evaluator.id, name: evaluator.name, jobTitle: '' };
    const onSheet = {
      sheetId: sheet.id,
      evaluator: evaluatorThen,
      former: null,
      formerColumn: [],
      text: '引き継ぐこと',
      organisation: '',
    };
    const kept = {
      ...said,
      id: store.newId(),
      schemaVersion: 4,
      updatedAt: store.now(),
      updatedBy: evaluator.id,
      onSheet,
    };
    await writeStore(store, ['evaluatorAssignments'], (writer) =>
      writer.insert('evaluatorAssignments', [kept]),
    );
    expect(await refusal(removeAssignment(store, kept.id))).toContain('E901');
    expect(await refusal(saveAssignment(store, said, kept.id))).toContain('E901');
    // It is no part of the office, and is there as it was.
    expect(await stored()).toEqual([]);
    expect(await readAll(store, 'evaluatorAssignments')).toEqual([kept]);
    expect(evaluatorsOn(person, [kept], '2026-05-01').first).toBe(person.firstEvaluatorId);
  });

  it.each([
    ['herself', { evaluatorId: person.id }],
    ['days turned round', { to: '2026-03-31' }],
    ['somebody who is not there', { evaluatorId: office.orgUnits[0]?.id ?? '' }],
  ])('is refused for %s', async (_what, change) => {
    expect(await refusal(saveAssignment(store, { ...said, ...change }, null))).toContain('E901');
    expect(await stored()).toEqual([]);
  });

  it('is 職員課’s alone, as is the look at the office', async () => {
    const clerk = office.staff.find(({ name }) => name === '𠮷田 美咲');
    await actAs(store, clerk?.id ?? '');
    expect(await refusal(saveAssignment(store, said, null))).toContain('E114');
    expect(await refusal(removeAssignment(store, said.staffId))).toContain('E114');
    expect(await refusal(loadOffice(store))).toContain('E114');
  });

  it('leads to the sheets of a person whom one may know of', async () => {
    const clerk = office.staff.find(({ name }) => name === '𠮷田 美咲');
    const own = await listSheetsOf(store, clerk?.id ?? '');
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ staffId }) => staffId))).toEqual(new Set([clerk?.id]));
  });
});
