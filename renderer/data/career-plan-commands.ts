import type { CareerPlan } from '../../shared/domain/career/career-plan';
import { mayWriteCareer, planWay } from '../../shared/domain/career/career-rules';
import {
  changeCareerPlan,
  newCareerPlan,
  type PlanPatch,
} from '../../shared/domain/career/change-plan';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { localToday } from '../platform/local-time';
import { writeNote } from './career-note-writing';
import { careerOfficeTables, memberOf, readCareerOffice, viewerOfMember } from './career-setting';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/** The tables of `careerOfficeTables` as `writeStore` takes them; it adds `meta` itself. */
const officeTables = careerOfficeTables.filter((table) => table !== 'meta');

/** Begins my plan of a year from my last one before it; the one there is when there is one. */
export async function startPlan(store: Store, fiscalYear: number): Promise<CareerPlan> {
  return writeStore(store, ['careerPlans'], async (writer) => {
    const { staffId: by } = await loadIdentity(store);
    const rows = await tableOf(store.db, 'careerPlans').where('staffId').equals(by).toArray();
    const plans = parseRows(store, 'careerPlans', rows);
    const known = plans.find((plan) => plan.fiscalYear === fiscalYear);
    if (known !== undefined) return known;
    const [before = null] = plans
      .filter((plan) => plan.fiscalYear < fiscalYear)
      .sort((left, right) => right.fiscalYear - left.fiscalYear);
    const made = { id: store.newId(), fiscalYear, before, now: store.now(), by };
    const plan = newCareerPlan(made);
    await writer.insert('careerPlans', [plan]);
    return plan;
  });
}

/** `writerId`: in 見本 another person may act by the time it is stored. */
export type PlanChange = { planId: Id; writerId: Id; patch: PlanPatch };

/** @throws IkuseiError notYours, recordMissing, rowDamaged, contentRefused, saveFailed */
export async function savePlan(store: Store, change: PlanChange): Promise<CareerPlan> {
  return writeStore(store, ['careerPlans'], async (writer) => {
    const { staffId } = await loadIdentity(store);
    if (staffId !== change.writerId) throw new IkuseiError('notYours');
    const before = await readOne(store, 'careerPlans', change.planId);
    const after = changeCareerPlan(before, change.patch, { now: store.now(), by: staffId });
    if (after !== before) await writer.replace('careerPlans', [after]);
    return after;
  });
}

export type AdviceChange = { planId: Id; writerId: Id; text: string };

/**
 * Writes the 助言 of one 上司 on a plan that is shared with her.
 *
 * @throws IkuseiError `recordMissing` also for a draft: nobody learns that there is one
 */
export async function saveAdvice(store: Store, change: AdviceChange): Promise<void> {
  await writeStore(store, [...officeTables, 'careerPlans', 'careerNotes'], async (writer) => {
    const office = await readCareerOffice(store, localToday());
    if (office.identity.staffId !== change.writerId) throw new IkuseiError('notYours');
    const plan = await readOne(store, 'careerPlans', change.planId);
    const viewer = viewerOfMember(office, memberOf(office, plan.staffId));
    if (!mayWriteCareer(viewer, 'advice', planWay(plan))) throw new IkuseiError('recordMissing');
    await writeNote(store, writer, {
      subjectId: plan.id,
      kind: 'advice',
      writerId: office.identity.staffId,
      patch: { text: change.text },
    });
  });
}
