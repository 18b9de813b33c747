/** Longer than between two keys of a fast typist, too short to be waited for. */
const QUIET_MILLISECONDS = 120;
/** Somebody who never pauses has her text stored this often. */
const LONGEST_MILLISECONDS = 480;

export type TypingPause = {
  /** To be called at every key. */
  typed: () => void;
  /** Resolves in the next pause of the typing, or when it has gone on for long enough. */
  pause: () => Promise<void>;
};

/**
 * When to store what somebody types: between her words, not between her keys. A save at
 * every key makes the key after it wait, and the window say 保存中 and 保存済み ten times a
 * second.
 */
export function createTypingPause(): TypingPause {
  let typedAgain: () => void = () => {};
  return {
    typed: () => typedAgain(),
    pause: () =>
      new Promise((resolve) => {
        let quiet = setTimeout(end, QUIET_MILLISECONDS);
        const longest = setTimeout(end, LONGEST_MILLISECONDS);
        typedAgain = () => {
          clearTimeout(quiet);
          quiet = setTimeout(end, QUIET_MILLISECONDS);
        };
        function end(): void {
          clearTimeout(quiet);
          clearTimeout(longest);
          typedAgain = () => {};
          resolve();
        }
      }),
  };
}
