import type { Author } from '../../../shared/domain/form/form';
import type { Id } from '../../../shared/domain/record/record';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { saveEntry } from '../../data/commands';
import { createHeldAutosave } from '../../data/held-autosave';
import { entryPlaceWords } from '../../data/refused-places';
import type { Store } from '../../data/store';
import { registerSaver, savePhaseChanged } from '../../state/save-state';
import { entryPatchWords } from './entry-patch-words';
import { notifyProblem } from './notify-problem';
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

const autosaves = new WeakMap<Store, SheetAutosave>();

/**
 * The one autosave of a store. It outlives the page, so that text which could not be
 * stored is still there when the sheet is opened again.
 */
export function sheetAutosave(store: Store): SheetAutosave {
  const known = autosaves.get(store);
  if (known !== undefined) return known;
  const made = makeSheetAutosave(store);
  autosaves.set(store, made);
  return made;
}

function makeSheetAutosave(store: Store): SheetAutosave {
  const autosave = createHeldAutosave<Change>({
    keyOf,
    merge: mergeChanges,
    save: (change) => saveEntry(store, change),
    words: (change) => ({
      text: entryPatchWords(change.patch),
      place: () => entryPlaceWords(store, change),
    }),
    onStateChange: (phase, error) => {
      if (phase === 'failed') notifyProblem(error);
      savePhaseChanged(store.now());
    },
  });
  registerSaver(autosave);
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
}

function keyOf({ sheetId, partId, author }: Place): string {
  return `${sheetId}/${entryKey(partId, author)}`;
}

function mergeChanges(earlier: Change, later: Change): Change {
  return { ...later, patch: mergePatches(earlier.patch, later.patch) };
}
