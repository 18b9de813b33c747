import type { SheetEntry } from '../../../shared/domain/sheet/sheet';
import type { UndoStep } from '../../../shared/domain/sheet/undo-step';
import { entryKey } from './sheet-form';

/** A field of the form with the value it has now in the store; its name is its path. */
export type TurnedField = { name: `entries.${string}`; value: unknown };

/** The fields that an undo or redo changed, as the form names them, in the order of the card. */
export function turnedFields(step: UndoStep, entry: SheetEntry): TurnedField[] {
  const path = `entries.${entryKey(step.partId, step.author)}` as const;
  const fields: TurnedField[] = [];
  const { goal } = step.after;
  if (goal !== undefined && entry.goal !== null) {
    // A goal that came back is whole; of another, only what the step changed.
    const changed = step.before.goal === null || goal === null ? entry.goal : goal;
    for (const field of Object.keys(changed)) {
      fields.push({ name: `${path}.goal.${field}`, value: entry.goal[field] });
    }
  }
  if (step.after.rating !== undefined) fields.push({ name: `${path}.rating`, value: entry.rating });
  if (step.after.text !== undefined) fields.push({ name: `${path}.text`, value: entry.text });
  return fields;
}

/** Whether the step's goal is not on the sheet any more. */
export function isGone(entry: SheetEntry): boolean {
  return entry.removed || (entry.goal === null && entry.partId.startsWith('goal/') && entry.author === 'employee');
}

/** Behind what differs between the two texts, in the later one: where the caret belongs. */
export function endOfChange(earlier: string, later: string): number {
  const shorter = Math.min(earlier.length, later.length);
  let end = 0;
  while (end < shorter && earlier.at(-1 - end) === later.at(-1 - end)) end += 1;
  return later.length - end;
}
