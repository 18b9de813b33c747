import { IkuseiError } from '../../shared/domain/errors';
import {
  changeFormPlan,
  confirmScoring,
  type FormPlanPatch,
  reviewValue,
} from '../../shared/domain/form/change-form-plan';
import type { FormPlan, InitialValue } from '../../shared/domain/form/form-plan';
import { faultsOfPlan } from '../../shared/domain/form/form-plan-faults';
import { requireHr } from './commands';
import { loadFrameworkSet } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/** What changes; a part of a part of the plan is laid over what is stored by then. */
export type PlanPatch = FormPlanPatch | ((plan: FormPlan) => FormPlanPatch);

/** @throws IkuseiError notYours, recordMissing, contentRefused, saveFailed */
export async function changePlan(store: Store, planId: string, patch: PlanPatch): Promise<void> {
  await rewritePlan(store, planId, (plan) =>
    changeFormPlan(plan, typeof patch === 'function' ? patch(plan) : patch),
  );
}

/** Takes the mark 「初期値」 off a value that holds as it is. */
export async function reviewPlanValue(
  store: Store,
  planId: string,
  value: InitialValue,
): Promise<void> {
  await rewritePlan(store, planId, (plan) => reviewValue(plan, value));
}

const scoringPlaces = ['sections', 'scale', 'thresholds'] as const;

/** @throws IkuseiError `scoringUnsettled` while something is wrong with the numbers */
export async function confirmPlanScoring(store: Store, planId: string): Promise<void> {
  await rewritePlan(store, planId, (plan, frameworks) => {
    const faults = faultsOfPlan(plan, frameworks).filter(({ place }) =>
      scoringPlaces.some((one) => one === place),
    );
    if (faults.length > 0) {
      throw new IkuseiError('scoringUnsettled', faults.map(({ words }) => words).join('\n'));
    }
    return confirmScoring(plan);
  });
}

/** Adds a plan like this one, for no position yet. */
export async function addPlanLike(store: Store, planId: string): Promise<FormPlan> {
  return writeStore(store, ['formPlans'], async (writer) => {
    const identity = await requireHr(store);
    const like = await readOne(store, 'formPlans', planId);
    const plan: FormPlan = {
      ...like,
      id: store.newId(),
      updatedAt: store.now(),
      updatedBy: identity.staffId,
      name: `${like.name}（写し）`,
      positionIds: [],
    };
    await writer.insert('formPlans', [plan]);
    return plan;
  });
}

async function rewritePlan(
  store: Store,
  planId: string,
  change: (
    plan: FormPlan,
    frameworks: Awaited<ReturnType<typeof loadFrameworkSet>>['tables']['frameworks'],
  ) => FormPlan,
): Promise<void> {
  await writeStore(store, ['formPlans', 'frameworkSets'], async (writer) => {
    const identity = await requireHr(store);
    const before = await readOne(store, 'formPlans', planId);
    const { frameworks } = (await loadFrameworkSet(store)).tables;
    const stamp = { updatedAt: store.now(), updatedBy: identity.staffId };
    await writer.replace('formPlans', [{ ...change(before, frameworks), ...stamp }]);
  });
}
