import type { Author } from '../../../shared/domain/form/form';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { GoalPlan, PartId, SheetEntry } from '../../../shared/domain/sheet/sheet';

/** What the form holds of one entry. */
export type EntryValues = { rating: string | null; text: string; goal?: Partial<GoalPlan> };

export type SheetValues = { entries: Record<string, EntryValues> };

/** The name of an entry in the form; holds no dot, which would be a path. */
export function entryKey(partId: PartId, author: Author): string {
  return `${author}/${partId}`;
}

/** The later change laid over the earlier one; of a goal, each field by itself. */
export function mergePatches(earlier: EntryPatch, later: EntryPatch): EntryPatch {
  const merged = { ...earlier, ...later };
  if (!earlier.goal || !later.goal) return merged;
  return { ...merged, goal: { ...earlier.goal, ...later.goal } };
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
  for (const { partId, author, rating, text, goal } of entries) {
    values[entryKey(partId, author)] = { rating, text, ...(goal === null ? {} : { goal }) };
  }
  for (const [key, patch] of unsaved) {
    const base = values[key] ?? { rating: null, text: '' };
    values[key] = {
      rating: patch.rating === undefined ? base.rating : patch.rating,
      text: patch.text ?? base.text,
      ...(base.goal || patch.goal ? { goal: { ...base.goal, ...patch.goal } } : {}),
    };
  }
  return { entries: values };
}
