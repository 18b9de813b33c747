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
  /** What was typed, and where, for whoever keeps what cannot be saved. */
  texts: (change: Change) => readonly (string | undefined)[];
  place: string;
}): (store: Store) => HeldAutosave<Change> {
  const autosaves = new WeakMap<Store, HeldAutosave<Change>>();
  return (store) => {
    const known = autosaves.get(store);
    if (known !== undefined) return known;
    const made = createHeldAutosave<Change>({
      keyOf: how.keyOf,
      merge: how.merge,
      save: (change) => how.save(store, change),
      words: (change) => ({
        text: how
          .texts(change)
          .filter((text) => text !== undefined && text !== '')
          .join('\n'),
        place: async () => how.place,
      }),
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
  texts: ({ patch: { analysis, vision, wishedField, neededText, steps } }) => [
    ...Object.values(analysis ?? {}),
    ...Object.values(vision ?? {}),
    wishedField,
    neededText,
    ...(steps ?? []).map(({ text }) => text),
  ],
  place: 'キャリアプラン',
});

export const adviceAutosave = autosaveOf<AdviceChange>({
  keyOf: ({ planId, writerId }) => `${planId}/${writerId}`,
  merge: (_earlier, later) => later,
  save: saveAdvice,
  texts: ({ text }) => [text],
  place: '助言',
});

export const requestAutosave = autosaveOf<RequestChange>({
  keyOf: ({ requestId }) => requestId,
  merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
  save: saveRequest,
  texts: ({ patch: { stayReason, wishes } }) => [
    stayReason,
    ...(wishes ?? []).flatMap(({ words, reason }) => [words, reason]),
  ],
  place: '配属希望申告',
});

export const requestNoteAutosave = autosaveOf<RequestNoteChange>({
  keyOf: ({ requestId, kind, writerId }) => `${requestId}/${kind}/${writerId}`,
  merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
  save: saveRequestNote,
  texts: ({ patch }) => [patch.text],
  place: '配属希望申告',
});

export const needAutosave = autosaveOf<NeedChange>({
  keyOf: ({ needId }) => needId,
  merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
  save: saveNeed,
  texts: ({ patch: { people, work, reason, experience } }) => [people, work, reason, experience],
  place: 'キャリア人材配置要求調査',
});
