import { Dexie } from 'dexie';
import { type DisclosedRating, levelOfRating } from '../../shared/domain/career/ability-check';
import type { Form } from '../../shared/domain/form/form';
import {
  entriesForBoth,
  isDisclosed,
  lastRating,
  latestFirst,
} from '../../shared/domain/sheet/disclosed-rating';
import { entryLookup, itemPartId, remarkPartId } from '../../shared/domain/sheet/part';
import type { Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import { shortAuthorLabels } from '../../shared/domain/sheet/sheet-words';
import type { Identity } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';

/** Every table that `readDisclosedResult` reads. */
export const disclosedResultTables = ['periods', 'sheets', 'forms', 'sheetEntries'] as const;

/** What a person's last disclosed sheet says of her. */
export type DisclosedResult = {
  periodName: string;
  disclosedOn: string;
  /** By item of the framework; the last evaluator's who has one. */
  ratings: ReadonlyMap<string, DisclosedRating>;
  /** 育成, as far as something is written. */
  development: { id: string; name: string; who: string; text: string }[];
};

const authors = ['employee', 'first', 'second'] as const;

/**
 * The last sheet that was disclosed to a person, of a year before `fiscalYear`. Nothing is in
 * it but what both the person herself and whoever asks may read by the rules of the stages.
 *
 * To be called inside a transaction over `disclosedResultTables`.
 */
export async function readDisclosedResult(
  store: Store,
  identity: Identity,
  { staffId, fiscalYear }: { staffId: string; fiscalYear: number },
): Promise<DisclosedResult | null> {
  const [sheetRows = [], periodRows = []] = await Dexie.Promise.all([
    tableOf(store.db, 'sheets').where('staffId').equals(staffId).toArray(),
    tableOf(store.db, 'periods').toArray(),
  ]);
  const periods = parseRows(store, 'periods', periodRows).filter(
    (period) => period.fiscalYear < fiscalYear,
  );
  const yearOf = new Map(periods.map((period) => [period.id, period.fiscalYear]));
  const sheet = latestFirst(parseRows(store, 'sheets', sheetRows), yearOf, identity).find(
    isDisclosed,
  );
  if (sheet === undefined) return null;
  const [formRow, entryRows = []] = await Dexie.Promise.all([
    tableOf(store.db, 'forms').get(sheet.formId),
    tableOf(store.db, 'sheetEntries').where('sheetId').equals(sheet.id).toArray(),
  ]);
  const form = parseRow(store, 'forms', formRow);
  if (form === null) return null;
  const entries = entriesForBoth(sheet, parseRows(store, 'sheetEntries', entryRows), identity);
  const find = entryLookup(entries);
  return {
    periodName: periods.find(({ id }) => id === sheet.periodId)?.name ?? '',
    disclosedOn: sheet.disclosedOn ?? '',
    ratings: ratingsOf(form, entries),
    development: form.development.flatMap(({ id, name }) =>
      authors.flatMap((author) => {
        const text = find(remarkPartId('development', id), author)?.text.trim() ?? '';
        return text === '' ? [] : [{ id, name, who: shortAuthorLabels[author], text }];
      }),
    ),
  };
}

function ratingsOf(form: Form, entries: readonly SheetEntry[]): Map<string, DisclosedRating> {
  const ratings = new Map<string, DisclosedRating>();
  for (const { id } of form.framework.items) {
    const last = lastRating(entries.filter(({ partId }) => partId === itemPartId(id)));
    const level = last === null ? null : levelOfRating(form.scale, last.rating);
    if (last !== null && level !== null) ratings.set(id, { rating: last.rating, level });
  }
  return ratings;
}

/** The form of a person's last sheet up to a year: its framework is what she works by. */
export function newestSheetUpTo(
  sheets: readonly Sheet[],
  yearOf: ReadonlyMap<string, number>,
  fiscalYear: number,
): Sheet | null {
  const known = sheets
    .filter(({ periodId }) => (yearOf.get(periodId) ?? Number.POSITIVE_INFINITY) <= fiscalYear)
    .sort((left, right) => (yearOf.get(right.periodId) ?? 0) - (yearOf.get(left.periodId) ?? 0));
  return known[0] ?? null;
}
