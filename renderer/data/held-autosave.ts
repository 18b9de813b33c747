import { IkuseiError } from '../../shared/domain/errors';
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
  /** What the store will not take, however often it is tried. */
  refused: () => RefusedChange[];
};

/** A typed text that the store refuses for good, and the way out of it. */
export type RefusedChange = {
  key: string;
  error: unknown;
  text: string;
  /** Where it was typed, in the words of the screen. */
  place: () => Promise<string>;
  /** Takes it out of what waits to be saved. */
  withdraw: () => Promise<void>;
};

/** What a change is to the person who typed it. */
export type ChangeWords = { text: string; place: () => Promise<string> };

/** A full disk or a store that is not open may be better in a moment; an answer stays. */
function isRefusal(error: unknown): error is IkuseiError {
  return (
    error instanceof IkuseiError &&
    error.errorName !== 'saveFailed' &&
    error.errorName !== 'storeUnavailable'
  );
}

/**
 * Names the way out instead of what caused it, which is said there. What is too long says itself
 * how it is mended in its field.
 */
function failureWords(error: unknown): unknown {
  const isMended = isRefusal(error) && error.errorName === 'contentRefused';
  return isRefusal(error) && !isMended
    ? new IkuseiError('saveRefused', `理由：${error.title}`)
    : error;
}

/**
 * @param keyOf the same for changes of the same thing
 * @param merge the later change laid over the earlier one
 * @param words says what was typed and where, should the store refuse it
 * @param onStateChange told of every phase; a failure comes with its error
 */
export function createHeldAutosave<Change>({
  keyOf,
  merge,
  save,
  words,
  onStateChange,
}: {
  keyOf: (change: Change) => string;
  merge: (earlier: Change, later: Change) => Change;
  save: (change: Change) => Promise<unknown>;
  words: (change: Change) => ChangeWords;
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
      onStateChange(next, failureWords(error));
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

  async function withdraw(key: string): Promise<void> {
    await autosave.withdraw(key);
    if (!autosave.failed().has(key)) unsaved.delete(key);
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
    refused: () =>
      [...autosave.failed()].flatMap(([key, { patch, error }]) =>
        isRefusal(error) ? [{ key, error, ...words(patch), withdraw: () => withdraw(key) }] : [],
      ),
  };
}
