import type { Period } from '../../../shared/domain/period/period';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';

/** One thing that the palette can open. */
export type SearchItem = { id: string; label: string; detail: string; href: string };

type IndexedSheet = {
  item: SearchItem;
  number: string;
  name: string;
  kana: string;
  /** Everything it is found by, folded; the parts are kept apart by a line feed. */
  key: string;
};

/** The sheets that the person may know of: everybody's newest one, and the older ones. */
export type SearchIndex = {
  people: readonly IndexedSheet[];
  older: readonly IndexedSheet[];
  byId: ReadonlyMap<string, SearchItem>;
};

export type SearchAnswer = {
  people: readonly SearchItem[];
  older: readonly SearchItem[];
  /** How many more there are than are shown. */
  more: number;
};

/** More than she reads; whoever is not among them is found by another letter. */
const SHOWN_PEOPLE = 12;
const SHOWN_OLDER = 6;

/**
 * @param sheets only those that the person may list, see `mayListSheet`
 * @param periods newest first
 */
export function makeSearchIndex(sheets: readonly Sheet[], periods: readonly Period[]): SearchIndex {
  const places = new Map(periods.map((period, place) => [period.id, { period, place }]));
  const placeOf = (sheet: Sheet) => places.get(sheet.periodId)?.place ?? periods.length;
  const ordered = sheets.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || a.staff.number.localeCompare(b.staff.number),
  );
  const seen = new Set<string>();
  const people: IndexedSheet[] = [];
  const older: IndexedSheet[] = [];
  for (const sheet of ordered) {
    const periodName = places.get(sheet.periodId)?.period.name ?? '';
    (seen.has(sheet.staffId) ? older : people).push(indexed(sheet, periodName));
    seen.add(sheet.staffId);
  }
  return {
    people,
    older,
    byId: new Map([...people, ...older].map(({ item }) => [item.id, item])),
  };
}

/** Everybody in whom every typed word is found, the likeliest first. */
export function searchSheets(index: SearchIndex, typed: string): SearchAnswer {
  const words = foldedWords(typed);
  if (words.length === 0) return { people: [], older: [], more: 0 };
  const people = found(index.people, words);
  const older = found(index.older, words);
  const shown = Math.min(people.length, SHOWN_PEOPLE) + Math.min(older.length, SHOWN_OLDER);
  return {
    people: people.slice(0, SHOWN_PEOPLE),
    older: older.slice(0, SHOWN_OLDER),
    more: people.length + older.length - shown,
  };
}

/** Those of a short list, pages and actions, in whose words every typed word is found. */
export function searchItems<Item extends { label: string; detail: string }>(
  items: readonly Item[],
  typed: string,
): Item[] {
  const words = foldedWords(typed);
  return items.filter(({ label, detail }) => {
    const key = foldForSearch(`${label} ${detail}`);
    return words.every((word) => key.includes(word));
  });
}

function foldedWords(typed: string): string[] {
  return typed
    .split(/\s+/u)
    .map(foldForSearch)
    .filter((word) => word !== '');
}

function found(sheets: readonly IndexedSheet[], words: readonly string[]): SearchItem[] {
  // One bucket per likelihood keeps the order by number inside each.
  const buckets: SearchItem[][] = [[], [], [], [], []];
  for (const sheet of sheets) {
    if (words.every((word) => sheet.key.includes(word))) {
      buckets[distance(sheet, words.join(''))]?.push(sheet.item);
    }
  }
  return buckets.flat();
}

function distance({ number, name, kana }: IndexedSheet, typed: string): number {
  if (number === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (kana.startsWith(typed)) return 2;
  return name.includes(typed) || number.startsWith(typed) ? 3 : 4;
}

function indexed(sheet: Sheet, periodName: string): IndexedSheet {
  const { number, name, kana, orgUnitPath, positionName, jobTitle } = sheet.staff;
  const parts = [number, name, kana, ...orgUnitPath, positionName, jobTitle, periodName];
  const where = orgUnitPath.slice(1).join(' ') || (orgUnitPath[0] ?? '');
  return {
    item: {
      id: sheet.id,
      label: name,
      detail: [where, positionName, number, periodName].filter((part) => part !== '').join('　'),
      href: `/sheets/${sheet.id}`,
    },
    number: foldForSearch(number),
    name: foldForSearch(name),
    kana: foldForSearch(kana),
    key: parts.map(foldForSearch).join('\n'),
  };
}
