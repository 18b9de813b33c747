import { IkuseiError } from '../errors';
import type { Author } from '../form/form';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import { blankGoal } from './new-goal';
import { parsePartId } from './part';
import { type GoalPlan, goalFields, type PartId, type SheetEntry } from './sheet';

/** What changed; a field that is left out stays as it is. */
export type EntryPatch = {
  rating?: string | null;
  text?: string;
  /** Only the fields that changed; null takes the plan away. */
  goal?: Partial<GoalPlan> | null;
  removed?: boolean;
};

function cleanRating(rating: string | null): string | null {
  const line = rating === null ? '' : sanitizeLine(rating).trim();
  return line === '' ? null : line;
}

function cleanGoal(goal: GoalPlan): GoalPlan {
  return {
    ...goal,
    content: sanitizeText(goal.content),
    deadline: sanitizeLine(goal.deadline),
    level: sanitizeText(goal.level),
    method: sanitizeText(goal.method),
    weight: sanitizeLine(goal.weight),
    difficultyReason: sanitizeText(goal.difficultyReason),
  };
}

function changeGoal(
  existing: GoalPlan | null,
  patch: Partial<GoalPlan> | null | undefined,
): GoalPlan | null {
  if (patch === undefined || patch === null) return patch === null ? null : existing;
  return cleanGoal({ ...(existing ?? { ...blankGoal, order: 0 }), ...patch });
}

function sameGoal(left: GoalPlan | null, right: GoalPlan | null): boolean {
  if (left === null || right === null) return left === right;
  return goalFields.every((field) => left[field] === right[field]);
}

/**
 * The entry after an author's change: texts cleaned, revision one higher, unknown fields
 * kept. Gives back `existing` itself when nothing changes, so that nothing is written.
 *
 * @throws IkuseiError `badRequest` when `existing` belongs elsewhere, or when a goal is
 *   given outside the employee's column of a goal part
 */
export function changeEntry(
  existing: SheetEntry | null,
  change: {
    sheetId: Id;
    partId: PartId;
    author: Author;
    patch: EntryPatch;
    /** The id of a new entry; an existing one keeps its own. */
    id: Id;
    now: Instant;
    by: Id;
  },
): SheetEntry {
  const { sheetId, partId, author, patch, now, by } = change;
  const base: SheetEntry = existing ?? {
    id: change.id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: by,
    sheetId,
    partId,
    author,
    revision: 0,
    rating: null,
    text: '',
    goal: null,
    removed: false,
  };
  if (base.sheetId !== sheetId || base.partId !== partId || base.author !== author) {
    throw new IkuseiError('badRequest', `別の欄への書き込みです（${partId}）`);
  }
  const rating = patch.rating === undefined ? base.rating : cleanRating(patch.rating);
  const text = patch.text === undefined ? base.text : sanitizeText(patch.text);
  const goal = changeGoal(base.goal, patch.goal);
  const removed = patch.removed ?? base.removed;
  if (goal !== null && (author !== 'employee' || parsePartId(partId)?.kind !== 'goal')) {
    throw new IkuseiError('badRequest', '個人目標の内容は、本人の欄にだけ書けます');
  }
  const unchanged =
    existing !== null &&
    rating === base.rating &&
    text === base.text &&
    sameGoal(goal, base.goal) &&
    removed === base.removed;
  if (unchanged) return existing;
  return {
    ...base,
    rating,
    text,
    goal,
    removed,
    revision: base.revision + 1,
    updatedAt: now,
    updatedBy: by,
  };
}
