import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import {
  arrangeOjtPlan,
  changeOjtMonth,
  newOjtPlan,
  type OjtPatch,
} from '../../shared/domain/training/change-training';
import type { OjtPlan, OjtState } from '../../shared/domain/training/ojt-plan';
import {
  mayArrangeOjt,
  mayMoveOjt,
  mayReadOjt,
  mayWriteOjt,
  type OjtPlace,
  ojtPlaces,
} from '../../shared/domain/training/training-rules';
import { tableOf } from './database';
import { type NamedPerson, type PeopleNow, peopleTables, readPeopleNow } from './people-now';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/** A plan as its reader has it: what is not hers is not in it. */
export type ListedOjt = {
  plan: OjtPlan;
  person: NamedPerson;
  trainer: NamedPerson;
  writes: OjtPlace[];
  reads: OjtPlace[];
  moves: OjtState[];
  /** Whether I may change the 教育担当者 and take the plan out. */
  arranges: boolean;
};

export type OjtDesk = {
  /** Newest year first. */
  plans: ListedOjt[];
  /** What I may bring back. */
  removed: ListedOjt[];
  /** Whom I may make a plan for, and who may be her 教育担当者. */
  people: NamedPerson[];
  trainers: NamedPerson[];
};

/** Every plan in which I have a part. */
export function loadOjtDesk(store: Store): PromiseLike<OjtDesk> {
  return store.db.transaction('r', [...peopleTables, 'ojtPlans'], async () => {
    const people = await readPeopleNow(store);
    const [rows = []] = await Dexie.Promise.all([tableOf(store.db, 'ojtPlans').toArray()]);
    const me = people.identity.staffId;
    const mine = people.mine.map(({ id }) => people.named(id));
    const plans = parseRows(store, 'ojtPlans', rows)
      .flatMap((plan) => listedOf(people, plan) ?? [])
      .toSorted((one, other) => other.plan.fiscalYear - one.plan.fiscalYear);
    return {
      plans: plans.filter(({ plan }) => !plan.removed),
      removed: plans.filter(({ plan }) => plan.removed),
      people: mine,
      trainers: mine.length === 0 ? [] : [people.named(me), ...mine],
    };
  });
}

function listedOf({ viewerOf, named }: PeopleNow, plan: OjtPlan): ListedOjt | null {
  const viewer = viewerOf(plan.staffId, plan.trainerId);
  const reads = ojtPlaces.filter((place) => mayReadOjt(place, plan, viewer));
  if (reads.length === 0) return null;
  const months = plan.months.map((month) => ({
    ...month,
    aim: reads.includes('aim') ? month.aim : '',
    personReflection: reads.includes('personReflection') ? month.personReflection : '',
    trainerReflection: reads.includes('trainerReflection') ? month.trainerReflection : '',
  }));
  return {
    plan: { ...plan, months },
    person: named(plan.staffId),
    trainer: named(plan.trainerId),
    reads,
    writes: ojtPlaces.filter((place) => mayWriteOjt(place, plan, viewer)),
    moves: (['open', 'closed'] as const).filter((to) => mayMoveOjt(to, plan, viewer)),
    arranges: mayArrangeOjt(plan, viewer),
  };
}

/** @throws IkuseiError `notYours` for who is not the person's head, `ojtPlanStands` twice a year */
export function addOjtPlan(
  store: Store,
  about: Pick<OjtPlan, 'staffId' | 'trainerId' | 'fiscalYear'>,
): Promise<OjtPlan> {
  const tables = ['staff', 'orgUnits', 'evaluatorAssignments', 'ojtPlans'] as const;
  return writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    if (!viewerOf(about.staffId).includes('head') || about.trainerId === about.staffId) {
      throw new IkuseiError('notYours');
    }
    await refuseSecond(store, about);
    const made = { id: store.newId(), now: store.now(), by: identity.staffId };
    const plan = newOjtPlan(about, made);
    await writer.insert('ojtPlans', [plan]);
    return plan;
  });
}

async function refuseSecond(
  store: Store,
  about: Pick<OjtPlan, 'staffId' | 'fiscalYear'>,
): Promise<void> {
  const rows = await tableOf(store.db, 'ojtPlans').where('staffId').equals(about.staffId).toArray();
  const standing = parseRows(store, 'ojtPlans', rows).some(
    ({ fiscalYear, removed }) => fiscalYear === about.fiscalYear && !removed,
  );
  if (standing) throw new IkuseiError('ojtPlanStands');
}

/**
 * Changes the 教育担当者, takes a plan out of the list or brings it back. Who was the
 * 教育担当者 before reads nothing of it any more.
 *
 * @throws IkuseiError notYours, `ojtPlanStands` where another was made meanwhile, saveFailed
 */
export async function arrangeOjt(
  store: Store,
  { id, patch }: { id: Id; patch: Partial<Pick<OjtPlan, 'trainerId' | 'removed'>> },
): Promise<void> {
  const tables = ['staff', 'orgUnits', 'evaluatorAssignments', 'ojtPlans'] as const;
  await writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const before = await readOne(store, 'ojtPlans', id);
    const viewer = viewerOf(before.staffId, before.trainerId);
    if (!mayArrangeOjt(before, viewer)) throw new IkuseiError('notYours');
    if (before.removed && patch.removed === false) await refuseSecond(store, before);
    const made = { now: store.now(), by: identity.staffId };
    const after = arrangeOjtPlan(before, patch, made);
    if (after !== before) await writer.replace('ojtPlans', [after]);
  });
}

/** @throws IkuseiError notYours, saveFailed, contentRefused */
export async function saveOjtMonth(
  store: Store,
  { id, month, patch }: { id: Id; month: string; patch: OjtPatch },
): Promise<void> {
  const tables = ['staff', 'orgUnits', 'evaluatorAssignments', 'ojtPlans'] as const;
  await writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const before = await readOne(store, 'ojtPlans', id);
    const viewer = viewerOf(before.staffId, before.trainerId);
    const places = Object.keys(patch) as OjtPlace[];
    if (!places.every((place) => mayWriteOjt(place, before, viewer))) {
      throw new IkuseiError('notYours');
    }
    const made = { now: store.now(), by: identity.staffId };
    const after = changeOjtMonth(before, month, patch, made);
    if (after !== before) await writer.replace('ojtPlans', [after]);
  });
}

/** @throws IkuseiError `notYours` */
export async function moveOjtPlan(store: Store, id: Id, to: OjtState): Promise<void> {
  const tables = ['staff', 'orgUnits', 'evaluatorAssignments', 'ojtPlans'] as const;
  await writeStore(store, tables, async (writer) => {
    const { identity, viewerOf } = await readPeopleNow(store);
    const before = await readOne(store, 'ojtPlans', id);
    if (!mayMoveOjt(to, before, viewerOf(before.staffId, before.trainerId))) {
      throw new IkuseiError('notYours');
    }
    const stamp = { updatedAt: store.now(), updatedBy: identity.staffId };
    await writer.replace('ojtPlans', [{ ...before, ...stamp, state: to }]);
  });
}
