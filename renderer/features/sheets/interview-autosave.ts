import type { InterviewPatch } from '../../../shared/domain/interview/change-interview';
import type { InterviewKind } from '../../../shared/domain/interview/interview';
import { createHeldAutosave, type HeldAutosave } from '../../data/held-autosave';
import { type InterviewChange, saveInterview } from '../../data/interview-commands';
import { interviewPlaceWords } from '../../data/refused-places';
import type { Store } from '../../data/store';
import { registerSaver, savePhaseChanged } from '../../state/save-state';
import { notifyProblem } from './notify-problem';

const autosaves = new WeakMap<Store, HeldAutosave<InterviewChange>>();

/** The one autosave of a store's talks. It outlives the page, as the sheet's does. */
export function interviewAutosave(store: Store): HeldAutosave<InterviewChange> {
  const known = autosaves.get(store);
  if (known !== undefined) return known;
  const made = createHeldAutosave<InterviewChange>({
    keyOf: ({ sheetId, kind }) => `${sheetId}/${kind}`,
    merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
    save: (change) => saveInterview(store, change),
    words: (change) => ({
      text: change.patch.text ?? '',
      place: () => interviewPlaceWords(store, change),
    }),
    onStateChange: (phase, error) => {
      if (phase === 'failed') notifyProblem(error);
      savePhaseChanged(store.now());
    },
  });
  registerSaver(made);
  autosaves.set(store, made);
  return made;
}

/** What was typed in a record and is not stored yet. */
export function unsavedInterview(
  store: Store,
  sheetId: string,
  kind: InterviewKind,
): InterviewPatch {
  const patches = interviewAutosave(store)
    .unsaved()
    .filter((change) => change.sheetId === sheetId && change.kind === kind)
    .map(({ patch }) => patch);
  return Object.assign({}, ...patches);
}
