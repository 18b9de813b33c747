import { createAutosave } from '../../data/autosave';
import type { Store } from '../../data/store';
import { createTypingPause } from '../../data/typing-pause';
import { registerSaver, type SavePhase, savePhaseChanged } from '../../state/save-state';
import { notifyProblem } from './notify-problem';

type Change = { text: string; save: (text: string) => Promise<unknown> };

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
  const unsaved = new Map<string, string>();
  const typing = createTypingPause();
  let phase: SavePhase = 'saved';
  const autosave = createAutosave<Change>({
    save: (_id, { text, save }) => save(text),
    merge: (_earlier, later) => later,
    pause: typing.pause,
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
    change(id, change) {
      unsaved.set(id, change.text);
      typing.typed();
      autosave.change(id, change);
    },
    unsaved: (id) => unsaved.get(id) ?? null,
  };
}
