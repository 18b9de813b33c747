import type { Id } from '../../../shared/domain/record/record';
import { laterFields, storeAutosave } from '../../common/store-autosave';
import { saveHandDown } from '../../data/hand-down-commands';
import { saveOjtMonth } from '../../data/ojt-commands';
import type { Store } from '../../data/store';
import { saveApplication, saveCall, saveRecord } from '../../data/training-commands';

/** What is written: a call, an application, a record, a month of a plan, a 継承. */
export type TrainingPlace =
  | { target: 'call' | 'application' | 'record' | 'handDown'; id: Id }
  | { target: 'ojt'; id: Id; month: string };

type Change = TrainingPlace & { patch: Record<string, unknown> };

function save(store: Store, change: Change): Promise<unknown> {
  switch (change.target) {
    case 'call':
      return saveCall(store, change);
    case 'application':
      return saveApplication(store, change);
    case 'record':
      return saveRecord(store, change);
    case 'handDown':
      return saveHandDown(store, change);
    case 'ojt':
      return saveOjtMonth(store, change);
  }
}

/** The one autosave of a store's training. */
export const trainingAutosave = storeAutosave<Change>({
  keyOf,
  merge: laterFields,
  save,
  text: ({ patch }) => typedText(patch),
  place: ({ target }) => places[target],
});

const places: Readonly<Record<TrainingPlace['target'], string>> = {
  call: '研修などの募集',
  application: '研修などの申込み',
  record: '研修の記録',
  handDown: '知識・技術の継承',
  ojt: 'OJT計画',
};

/** Every text of a change; days and choices among them are short enough to be read past. */
function typedText(patch: Record<string, unknown>): string {
  return Object.values(patch)
    .filter((value) => typeof value === 'string' && value !== '')
    .join('\n');
}

function keyOf(place: TrainingPlace): string {
  const month = place.target === 'ojt' ? place.month : '';
  return `${place.target}/${place.id}/${month}`;
}

export function isSamePlace(one: TrainingPlace, other: TrainingPlace): boolean {
  return keyOf(one) === keyOf(other);
}

/** What was typed in a field and is not stored yet; undefined when there is none. */
export function unsavedField(store: Store, place: TrainingPlace, field: string): unknown {
  return trainingAutosave(store)
    .unsaved()
    .filter((change) => isSamePlace(change, place) && field in change.patch)
    .at(-1)?.patch[field];
}
