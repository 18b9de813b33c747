import type { Id } from '../../../shared/domain/record/record';
import { storeAutosave } from '../../common/store-autosave';
import type { Store } from '../../data/store';
import { saveTalkChange, type TalkChange } from '../../data/talk-commands';

/** The one autosave of a store's talks. */
export const talkAutosave = storeAutosave<TalkChange>({
  keyOf,
  merge,
  save: saveTalkChange,
  text: typedText,
  place: ({ what }) => placeNames[what],
});

const placeNames: Readonly<Record<TalkChange['what'], string>> = {
  note: '話の共有メモ',
  memo: '話の自分のメモ',
  topic: '話の話題',
  action: '話のやること',
  reflection: '話してみてどうでしたか',
};

function typedText(change: TalkChange): string {
  if (change.what === 'note' || change.what === 'memo') return change.text;
  const text = change.what === 'reflection' ? change.patch.word : change.patch.text;
  return text ?? '';
}

/** Changes of the same thing by the same person go into one save. */
export function keyOf(change: TalkChange): string {
  return [change.talkId, change.by, change.what, 'id' in change ? change.id : ''].join('/');
}

/** @throws RangeError for changes of two things; `keyOf` keeps them apart */
function merge(earlier: TalkChange, later: TalkChange): TalkChange {
  if (keyOf(earlier) !== keyOf(later)) throw new RangeError('changes of two things');
  return 'patch' in earlier && 'patch' in later
    ? ({ ...later, patch: { ...earlier.patch, ...later.patch } } as TalkChange)
    : later;
}

/** What was typed for one thing and is not stored yet; null when everything is. */
export function unsavedOf(store: Store, of: TalkChange): TalkChange | null {
  const changes = talkAutosave(store)
    .unsaved()
    .filter((change) => keyOf(change) === keyOf(of));
  return changes.length === 0 ? null : changes.reduce(merge);
}

/** Left in the middle of a conversion: better a letter too many than a lost one. */
export function settleTalk(store: Store, talkId: Id): void {
  talkAutosave(store).settle((change) => change.talkId === talkId);
}
