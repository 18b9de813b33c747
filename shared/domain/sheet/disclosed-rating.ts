import type { Author } from '../form/form';
import type { Identity } from '../store/meta';
import type { Sheet, SheetEntry } from './sheet';
import { accessTo, mayListSheet, readableEntries } from './stage-rules';

/** The evaluators, whose word is the last one first. */
export const lastEvaluatorFirst: readonly Author[] = ['second', 'first'];

/** Whether the person has been told her result. */
export function isDisclosed({ stage, disclosedOn }: Pick<Sheet, 'stage' | 'disclosedOn'>): boolean {
  return disclosedOn !== null && (stage === 'disclosed' || stage === 'completed');
}

/**
 * The sheets that somebody may list, the latest year first.
 *
 * @param yearOf the fiscal year of each period; a sheet of none of them is left out
 */
export function latestFirst(
  sheets: readonly Sheet[],
  yearOf: ReadonlyMap<string, number>,
  identity: Pick<Identity, 'staffId' | 'rights'>,
): Sheet[] {
  const year = ({ periodId }: Sheet) => yearOf.get(periodId) ?? 0;
  return sheets
    .filter((sheet) => yearOf.has(sheet.periodId) && mayListSheet(sheet, identity))
    .toSorted(
      (one, other) =>
        year(other) - year(one) || (other.disclosedOn ?? '').localeCompare(one.disclosedOn ?? ''),
    );
}

/** What both the person herself and whoever asks may read of a sheet. */
export function entriesForBoth(
  sheet: Sheet,
  entries: readonly SheetEntry[],
  identity: Pick<Identity, 'staffId' | 'rights'>,
): SheetEntry[] {
  const own = entries.filter(({ sheetId }) => sheetId === sheet.id);
  const asPerson = accessTo(sheet, { staffId: sheet.staffId, rights: ['employee'] });
  return readableEntries(readableEntries(own, asPerson), accessTo(sheet, identity));
}

/** The rating of the first of these authors who has one among the entries. */
export function lastRating(
  entries: readonly SheetEntry[],
  authors: readonly Author[] = lastEvaluatorFirst,
): { author: Author; rating: string } | null {
  for (const author of authors) {
    for (const entry of entries) {
      if (entry.author === author && entry.rating !== null) return { author, rating: entry.rating };
    }
  }
  return null;
}
