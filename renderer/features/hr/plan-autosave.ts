import type { PlanPatch } from '../../data/form-plan-commands';
import { changePlan } from '../../data/form-plan-commands';
import { createHeldAutosave, type HeldAutosave } from '../../data/held-autosave';
import type { Store } from '../../data/store';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { registerSaver, savePhaseChanged } from '../../state/save-state';

/** What was typed in one field of a plan. */
export type TypedSetting = { planId: string; field: string; text: string; patch: PlanPatch };

const autosaves = new WeakMap<Store, HeldAutosave<TypedSetting>>();

/** The one autosave of a store's plans. It outlives the page, as the sheet's does. */
export function planAutosave(store: Store): HeldAutosave<TypedSetting> {
  const known = autosaves.get(store);
  if (known !== undefined) return known;
  const made = createHeldAutosave<TypedSetting>({
    keyOf: ({ planId, field }) => `${planId} ${field}`,
    merge: (_earlier, later) => later,
    save: ({ planId, patch }) => changePlan(store, planId, patch),
    words: ({ text, field }) => ({ text, place: async () => `様式の案　${field}` }),
    onStateChange: (phase, error) => {
      if (phase === 'failed') notifyProblem(problemOf(error));
      savePhaseChanged(store.now());
    },
  });
  registerSaver(made);
  autosaves.set(store, made);
  return made;
}
