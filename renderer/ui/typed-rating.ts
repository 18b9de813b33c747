import { type ComposedKey, pressedKey } from './composition';

/** What is read of a key press; a structural part of KeyboardEvent. */
export type TypedKey = ComposedKey & {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
};

/**
 * The rating a key chooses: its letter in either case, narrow or full width. `null`
 * clears, `undefined` is no rating key. During a Japanese conversion nothing is taken.
 */
export function typedRating(
  typed: TypedKey,
  ratings: readonly string[],
): string | null | undefined {
  const key = pressedKey(typed);
  if (key === null || typed.ctrlKey || typed.altKey || typed.metaKey) return undefined;
  if (key === 'Backspace' || key === 'Delete') return null;
  const letter = key.normalize('NFKC').toUpperCase();
  return ratings.find((rating) => rating === letter);
}
