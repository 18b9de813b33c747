import type { NotePatch } from '../../../shared/domain/conduct-note/change-note';
import type { Id } from '../../../shared/domain/record/record';
import { laterFields, storeAutosave } from '../../common/store-autosave';
import { type NoteChange, saveNote } from '../../data/conduct-note-commands';
import type { HeldAutosave } from '../../data/held-autosave';

/** The one autosave of a store's notes. It outlives the dialog, as the sheet's does its page. */
export const noteAutosave = storeAutosave<NoteChange>({
  keyOf: ({ id }) => id,
  merge: laterFields,
  save: saveNote,
  text: ({ patch }) => patch.text ?? '',
  place: () => '職務行動記録',
});

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
