import type { Author } from '../../../shared/domain/form/form';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { GoalPlan, PartId, SheetEntry } from '../../../shared/domain/sheet/sheet';

/** What the form holds of one entry. */
export type EntryValues = { rating: string | null; text: string; goal: GoalPlan };

export type SheetValues = { entries: Record<string, EntryValues> };

export const emptyGoal: GoalPlan = {
  order: 0,
  content: '',
  deadline: '',
  level: '',
  method: '',
  weight: '',
  difficulty: 'normal',
};

/** The name of an entry in the form; holds no dot, which would be a path. */
export function entryKey(partId: PartId, author: Author): string {
  return `${author}/${partId}`;
}

/**
 * What the form starts from: the stored entries, and over them what was typed but could
 * not be stored yet.
 */
export function toSheetValues(
  entries: readonly SheetEntry[],
  unsaved: ReadonlyMap<string, EntryPatch>,
): SheetValues {
  const values: Record<string, EntryValues> = {};
  for (const entry of entries) {
    values[entryKey(entry.partId, entry.author)] = {
      rating: entry.rating,
      text: entry.text,
      goal: entry.goal ?? emptyGoal,
    };
  }
  for (const [key, patch] of unsaved) {
    const base = values[key] ?? { rating: null, text: '', goal: emptyGoal };
    values[key] = {
      rating: patch.rating === undefined ? base.rating : patch.rating,
      text: patch.text ?? base.text,
      goal: patch.goal ?? base.goal,
    };
  }
  return { entries: values };
}
