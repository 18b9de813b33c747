import { belongsToConversion, type ComposedKey } from './composition';

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
  if (belongsToConversion(typed)) return undefined;
  if (typed.ctrlKey || typed.altKey || typed.metaKey) return undefined;
  if (typed.key === 'Backspace' || typed.key === 'Delete') return null;
  const letter = typed.key.normalize('NFKC').toUpperCase();
  return ratings.find((rating) => rating === letter);
}
