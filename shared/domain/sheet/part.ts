import type { Author, Form } from '../form/form';
import type { PartId, SheetEntry } from './sheet';

export type PartKind = 'goal' | 'item' | 'development' | 'overall';

/** One answerable place of a sheet, and what it takes. */
export type SheetPart = {
  partId: PartId;
  section: 'goals' | 'ability' | 'conduct' | 'development' | 'overall';
  name: string;
  authors: Author[];
  rated: boolean;
  texted: boolean;
};

const everyAuthor: Author[] = ['employee', 'first', 'second'];

export function goalPartId(id: string): PartId {
  return `goal/${id}`;
}

export function itemPartId(itemId: string): PartId {
  return `item/${itemId}`;
}

export function remarkPartId(section: 'development' | 'overall', id: string): PartId {
  return `${section}/${id}`;
}

/**
 * 担当業務の改善点: the policy has the person and her 上司 share it, so that these two read
 * each other's text while the year runs.
 */
export const sharedRemarkPartId = remarkPartId('development', 'improvement');

/** Null when the text is no part id. */
export function parsePartId(partId: string): { kind: PartKind; id: string } | null {
  const match = /^(goal|item|development|overall)\/([\w-]+)$/u.exec(partId);
  const [, kind, id] = match ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as PartKind, id };
}

/** Finds what an author wrote in a part; made once per sheet, then asked often. */
export type EntryLookup = (partId: PartId, author: Author) => SheetEntry | null;

export function entryLookup(entries: readonly SheetEntry[]): EntryLookup {
  const byPlace = new Map(entries.map((entry) => [`${entry.author} ${entry.partId}`, entry]));
  return (partId, author) => byPlace.get(`${author} ${partId}`) ?? null;
}

/** The employee's goals on the sheet, without those taken off, in her order. */
export function goalEntries(entries: readonly SheetEntry[]): SheetEntry[] {
  return entries
    .filter(
      (entry) =>
        entry.author === 'employee' &&
        entry.goal !== null &&
        !entry.removed &&
        parsePartId(entry.partId)?.kind === 'goal',
    )
    .toSorted(
      (left, right) =>
        (left.goal?.order ?? 0) - (right.goal?.order ?? 0) || (left.id < right.id ? -1 : 1),
    );
}

/** Whether goals are a part of the form at all: one that has them asks for at least one. */
export function asksForGoals({ goalCount }: Pick<Form, 'goalCount'>): boolean {
  return goalCount.least > 0;
}

/** Every part of the sheet in the order of the form. */
export function sheetParts(form: Form, entries: readonly SheetEntry[]): SheetPart[] {
  const goals = goalEntries(entries).map(
    (entry, index): SheetPart => ({
      partId: entry.partId,
      section: 'goals',
      name: `個人目標${index + 1}`,
      authors: everyAuthor,
      rated: true,
      texted: true,
    }),
  );
  const items = (['ability', 'conduct'] as const).flatMap((kind) =>
    form.framework.items
      .filter((item) => item.kind === kind)
      .map(
        (item): SheetPart => ({
          partId: itemPartId(item.id),
          section: kind,
          name: item.name,
          authors: everyAuthor,
          rated: true,
          texted: true,
        }),
      ),
  );
  const remarks = (['development', 'overall'] as const).flatMap((section) =>
    form[section].map(
      (remark): SheetPart => ({
        partId: remarkPartId(section, remark.id),
        section,
        name: remark.name,
        authors: remark.authors,
        rated: remark.rated,
        texted: true,
      }),
    ),
  );
  return [...goals, ...items, ...remarks];
}
