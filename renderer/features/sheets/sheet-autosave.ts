import type { Author } from '../../../shared/domain/form/form';
import type { Id } from '../../../shared/domain/record/record';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import { createAutosave } from '../../data/autosave';
import { saveEntry } from '../../data/commands';
import type { Store } from '../../data/store';
import { registerSaver, type SavePhase, savePhaseChanged } from '../../state/save-state';
import { notifyProblem } from './notify-problem';
import { entryKey, mergePatches } from './sheet-form';

type Place = { sheetId: Id; partId: PartId; author: Author };
type Change = Place & { patch: EntryPatch };

export type SheetAutosave = {
  change: (change: Change) => void;
  /** What was typed on this sheet and is not stored yet, by entry key. */
  unsaved: (sheetId: Id) => Map<string, EntryPatch>;
};

/** Long enough for a fast typist's next key, too short for her to wait for. */
const PAUSE_MILLISECONDS = 80;

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
  const unsaved = new Map<string, Change>();
  let phase: SavePhase = 'saved';
  const autosave = createAutosave<Change>({
    save: (_key, change) => saveEntry(store, change),
    merge: mergeChanges,
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS)),
    onStateChange: (next, error) => {
      phase = next;
      if (next === 'saved') unsaved.clear();
      if (next === 'failed') notifyProblem(error);
      savePhaseChanged(store.now());
    },
  });
  registerSaver({
    // A failure has already been announced by `onStateChange`.
    flush: () => autosave.flush().catch(() => undefined),
    phase: () => phase,
  });
  return {
    change(change) {
      const key = `${change.sheetId}/${entryKey(change.partId, change.author)}`;
      const earlier = unsaved.get(key);
      unsaved.set(key, earlier === undefined ? change : mergeChanges(earlier, change));
      autosave.change(key, change);
    },
    unsaved(sheetId) {
      const own = [...unsaved.values()].filter((change) => change.sheetId === sheetId);
      return new Map(own.map((change) => [entryKey(change.partId, change.author), change.patch]));
    },
  };
}

function mergeChanges(earlier: Change, later: Change): Change {
  return { ...later, patch: mergePatches(earlier.patch, later.patch) };
}
