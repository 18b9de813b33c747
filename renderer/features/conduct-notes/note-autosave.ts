import type { NotePatch } from '../../../shared/domain/conduct-note/change-note';
import type { Id } from '../../../shared/domain/record/record';
import { type NoteChange, saveNote } from '../../data/conduct-note-commands';
import { createHeldAutosave, type HeldAutosave } from '../../data/held-autosave';
import type { Store } from '../../data/store';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { registerSaver, savePhaseChanged } from '../../state/save-state';

const autosaves = new WeakMap<Store, HeldAutosave<NoteChange>>();

/** The one autosave of a store's notes. It outlives the dialog, as the sheet's does its page. */
export function noteAutosave(store: Store): HeldAutosave<NoteChange> {
  const known = autosaves.get(store);
  if (known !== undefined) return known;
  const made = createHeldAutosave<NoteChange>({
    keyOf: ({ id }) => id,
    merge: (earlier, later) => ({ ...later, patch: { ...earlier.patch, ...later.patch } }),
    save: (change) => saveNote(store, change),
    words: ({ patch }) => ({ text: patch.text ?? '', place: async () => '職務行動記録' }),
    onStateChange: (phase, error) => {
      if (phase === 'failed') notifyProblem(problemOf(error));
      savePhaseChanged(store.now());
    },
  });
  registerSaver(made);
  autosaves.set(store, made);
  return made;
}

/** What was typed in a note and is not stored yet. */
export function unsavedOf(autosave: HeldAutosave<NoteChange>, id: Id): NotePatch {
  return Object.assign(
    {},
    ...autosave
      .unsaved()
      .filter((change) => change.id === id)
      .map(({ patch }) => patch),
  );
}
