import { laterAlone, storeAutosave } from '../../common/store-autosave';
import type { PlanPatch } from '../../data/form-plan-commands';
import { changePlan } from '../../data/form-plan-commands';

/** What was typed in one field of a plan. */
export type TypedSetting = { planId: string; field: string; text: string; patch: PlanPatch };

/** The one autosave of a store's plans. */
export const planAutosave = storeAutosave<TypedSetting>({
  keyOf: ({ planId, field }) => `${planId} ${field}`,
  merge: laterAlone,
  save: (store, { planId, patch }) => changePlan(store, planId, patch),
  text: ({ text }) => text,
  place: ({ field }) => `様式の案　${field}`,
});
