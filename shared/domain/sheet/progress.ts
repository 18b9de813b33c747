import type { Author, Form } from '../form/form';
import { type EntryLookup, entryLookup, goalPartId, type SheetPart, sheetParts } from './part';
import type { Progress, Sheet, SheetEntry } from './sheet';

/** Stands for the goals that an employee with too few of them still has to set. */
export const lackingGoalPartId = goalPartId('none');

function lackingGoalPart(least: number): SheetPart {
  return {
    partId: lackingGoalPartId,
    section: 'goals',
    name: least === 1 ? '個人目標（一つ以上）' : `個人目標（${least}つ以上）`,
    authors: ['employee'],
    rated: true,
    texted: true,
  };
}

function expectedParts(form: Form, parts: readonly SheetPart[], author: Author): SheetPart[] {
  const own = parts.filter((part) => part.authors.includes(author));
  const goals = own.filter((part) => part.section === 'goals').length;
  const { least } = form.goalCount;
  return author === 'employee' && goals < least ? [lackingGoalPart(least), ...own] : own;
}

/**
 * A rated part needs its rating; a remark needs its text, a goal its content. The
 * evidence beside a rating is welcome and not counted.
 */
function isFilled(part: SheetPart, author: Author, find: EntryLookup): boolean {
  const entry = find(part.partId, author);
  if (entry === null) return false;
  if (part.rated && entry.rating === null) return false;
  const isRemark = part.section === 'development' || part.section === 'overall';
  if (isRemark) return entry.text.trim() !== '';
  if (part.section === 'goals' && author === 'employee') {
    return entry.goal !== null && entry.goal.content.trim() !== '';
  }
  return true;
}

/**
 * Whether a change of one entry can make a sheet fuller or emptier; most keystrokes do
 * not, and then nothing else of the sheet need be read.
 */
export function mayChangeProgress(before: SheetEntry | null, after: SheetEntry): boolean {
  return before === null || filledMarks(before) !== filledMarks(after);
}

/** All that `isFilled` and `sheetParts` ask of an entry. */
function filledMarks({ rating, text, goal, removed }: SheetEntry): string {
  const marks = [rating !== null, text.trim() !== '', goal !== null, removed];
  return JSON.stringify([...marks, goal !== null && goal.content.trim() !== '']);
}

/** What this author has still to fill in, in the order of the form. */
export function missingParts(
  form: Form,
  entries: readonly SheetEntry[],
  author: Author,
): SheetPart[] {
  const find = entryLookup(entries);
  return expectedParts(form, sheetParts(form, entries), author).filter(
    (part) => !isFilled(part, author, find),
  );
}

/** How much of her column each author has filled; a sheet's header row keeps it. */
export function sheetProgress(form: Form, entries: readonly SheetEntry[]): Sheet['progress'] {
  const find = entryLookup(entries);
  const parts = sheetParts(form, entries);
  const progressOf = (author: Author): Progress => {
    const expected = expectedParts(form, parts, author);
    return {
      filled: expected.filter((part) => isFilled(part, author, find)).length,
      total: expected.length,
    };
  };
  return {
    employee: progressOf('employee'),
    first: progressOf('first'),
    second: progressOf('second'),
  };
}
