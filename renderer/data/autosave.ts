export type SaveState = 'saved' | 'saving' | 'failed';

export type Autosave<Patch> = {
  /** Takes a change at once; it is written as soon as the one before is on disk. */
  change: (key: string, patch: Patch) => void;
  /** Resolves when everything taken so far is on disk; rejects when it cannot be. */
  flush: () => Promise<void>;
  /** Tries again what failed. */
  retry: () => void;
};

/**
 * Saves while a person types. Changes of one key are merged while they wait; at most one
 * save runs at a time. What could not be saved stays here, newest first, until a later
 * try succeeds: nothing typed is ever dropped.
 *
 * @param save writes one key's merged change and resolves when it is on disk
 * @param pause waited for before a save begins, so that a fast typist's keys go into one
 *   transaction; `flush` and `retry` do not wait for it
 * @param merge the later change laid over the earlier one
 */
export function createAutosave<Patch>(options: {
  save: (key: string, patch: Patch) => Promise<unknown>;
  merge: (earlier: Patch, later: Patch) => Patch;
  pause: () => Promise<void>;
  onStateChange: (state: SaveState, error: unknown) => void;
}): Autosave<Patch> {
  const waiting = new Map<string, Patch>();
  let running: Promise<void> | null = null;
  let state: SaveState = 'saved';
  let failure: unknown = null;
  let hurried = false;
  let wake: () => void = () => {};

  function enter(next: SaveState, error: unknown = null): void {
    failure = error;
    if (next === state && next !== 'failed') return;
    state = next;
    options.onStateChange(next, error);
  }

  function put(key: string, patch: Patch, later: Patch | undefined): void {
    waiting.set(key, later === undefined ? patch : options.merge(patch, later));
  }

  function pauseUnlessHurried(): Promise<void> {
    if (hurried) return Promise.resolve();
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    return Promise.race([options.pause(), woken]);
  }

  async function drain(): Promise<void> {
    for (;;) {
      await pauseUnlessHurried();
      const next = waiting.entries().next();
      if (next.done === true) break;
      const [key, patch] = next.value;
      waiting.delete(key);
      try {
        await options.save(key, patch);
      } catch (error) {
        // What was typed meanwhile is newer than what failed.
        put(key, patch, waiting.get(key));
        running = null;
        enter('failed', error);
        return;
      }
      if (waiting.size === 0) break;
    }
    running = null;
    enter('saved');
  }

  function start(): void {
    if (running !== null || waiting.size === 0) return;
    enter('saving');
    running = drain();
  }

  return {
    change(key, patch) {
      const earlier = waiting.get(key);
      waiting.set(key, earlier === undefined ? patch : options.merge(earlier, patch));
      start();
    },
    async flush() {
      hurried = true;
      wake();
      start();
      while (running !== null) await running;
      hurried = false;
      if (waiting.size > 0) throw failure;
    },
    retry() {
      start();
      wake();
    },
  };
}
