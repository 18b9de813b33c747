import { createHeldAutosave } from '../../data/held-autosave';
import type { Store } from '../../data/store';
import { registerSaver, savePhaseChanged } from '../../state/save-state';
import { notifyProblem } from './notify-problem';

type Change = {
  text: string;
  /** The field's label. */
  label: string;
  save: (text: string) => Promise<unknown>;
};

/** Saves the text of rows that are no entries of a sheet, by their id, as it is typed. */
export type RowAutosave = {
  change: (id: string, change: Change) => void;
  /** What was typed and is not stored yet. */
  unsaved: (id: string) => string | null;
};

const autosaves = new WeakMap<Store, RowAutosave>();

/** The one of a store; it outlives the page, so that no text is lost with it. */
export function rowAutosave(store: Store): RowAutosave {
  const known = autosaves.get(store);
  if (known !== undefined) return known;
  const made = makeRowAutosave(store);
  autosaves.set(store, made);
  return made;
}

function makeRowAutosave(store: Store): RowAutosave {
  const autosave = createHeldAutosave<Change & { id: string }>({
    keyOf: ({ id }) => id,
    merge: (_earlier, later) => later,
    save: ({ text, save }) => save(text),
    words: ({ text, label }) => ({ text, place: async () => label }),
    onStateChange: (phase, error) => {
      if (phase === 'failed') notifyProblem(error);
      savePhaseChanged(store.now());
    },
  });
  registerSaver(autosave);
  return {
    change: (id, change) => autosave.change({ ...change, id }),
    unsaved: (id) => autosave.unsaved().findLast((change) => change.id === id)?.text ?? null,
  };
}
