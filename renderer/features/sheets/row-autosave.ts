import { laterAlone, onePerStore, storeAutosave } from '../../common/store-autosave';

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

const rowChanges = storeAutosave<Change & { id: string }>({
  keyOf: ({ id }) => id,
  merge: laterAlone,
  save: (_store, { text, save }) => save(text),
  text: ({ text }) => text,
  place: ({ label }) => label,
});

/** The one of a store; it outlives the page, so that no text is lost with it. */
export const rowAutosave = onePerStore((store): RowAutosave => {
  const autosave = rowChanges(store);
  return {
    change: (id, change) => autosave.change({ ...change, id }),
    unsaved: (id) => autosave.unsaved().findLast((change) => change.id === id)?.text ?? null,
  };
});
