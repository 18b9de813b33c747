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
  const held = new Map<string, Change>();
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
    flush() {
      settle(() => true);
      return autosave.flush().catch(() => undefined);
    },
    phase: () => phase,
  });

  function take(change: Change): void {
    const key = keyOf(change);
    const conversion = held.get(key);
    held.delete(key);
    const next = conversion === undefined ? change : mergeChanges(conversion, change);
    const earlier = unsaved.get(key);
    unsaved.set(key, earlier === undefined ? next : mergeChanges(earlier, next));
    autosave.change(key, next);
  }

  function settle(isMeant: (change: Change) => boolean): void {
    for (const change of [...held.values()].filter(isMeant)) take(change);
  }

  return {
    change: take,
    hold(change) {
      const key = keyOf(change);
      const earlier = held.get(key);
      held.set(key, earlier === undefined ? change : mergeChanges(earlier, change));
    },
    settle: (sheetId) => settle((change) => change.sheetId === sheetId),
    unsaved(sheetId) {
      const own = [...unsaved.values(), ...held.values()].filter(
        (change) => change.sheetId === sheetId,
      );
      const patches = new Map<string, EntryPatch>();
      for (const { partId, author, patch } of own) {
        const key = entryKey(partId, author);
        patches.set(key, mergePatches(patches.get(key) ?? {}, patch));
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
