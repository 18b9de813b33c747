import { createHeldAutosave, type HeldAutosave } from '../data/held-autosave';
import type { Store } from '../data/store';
import { problemOf } from '../platform/problem';
import { notifyProblem } from '../state/notifications';
import { registerSaver, savePhaseChanged } from '../state/save-state';

/** Made once for a store and then the same: it outlives the page that asks for it. */
export function onePerStore<Made>(make: (store: Store) => Made): (store: Store) => Made {
  const known = new WeakMap<Store, Made>();
  return (store) => {
    const found = known.get(store);
    if (found !== undefined) return found;
    const made = make(store);
    known.set(store, made);
    return made;
  };
}

/**
 * The one autosave of a store for one kind of text, known to the window. It outlives its page,
 * so that what could not be stored is still there when the page is opened again.
 *
 * @param how.keyOf the same for changes of the same thing
 * @param how.merge the later change laid over the earlier one
 * @param how.text what was typed, for whoever keeps what cannot be saved
 * @param how.place where it was typed, in the words of the screen
 */
export function storeAutosave<Change>(how: {
  keyOf: (change: Change) => string;
  merge: (earlier: Change, later: Change) => Change;
  save: (store: Store, change: Change) => Promise<unknown>;
  text: (change: Change) => string;
  place: (change: Change, store: Store) => string | Promise<string>;
}): (store: Store) => HeldAutosave<Change> {
  return onePerStore((store) => {
    const autosave = createHeldAutosave<Change>({
      keyOf: how.keyOf,
      merge: how.merge,
      save: (change) => how.save(store, change),
      words: (change) => ({
        text: how.text(change),
        place: async () => how.place(change, store),
      }),
      onStateChange: (phase, error) => {
        if (phase === 'failed') notifyProblem(problemOf(error));
        savePhaseChanged(store.now());
      },
    });
    registerSaver(autosave);
    return autosave;
  });
}

/** For changes that say all of their thing. */
export function laterAlone<Change>(_earlier: Change, later: Change): Change {
  return later;
}

/** For changes that say some fields of their thing. */
export function laterFields<Change extends { patch: object }>(
  earlier: Change,
  later: Change,
): Change {
  return Object.assign({}, later, { patch: { ...earlier.patch, ...later.patch } });
}
