import type { Author, Form } from '../form/form';
import { entryLookup, type SheetPart, sheetParts } from './part';
import type { SheetEntry } from './sheet';

/** The rating that says: as expected. A rating away from it asks for facts. */
export function middleRating(ratings: readonly string[]): string | null {
  return ratings[Math.floor(ratings.length / 2)] ?? null;
}

/**
 * The goals and items that this author has rated away from the middle of the scale without
 * a fact beside it, in the order of the form. To be said at the hand-in; it blocks nothing.
 */
export function ratingsWithoutEvidence(
  form: Form,
  entries: readonly SheetEntry[],
  author: Author,
): SheetPart[] {
  const middle = middleRating(form.scale.steps.map(({ rating }) => rating));
  const find = entryLookup(entries);
  return sheetParts(form, entries).filter((part) => {
    // A remark is its own text, and is not handed in without it.
    if (part.section === 'development' || part.section === 'overall') return false;
    const entry = find(part.partId, author);
    return (
      part.authors.includes(author) &&
      entry !== null &&
      entry.rating !== null &&
      entry.rating !== middle &&
      entry.text.trim() === ''
    );
  });
}
