export type SaveState = 'saved' | 'saving' | 'failed';

export type Autosave<Patch> = {
  /** Takes a change at once; it is written as soon as the one before is on disk. */
  change: (key: string, patch: Patch) => void;
  /**
   * Resolves when everything taken so far is on disk, also what failed before; rejects
   * when some of it cannot be saved now.
   */
  flush: () => Promise<void>;
  /** What the last try could not save, by key, with the reason. */
  failed: () => ReadonlyMap<string, { patch: Patch; error: unknown }>;
  /** Gives up what could not be saved of one key. What is being saved just now is waited for. */
  withdraw: (key: string) => Promise<void>;
};

/**
 * Saves while a person types. Changes of one key are merged while they wait; at most one
 * save runs at a time. What could not be saved stays here, newest first, until a later
 * try succeeds: nothing typed is ever dropped.
 *
 * @param save writes one key's merged change and resolves when it is on disk
 * @param pause waited for before a save begins, so that a fast typist's keys go into one
 *   transaction; `flush` does not wait for it
 * @param merge the later change laid over the earlier one
 */
export function createAutosave<Patch>(options: {
  save: (key: string, patch: Patch) => Promise<unknown>;
  merge: (earlier: Patch, later: Patch) => Patch;
  pause: () => Promise<void>;
  onStateChange: (state: SaveState, error: unknown) => void;
}): Autosave<Patch> {
  const waiting = new Map<string, Patch>();
  /** Why what is waiting was refused; empty while a first try is still to come. */
  const reasons = new Map<string, unknown>();
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

  function pauseUnlessHurried(): Promise<void> {
    if (hurried) return Promise.resolve();
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    return Promise.race([options.pause(), woken]);
  }

  async function drain(): Promise<void> {
    const failed = new Map<string, Patch>();
    for (;;) {
      await pauseUnlessHurried();
      const next = waiting.entries().next();
      if (next.done === true) break;
      const [key, newest] = next.value;
      waiting.delete(key);
      // What failed a moment ago goes along, under what was typed after it.
      const earlier = failed.get(key);
      const patch = earlier === undefined ? newest : options.merge(earlier, newest);
      failed.delete(key);
      reasons.delete(key);
      try {
        await options.save(key, patch);
      } catch (error) {
        // One field that cannot be saved must not hold up the others.
        failed.set(key, patch);
        reasons.set(key, error);
      }
      if (waiting.size === 0) break;
    }
    for (const [key, patch] of failed) waiting.set(key, patch);
    running = null;
    settle();
  }

  function settle(): void {
    if (waiting.size === 0) enter('saved');
    else enter('failed', reasons.values().next().value);
  }

  async function untilQuiet(): Promise<void> {
    while (running !== null) await running;
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
      await running;
      // Once more for what failed before; only what fails now is refused.
      start();
      await untilQuiet();
      hurried = false;
      if (waiting.size > 0) throw failure;
    },
    failed: () =>
      new Map(
        [...waiting].flatMap(([key, patch]) =>
          reasons.has(key) ? [[key, { patch, error: reasons.get(key) }]] : [],
        ),
      ),
    async withdraw(key) {
      await untilQuiet();
      if (!reasons.delete(key)) return;
      waiting.delete(key);
      settle();
    },
  };
}
