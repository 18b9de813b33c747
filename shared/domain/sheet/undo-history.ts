import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import type { EntryPatch } from './change-entry';
import type { SheetEntry } from './sheet';
import { entryDifference, holdsValues, type UndoStep } from './undo-step';

/** As many steps as one person can take back on one sheet; the oldest go first. */
export const MAX_UNDO_STEPS = 200;

/** Typing after a longer pause is a step of its own. */
export const TYPING_PAUSE_MILLISECONDS = 1_500;
/** Whoever never pauses does not lose more than this of her typing with one key. */
export const LONGEST_TYPING_MILLISECONDS = 20_000;
/** More than an input method gives at once, in UTF-16 units: something was pasted or cut. */
const LARGE_CHANGE = 50;

/** Where a history ends now: what undo and redo would take next. */
export type HistoryEnd = {
  lastDone: UndoStep | null;
  /** In the order in which they are done again. */
  undone: readonly UndoStep[];
};

/** What becomes of the stored steps: at most one is added or replaced. */
export type HistoryChange = {
  dropped: readonly UndoStep[];
  added: UndoStep | null;
  replaced: UndoStep | null;
};

const unchanged: HistoryChange = { dropped: [], added: null, replaced: null };

/**
 * What a change of an entry does to its writer's history. Typing goes on with the last
 * step as long as it stays in one field and neither pauses nor pastes; whatever could
 * have been done again is dropped.
 */
export function recordChange(
  end: HistoryEnd,
  change: {
    before: SheetEntry | null;
    after: SheetEntry;
    staffId: Id;
    id: Id;
    now: Instant;
    /** What is done at once is undone at once. */
    groupId?: Id | undefined;
  },
): HistoryChange {
  const difference = entryDifference(change.before, change.after);
  if (difference === null) return unchanged;
  const { sheetId, partId, author } = change.after;
  const step: UndoStep = {
    id: change.id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: change.now,
    updatedBy: change.staffId,
    sheetId,
    staffId: change.staffId,
    ...(change.groupId !== undefined && { groupId: change.groupId }),
    partId,
    author,
    ...difference,
    begunAt: change.now,
    closed: isLarge(difference.before, difference.after),
    undone: false,
  };
  const { lastDone: last } = end;
  const goesOn = last !== null && end.undone.length === 0 && continuesTyping(last, step, change);
  if (!goesOn) return { dropped: end.undone, added: step, replaced: null };
  // Typed and taken away again: there is nothing left to undo.
  if (holdsValues(change.after, last.before)) return { ...unchanged, dropped: [last] };
  const { after, updatedAt, updatedBy } = step;
  return { ...unchanged, replaced: { ...last, after, updatedAt, updatedBy } };
}

function continuesTyping(
  last: UndoStep,
  next: UndoStep,
  change: { before: SheetEntry | null; now: Instant },
): boolean {
  if (last.closed || next.closed || next.groupId !== undefined) return false;
  if (last.partId !== next.partId || last.author !== next.author) return false;
  const typed = typedText(last.after);
  if (typed === null || typed.field !== typedText(next.after)?.field) return false;
  // Something else wrote there in between: the step must not swallow that.
  if (!holdsValues(change.before, last.after)) return false;
  const now = Date.parse(change.now);
  return (
    isWithin(now - Date.parse(last.updatedAt), TYPING_PAUSE_MILLISECONDS) &&
    isWithin(now - Date.parse(last.begunAt), LONGEST_TYPING_MILLISECONDS)
  );
}

/** A clock that was put back says nothing: that is a pause, too. */
function isWithin(elapsed: number, milliseconds: number): boolean {
  return elapsed >= 0 && elapsed <= milliseconds;
}

/** The one text field that these values are of; null when they are of anything else. */
function typedText(values: EntryPatch): { field: string; text: string } | null {
  const { text, goal, ...others } = values;
  if (Object.keys(others).length > 0) return null;
  if (goal === undefined) return text === undefined ? null : { field: 'text', text };
  if (goal === null || text !== undefined) return null;
  const [only, ...more] = Object.entries(goal);
  if (only === undefined || more.length > 0) return null;
  const [field, value] = only;
  return field === 'difficulty' || typeof value !== 'string'
    ? null
    : { field: `goal.${field}`, text: value };
}

function isLarge(before: EntryPatch, after: EntryPatch): boolean {
  const old = typedText(before);
  const next = typedText(after);
  return old !== null && next !== null && changedLength(old.text, next.text) > LARGE_CHANGE;
}

/** How much was taken out and put in, between what is the same before and after it. */
function changedLength(old: string, next: string): number {
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  return Math.max(old.length, next.length) - start - end;
}

export type UndoDirection = 'undo' | 'redo';

/** A step to be turned, with what it must find and what it writes. */
export type NextStep = { step: UndoStep; expected: EntryPatch; patch: EntryPatch };

/** The step that comes next in this direction. */
export function nextStep(end: HistoryEnd, direction: UndoDirection): NextStep | null {
  const step = direction === 'undo' ? end.lastDone : (end.undone[0] ?? null);
  if (step === null) return null;
  return direction === 'undo'
    ? { step, expected: step.after, patch: step.before }
    : { step, expected: step.before, patch: step.after };
}

/** Whether a step is undone and done again together with another. */
export function isSameGroup(step: UndoStep, other: UndoStep): boolean {
  return step.groupId !== undefined && step.groupId === other.groupId;
}

/** The step as it stands once it was undone or done again; typing never joins it. */
export function turnedStep(step: UndoStep, direction: UndoDirection, now: Instant): UndoStep {
  return { ...step, undone: direction === 'undo', closed: true, updatedAt: now };
}
