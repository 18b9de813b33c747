import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Framework } from '../../shared/domain/framework/framework';
import { openQuestions } from '../../shared/domain/framework/open-questions';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, settleOpenQuestion, withdrawOpenQuestion } from './commands';
import { takeInFrameworks } from './framework-commands';
import { loadFrameworkSet } from './queries';
import { readAll } from './read-rows';
import type { Store } from './store';

const office = makeSampleOffice({ seed: 5, fiscalYear: 2026 });
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

async function medical(): Promise<Framework> {
  const [first] = (await loadFrameworkSet(store)).tables.frameworks;
  if (first === undefined) throw new Error('no tables');
  return { ...first, id: 'iryo', name: '医療職給料表' };
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => String(error),
  );

describe('adding a framework', () => {
  it('makes a new version and leaves the one before as it is', async () => {
    const before = await loadFrameworkSet(store);
    await takeInFrameworks(store, [await medical()]);
    const after = await loadFrameworkSet(store);
    expect(after.version).toBe(before.version + 1);
    expect(after.tables.frameworks.map(({ id }) => id)).toEqual([
      ...before.tables.frameworks.map(({ id }) => id),
      'iryo',
    ]);
    expect(await readAll(store, 'frameworkSets')).toEqual(expect.arrayContaining([before, after]));
  });

  it('is refused a second time, with faults, and to everybody but 職員課', async () => {
    const framework = await medical();
    await takeInFrameworks(store, [framework]);
    expect(await refusal(takeInFrameworks(store, [framework]))).toContain('E123');
    const [cell] = framework.cells;
    const cells = [{ items: ['x'], positions: cell?.positions ?? [], text: '' }];
    expect(
      await refusal(takeInFrameworks(store, [{ ...framework, id: 'b', name: 'b', cells }])),
    ).toContain('E123');
    const clerk = office.staff.find(({ name }) => name === '𠮷田 美咲');
    await actAs(store, clerk?.id ?? '');
    expect(await refusal(takeInFrameworks(store, [framework]))).toContain('E114');
    expect(await readAll(store, 'frameworkSets')).toHaveLength(2);
  });

  it('lets a wording be settled for the sheets of the version before, too', async () => {
    await takeInFrameworks(store, [await medical()]);
    const sets = () => readAll(store, 'frameworkSets');
    const [question] = openQuestions(await loadFrameworkSet(store));
    const questionId = question?.id ?? '';
    await settleOpenQuestion(store, { questionId, text: '確かめた文言' });
    for (const { settlements } of await sets()) {
      expect(settlements).toMatchObject([{ questionId, text: '確かめた文言' }]);
    }
    await withdrawOpenQuestion(store, questionId);
    for (const { settlements } of await sets()) expect(settlements).toEqual([]);
  });
});
