import type { Author } from '../../../shared/domain/form/form';
import type { Id } from '../../../shared/domain/record/record';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { onePerStore, storeAutosave } from '../../common/store-autosave';
import { saveEntry } from '../../data/commands';
import { entryPlaceWords } from '../../data/refused-places';
import { entryPatchWords } from './entry-patch-words';
import { entryKey, mergePatches } from './sheet-form';

type Place = { sheetId: Id; partId: PartId; author: Author };
type Change = Place & { patch: EntryPatch };

export type SheetAutosave = {
  change: (change: Change) => void;
  /**
   * Keeps a text as it stands in the middle of a Japanese conversion. It is written when
   * everything must be stored, and with the next change of its entry.
   */
  hold: (change: Change) => void;
  /** Takes what is held of a sheet as typed: its page is gone. */
  settle: (sheetId: Id) => void;
  /** What was typed on this sheet and is not stored yet, by entry key. */
  unsaved: (sheetId: Id) => Map<string, EntryPatch>;
};

const entryChanges = storeAutosave<Change>({
  keyOf,
  merge: mergeChanges,
  save: saveEntry,
  text: ({ patch }) => entryPatchWords(patch),
  place: (change, store) => entryPlaceWords(store, change),
});

/**
 * The one autosave of a store. It outlives the page, so that text which could not be
 * stored is still there when the sheet is opened again.
 */
export const sheetAutosave = onePerStore((store): SheetAutosave => {
  const autosave = entryChanges(store);
  return {
    change: autosave.change,
    hold: autosave.hold,
    settle: (sheetId) => autosave.settle((change) => change.sheetId === sheetId),
    unsaved(sheetId) {
      const patches = new Map<string, EntryPatch>();
      for (const change of autosave.unsaved()) {
        if (change.sheetId !== sheetId) continue;
        const key = entryKey(change.partId, change.author);
        patches.set(key, mergePatches(patches.get(key) ?? {}, change.patch));
      }
      return patches;
    },
  };
});

function keyOf({ sheetId, partId, author }: Place): string {
  return `${sheetId}/${entryKey(partId, author)}`;
}

function mergeChanges(earlier: Change, later: Change): Change {
  return { ...later, patch: mergePatches(earlier.patch, later.patch) };
}
