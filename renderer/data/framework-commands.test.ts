import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Framework } from '../../shared/domain/framework/framework';
import { openQuestions } from '../../shared/domain/framework/open-questions';
import { makeSampleOffice } from '../../shared/domain/sample/sample-office';
import { makeTestStore } from '../../test/support/test-store';
import { actAs, settleOpenQuestion, withdrawOpenQuestion } from './commands';
import { takeInFrameworks, takeOutFramework } from './framework-commands';
import { loadFrameworkSet } from './queries';
import { readAll } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

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

describe('taking a framework out again', () => {
  it('makes a new version without it, and leaves those of before', async () => {
    await takeInFrameworks(store, [await medical()]);
    const before = await loadFrameworkSet(store);
    await takeOutFramework(store, 'iryo');
    const after = await loadFrameworkSet(store);
    expect(after.version).toBe(before.version + 1);
    expect(after.tables.frameworks.map(({ id }) => id)).not.toContain('iryo');
    expect(await readAll(store, 'frameworkSets')).toContainEqual(before);
  });

  it('is refused as long as anybody uses it, and says who', async () => {
    await takeInFrameworks(store, [await medical()]);
    const [person] = office.staff;
    const [form] = office.forms;
    if (person === undefined || form === undefined) throw new Error('nobody');
    const placed = (frameworkId: string | null) =>
      writeStore(store, ['staff'], (writer) =>
        writer.replace('staff', [{ ...person, frameworkId }]),
      );
    await placed('iryo');
    expect(await refusal(takeOutFramework(store, 'iryo'))).toContain('E124');
    await placed(person.frameworkId);
    const used = { ...form, id: store.newId(), framework: { ...form.framework, id: 'iryo' } };
    await writeStore(store, ['forms'], (writer) => writer.insert('forms', [used]));
    expect(await refusal(takeOutFramework(store, 'iryo'))).toContain('E124');
  });

  it('is refused for the policy’s own tables, and to everybody but 職員課', async () => {
    expect(await refusal(takeOutFramework(store, 'taikeizu-1'))).toContain('E901');
    await takeInFrameworks(store, [await medical()]);
    const other = office.staff.find(({ name }) => name === '𠮷田 美咲');
    await actAs(store, other?.id ?? '');
    expect(await refusal(takeOutFramework(store, 'iryo'))).toContain('E114');
  });
});

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
