import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorName } from '../../shared/domain/errors';
import type { Right } from '../../shared/domain/store/meta';
import {
  testFrameworkSet,
  testId,
  testOrgUnits,
  testStaff,
} from '../../test/support/sheet-builders';
import { makeTestStore } from '../../test/support/test-store';
import { tableOf } from './database';
import { addHandDown, loadHandDowns, saveHandDown } from './hand-down-commands';
import { addOjtPlan, arrangeOjt, loadOjtDesk, moveOjtPlan, saveOjtMonth } from './ojt-commands';
import { databaseNames } from './schema';
import type { Store } from './store';
import { writeStore } from './write-store';

const person = testId(10);
const head = testId(11);
const trainer = testId(12);
const clerk = testId(40);
const stranger = testId(50);
const planted = '準備中の目標';

let store: Store;

beforeEach(async () => {
  await Dexie.delete(databaseNames.sample);
  store = await makeTestStore({
    dataSet: 'sample',
    rows: {
      orgUnits: testOrgUnits,
      staff: [person, head, trainer, clerk, stranger].map((id, index) =>
        testStaff(10, {
          id,
          number: `10000${index}`,
          firstEvaluatorId: id === person || id === trainer ? head : null,
          secondEvaluatorId: null,
        }),
      ),
      frameworkSets: [testFrameworkSet()],
    },
    identity: { staffId: head, rights: ['employee'] },
  });
});

afterEach(() => store.db.close());

async function actAs(staffId: string): Promise<void> {
  const rights: Right[] = staffId === clerk ? ['employee', 'hr'] : ['employee'];
  await writeStore(store, [], async (writer) => {
    const identity = await tableOf(store.db, 'meta').get('identity');
    await writer.putMeta({ ...(identity as { id: string }), staffId, rights });
  });
}

const refused = (name: ErrorName) => expect.objectContaining({ errorName: name });

describe('an OJT plan', () => {
  const about = { staffId: person, trainerId: trainer, fiscalYear: 2026 };

  it('is made by the head, prepared with the trainer, opened, and written by both', async () => {
    const { id } = await addOjtPlan(store, about);
    await expect(addOjtPlan(store, about)).rejects.toEqual(refused('ojtPlanStands'));
    await actAs(trainer);
    await saveOjtMonth(store, { id, month: '2026-04', patch: { aim: planted } });
    for (const other of [person, clerk, stranger]) {
      await actAs(other);
      expect((await loadOjtDesk(store)).plans).toEqual([]);
    }
    await expect(moveOjtPlan(store, id, 'open')).rejects.toEqual(refused('notYours'));
    await actAs(head);
    await moveOjtPlan(store, id, 'open');
    await actAs(person);
    await saveOjtMonth(store, { id, month: '2026-04', patch: { personReflection: '覚えた' } });
    await expect(
      saveOjtMonth(store, { id, month: '2026-04', patch: { aim: 'x' } }),
    ).rejects.toEqual(refused('notYours'));
    const [mine] = (await loadOjtDesk(store)).plans;
    expect(mine?.plan.months[0]).toMatchObject({ aim: planted, personReflection: '覚えた' });
    await actAs(clerk);
    expect((await loadOjtDesk(store)).plans[0]?.writes).toEqual([]);
    await actAs(stranger);
    await expect(addOjtPlan(store, about)).rejects.toEqual(refused('notYours'));
  });
});

describe('the arrangement of an OJT plan', () => {
  const about = { staffId: person, trainerId: trainer, fiscalYear: 2026 };
  const trainedBy = async () => (await loadOjtDesk(store)).plans.map(({ trainer: { id } }) => id);

  it('is the head’s: another 教育担当者 reads and writes it, and the one before no more', async () => {
    const { id } = await addOjtPlan(store, about);
    await actAs(trainer);
    expect(await trainedBy()).toEqual([trainer]);
    await expect(arrangeOjt(store, { id, patch: { trainerId: head } })).rejects.toEqual(
      refused('notYours'),
    );
    await actAs(head);
    await expect(arrangeOjt(store, { id, patch: { trainerId: person } })).rejects.toEqual(
      refused('notYours'),
    );
    await arrangeOjt(store, { id, patch: { trainerId: stranger } });
    await actAs(stranger);
    expect(await trainedBy()).toEqual([stranger]);
    await saveOjtMonth(store, { id, month: '2026-04', patch: { aim: planted } });
    await actAs(trainer);
    expect(JSON.stringify(await loadOjtDesk(store))).not.toContain(planted);
  });

  it('takes a plan out for everybody, and brings it back unless another stands there', async () => {
    const { id } = await addOjtPlan(store, about);
    await moveOjtPlan(store, id, 'open');
    await arrangeOjt(store, { id, patch: { removed: true } });
    expect(await loadOjtDesk(store)).toMatchObject({ plans: [], removed: [{ plan: { id } }] });
    await expect(moveOjtPlan(store, id, 'closed')).rejects.toEqual(refused('notYours'));
    for (const other of [person, trainer, clerk]) {
      await actAs(other);
      expect(await loadOjtDesk(store)).toMatchObject({ plans: [], removed: [] });
    }
    await actAs(head);
    const second = await addOjtPlan(store, about);
    const back = { id, patch: { removed: false } };
    await expect(arrangeOjt(store, back)).rejects.toEqual(refused('ojtPlanStands'));
    await arrangeOjt(store, { id: second.id, patch: { removed: true } });
    await arrangeOjt(store, back);
    expect((await loadOjtDesk(store)).plans).toMatchObject([{ plan: { id, state: 'open' } }]);
  });
});

describe('what a veteran hands down', () => {
  it('is written by the giver or her head, and reaches who takes it over once it is begun', async () => {
    await actAs(trainer);
    const { id } = await addHandDown(store, trainer);
    await saveHandDown(store, { id, patch: { knowledge: '台帳の読み方', receiverId: person } });
    await actAs(person);
    expect((await loadHandDowns(store)).handDowns).toEqual([]);
    await expect(saveHandDown(store, { id, patch: { how: 'x' } })).rejects.toEqual(
      refused('notYours'),
    );
    await actAs(head);
    await saveHandDown(store, { id, patch: { state: 'doing', until: '2027-03-31' } });
    await actAs(person);
    expect((await loadHandDowns(store)).handDowns[0]).toMatchObject({
      mayWrite: false,
      handDown: { knowledge: '台帳の読み方' },
    });
    await actAs(stranger);
    expect((await loadHandDowns(store)).handDowns).toEqual([]);
    await expect(addHandDown(store, trainer)).rejects.toEqual(refused('notYours'));
    await actAs(trainer);
    await saveHandDown(store, { id, patch: { removed: true } });
    await actAs(person);
    expect(await loadHandDowns(store)).toMatchObject({ handDowns: [], removed: [] });
  });
});
