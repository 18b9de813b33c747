import type { Author, Scale } from '../form/form';
import type { Deadlines, PlainDate } from '../period/period';
import { entryLookup } from '../sheet/part';
import type { PartId, Progress, Sheet, SheetEntry, Stage } from '../sheet/sheet';
import { deadlineStepOf, turnAt } from '../sheet/stage-moves';
import type { ViewerRole } from '../sheet/stage-rules';
import { ratingGap } from './rating-gap';

/** The columns in which somebody evaluates another. */
export type EvaluatorAuthor = Exclude<Author, 'employee'>;

type Evaluated = Pick<Sheet, 'staffId' | 'firstEvaluator' | 'secondEvaluator'>;

/** In which columns this person evaluates; none on her own sheet. */
export function evaluatorAuthors(sheet: Evaluated, me: string): EvaluatorAuthor[] {
  if (sheet.staffId === me) return [];
  const authors: EvaluatorAuthor[] = [];
  if (sheet.firstEvaluator?.staffId === me) authors.push('first');
  if (sheet.secondEvaluator?.staffId === me) authors.push('second');
  return authors;
}

/** One of the people I evaluate, with only those entries that I may read. */
export type DeskSheet = {
  sheet: Sheet;
  scale: Scale;
  entries: readonly SheetEntry[];
};

export type DeskRow = {
  sheetId: string;
  sheet: Sheet;
  stage: Stage;
  /** Whose turn it is, and whether it is mine. */
  turn: ViewerRole | null;
  mine: boolean;
  deadline: PlainDate | null;
  overdue: boolean;
  /** How far my own columns are filled. */
  progress: readonly (Progress & { author: EvaluatorAuthor })[];
  /** How many of my ratings differ from the person's own; null while I may not read those. */
  gaps: number | null;
};

/** My people by deadline: what waits for me first, then who is due first, then by number. */
export function deskRows(
  people: readonly DeskSheet[],
  me: string,
  period: { deadlines: Deadlines },
  today: PlainDate,
): DeskRow[] {
  return people
    .flatMap((person) => rowOf(person, me, period.deadlines, today))
    .toSorted(
      (left, right) =>
        Number(right.mine) - Number(left.mine) ||
        (left.deadline ?? '9999').localeCompare(right.deadline ?? '9999') ||
        left.sheet.staff.number.localeCompare(right.sheet.staff.number),
    );
}

function rowOf(
  { sheet, scale, entries }: DeskSheet,
  me: string,
  deadlines: Deadlines,
  today: PlainDate,
): DeskRow[] {
  const authors = evaluatorAuthors(sheet, me);
  if (authors.length === 0) return [];
  const turn = turnAt[sheet.stage];
  const step = deadlineStepOf(sheet.stage);
  const deadline = step === null ? null : (deadlines[step] ?? null);
  return [
    {
      sheetId: sheet.id,
      sheet,
      stage: sheet.stage,
      turn,
      mine: authors.some((author) => author === turn),
      deadline,
      overdue: deadline !== null && deadline < today,
      progress: authors.map((author) => ({ author, ...sheet.progress[author] })),
      gaps: gapsOf(entries, scale, authors),
    },
  ];
}

function gapsOf(
  entries: readonly SheetEntry[],
  scale: Scale,
  authors: readonly EvaluatorAuthor[],
): number | null {
  const find = entryLookup(entries);
  const own = entries.filter(({ author, rating }) => author === 'employee' && rating !== null);
  if (own.length === 0) return null;
  const differs = ({ partId, rating }: SheetEntry) =>
    authors.some((author) => (ratingGap(scale, rating, find(partId, author)?.rating) ?? 0) !== 0);
  return own.filter((entry) => !entry.removed && differs(entry)).length;
}

export type ItemRow = {
  sheetId: string;
  name: string;
  ratings: Readonly<Record<Author, string | null>>;
  texts: Readonly<Record<Author, string>>;
  /** Steps of an evaluator's rating above (+) or below (−) the person's own. */
  gaps: Readonly<Record<EvaluatorAuthor, number | null>>;
};

/** One part across my people: against letting one person's whole sheet colour each item. */
export function itemAcross(people: readonly DeskSheet[], partId: PartId): ItemRow[] {
  return people.map(({ sheet, scale, entries }) => ({
    sheetId: sheet.id,
    name: sheet.staff.name,
    ...sideBySide(entries, scale, partId),
  }));
}

/** Self, first and second of one part beside each other. */
export function sideBySide(
  entries: readonly SheetEntry[],
  scale: Scale,
  partId: PartId,
): Pick<ItemRow, 'ratings' | 'texts' | 'gaps'> {
  const find = entryLookup(entries);
  const rating = (author: Author) => find(partId, author)?.rating ?? null;
  const text = (author: Author) => find(partId, author)?.text ?? '';
  const gap = (author: EvaluatorAuthor) => ratingGap(scale, rating('employee'), rating(author));
  return {
    ratings: {
      employee: rating('employee'),
      first: rating('first'),
      second: rating('second'),
    },
    texts: { employee: text('employee'), first: text('first'), second: text('second') },
    gaps: { first: gap('first'), second: gap('second') },
  };
}
