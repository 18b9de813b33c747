/** What a key press says about its own composition; a structural part of KeyboardEvent. */
export type TypedKey = {
  key: string;
  keyCode: number;
  isComposing: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
};

/**
 * The rating a key chooses: its letter in either case, narrow or full width. `null`
 * clears, `undefined` is no rating key. During a Japanese conversion nothing is taken
 * (229 is what Chromium reports for a key the input method has swallowed).
 */
export function typedRating(
  typed: TypedKey,
  ratings: readonly string[],
): string | null | undefined {
  if (typed.isComposing || typed.keyCode === 229) return undefined;
  if (typed.ctrlKey || typed.altKey || typed.metaKey) return undefined;
  if (typed.key === 'Backspace' || typed.key === 'Delete') return null;
  const letter = typed.key.normalize('NFKC').toUpperCase();
  return ratings.find((rating) => rating === letter);
}
