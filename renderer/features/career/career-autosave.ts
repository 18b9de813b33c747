import { mergePlanPatches } from '../../../shared/domain/career/change-plan';
import {
  type AdviceChange,
  type PlanChange,
  saveAdvice,
  savePlan,
} from '../../data/career-plan-commands';
import { createHeldAutosave, type HeldAutosave } from '../../data/held-autosave';
import { type NeedChange, saveNeed } from '../../data/need-commands';
import {
  type RequestChange,
  type RequestNoteChange,
  saveRequest,
  saveRequestNote,
} from '../../data/placement-commands';
import type { Store } from '../../data/store';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { registerSaver, savePhaseChanged } from '../../state/save-state';

/** The one autosave of a store for one kind of text. It outlives its page, as the sheet's does. */
function autosaveOf<Change>(how: {
  keyOf: (change: Change) => string;
  merge: (earlier: Change, later: Change) => Change;
  save: (store: Store, change: Change) => Promise<unknown>;
}): (store: Store) => HeldAutosave<Change> {
  const autosaves = new WeakMap<Store, HeldAutosave<Change>>();
  return (store) => {
    const known = autosaves.get(store);
    if (known !== undefined) return known;
    const made = createHeldAutosave<Change>({
      keyOf: how.keyOf,
      merge: how.merge,
      save: (change) => how.save(store, change),
      onStateChange: (phase, error) => {
        if (phase === 'failed') notifyProblem(problemOf(error));
        savePhaseChanged(store.now());
      },
    });
    registerSaver(made);
    autosaves.set(store, made);
    return made;
  };
}

export const planAutosave = autosaveOf<PlanChange>({
  keyOf: ({ planId }) => planId,
  merge: (earlier, later) => ({ ...later, patch: mergePlanPatches(earlier.patch, later.patch) }),
  save: savePlan,
});

export const adviceAutosave = autosaveOf<AdviceChange>({
  keyOf: ({ planId, writerId }) => `${planId}/${writerId}`,
  merge: (_earlier, later) => later,
  save: saveAdvice,
});

export const requestAutosave = autosaveOf<RequestChange>({
  keyOf: ({ requestId }) => requestId,
  merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
  save: saveRequest,
});

export const requestNoteAutosave = autosaveOf<RequestNoteChange>({
  keyOf: ({ requestId, kind, writerId }) => `${requestId}/${kind}/${writerId}`,
  merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
  save: saveRequestNote,
});

export const needAutosave = autosaveOf<NeedChange>({
  keyOf: ({ needId }) => needId,
  merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
  save: saveNeed,
});
