import type { Author, Form } from '../form/form';
import { goalEntries, type SheetPart } from './part';
import { lackingGoalPartId, missingParts } from './progress';
import type { SheetEntry, Stage } from './sheet';
import { handedInBy, type MoveAction, moveRules } from './stage-moves';

/**
 * What keeps a column from being handed in by this move, in the order of the form; nothing
 * for a move that hands in none.
 */
export function handInFaults(
  action: MoveAction,
  form: Form,
  entries: readonly SheetEntry[],
): SheetPart[] {
  const author = handedInBy(action);
  return author === null ? [] : duePartsOf(moveRules[action].from, form, entries, author);
}

/** What this author has still to write at this stage, before she can hand it in. */
export function dueParts(
  stage: Stage,
  form: Form,
  entries: readonly SheetEntry[],
  author: Author,
): SheetPart[] {
  return duePartsOf([stage], form, entries, author);
}

/**
 * Goals are handed in when each of them says what is to be done; an evaluation when nothing
 * of it is missing.
 */
function duePartsOf(
  stages: readonly Stage[],
  form: Form,
  entries: readonly SheetEntry[],
  author: Author,
): SheetPart[] {
  const missing = missingParts(form, entries, author);
  if (author !== 'employee' || !stages.includes('goalSetting')) return missing;
  const empty = new Set(
    goalEntries(entries)
      .filter(({ goal }) => goal === null || goal.content.trim() === '')
      .map(({ partId }) => partId),
  );
  return missing.filter(({ partId }) => partId === lackingGoalPartId || empty.has(partId));
}
