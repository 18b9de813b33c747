import type { InterviewPatch } from '../../../shared/domain/interview/change-interview';
import type { InterviewKind } from '../../../shared/domain/interview/interview';
import { laterFields, storeAutosave } from '../../common/store-autosave';
import { type InterviewChange, saveInterview } from '../../data/interview-commands';
import { interviewPlaceWords } from '../../data/refused-places';
import type { Store } from '../../data/store';

/** The one autosave of a store's talks. */
export const interviewAutosave = storeAutosave<InterviewChange>({
  keyOf: ({ sheetId, kind }) => `${sheetId}/${kind}`,
  merge: laterFields,
  save: saveInterview,
  text: ({ patch }) => patch.text ?? '',
  place: (change, store) => interviewPlaceWords(store, change),
});

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
