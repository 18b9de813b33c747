import { goalEntries, parsePartId } from '../../../shared/domain/sheet/part';
import type { SheetEntry } from '../../../shared/domain/sheet/sheet';
import type { UndoStep } from '../../../shared/domain/sheet/undo-step';
import { entryKey } from './sheet-form';

/** A field of the form by its path, as it was shown and as it is stored now. */
export type TurnedField = { name: `entries.${string}`; earlier: unknown; value: unknown };

/**
 * The fields that an undo or redo changed, in the order of the card.
 *
 * @param step as it was before it was turned
 */
export function turnedFields(step: UndoStep, entry: SheetEntry): TurnedField[] {
  const path = `entries.${entryKey(step.partId, step.author)}` as const;
  const earlier = step.undone ? step.before : step.after;
  const fields: TurnedField[] = [];
  if (step.after.goal !== undefined && entry.goal !== null) {
    // A goal that came back is whole; of another, only what the step changed.
    for (const field of Object.keys(earlier.goal ?? entry.goal)) {
      const was = earlier.goal?.[field];
      fields.push({ name: `${path}.goal.${field}`, earlier: was, value: entry.goal[field] });
    }
  }
  for (const field of ['rating', 'text'] as const) {
    if (step.after[field] === undefined) continue;
    fields.push({ name: `${path}.${field}`, earlier: earlier[field], value: entry[field] });
  }
  return fields;
}

/** Whether the entry is a goal that is not on the sheet now. */
export function isGone(entry: SheetEntry): boolean {
  const isGoal = entry.author === 'employee' && parsePartId(entry.partId)?.kind === 'goal';
  return isGoal && goalEntries([entry]).length === 0;
}

/** Behind what differs between two texts, in the later one: where the caret belongs. */
export function endOfChange(earlier: string, later: string): number {
  const shorter = Math.min(earlier.length, later.length);
  let start = 0;
  while (start < shorter && earlier[start] === later[start]) start += 1;
  let end = 0;
  while (end < shorter - start && earlier.at(-1 - end) === later.at(-1 - end)) end += 1;
  return later.length - end;
}
