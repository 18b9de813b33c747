import { createAutosave, type SaveState } from './autosave';
import { createTypingPause } from './typing-pause';

/** An autosave for text fields, which also knows what is in the middle of a conversion. */
export type HeldAutosave<Change> = {
  change: (change: Change) => void;
  /**
   * Keeps a text as it stands in the middle of a Japanese conversion. It is written when
   * everything must be stored, and with the next change of the same thing.
   */
  hold: (change: Change) => void;
  /** Takes what is held as typed: its page is gone. */
  settle: (isMeant: (change: Change) => boolean) => void;
  /** What was typed and is not stored yet, and what is held, in this order. */
  unsaved: () => Change[];
  /** Resolves when everything, also what is held, is stored or has failed; never rejects. */
  flush: () => Promise<void>;
  phase: () => SaveState;
};

/**
 * @param keyOf the same for changes of the same thing
 * @param merge the later change laid over the earlier one
 * @param onStateChange told of every phase; a failure comes with its error
 */
export function createHeldAutosave<Change>({
  keyOf,
  merge,
  save,
  onStateChange,
}: {
  keyOf: (change: Change) => string;
  merge: (earlier: Change, later: Change) => Change;
  save: (change: Change) => Promise<unknown>;
  onStateChange: (phase: SaveState, error: unknown) => void;
}): HeldAutosave<Change> {
  const unsaved = new Map<string, Change>();
  const held = new Map<string, Change>();
  const typing = createTypingPause();
  let phase: SaveState = 'saved';
  const autosave = createAutosave<Change>({
    save: (_key, change) => save(change),
    merge,
    pause: typing.pause,
    onStateChange: (next, error) => {
      phase = next;
      if (next === 'saved') unsaved.clear();
      onStateChange(next, error);
    },
  });

  function over(earlier: Change | undefined, later: Change): Change {
    return earlier === undefined ? later : merge(earlier, later);
  }

  function take(change: Change): void {
    const key = keyOf(change);
    const next = over(held.get(key), change);
    held.delete(key);
    unsaved.set(key, over(unsaved.get(key), next));
    typing.typed();
    autosave.change(key, next);
  }

  function settle(isMeant: (change: Change) => boolean): void {
    for (const change of [...held.values()].filter(isMeant)) take(change);
  }

  return {
    change: take,
    hold(change) {
      const key = keyOf(change);
      held.set(key, over(held.get(key), change));
      typing.typed();
    },
    settle,
    unsaved: () => [...unsaved.values(), ...held.values()],
    flush() {
      settle(() => true);
      // A failure has already been announced by `onStateChange`.
      return autosave.flush().catch(() => undefined);
    },
    phase: () => phase,
  };
}
