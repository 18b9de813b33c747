import * as z from 'zod';
import { authorSchema } from '../form/form';
import { idSchema, instantSchema, longTextSchema, recordBase } from '../record/record';
import type { EntryPatch } from './change-entry';
import { goalFields, goalPlanSchema, partIdSchema, type SheetEntry } from './sheet';

const goalShape = goalPlanSchema.shape;

const goalValuesSchema = z.looseObject({
  order: goalShape.order.exactOptional(),
  content: goalShape.content.exactOptional(),
  deadline: goalShape.deadline.exactOptional(),
  level: goalShape.level.exactOptional(),
  method: goalShape.method.exactOptional(),
  weight: goalShape.weight.exactOptional(),
  difficulty: goalShape.difficulty.exactOptional(),
  difficultyReason: goalShape.difficultyReason.exactOptional(),
  importance: goalShape.importance.exactOptional(),
  challenge: goalShape.challenge.exactOptional(),
  unitGoalId: goalShape.unitGoalId.exactOptional(),
});

/** The values of those fields of an entry that a step changed. */
const entryValuesSchema = z.object({
  rating: z.string().max(8).nullable().exactOptional(),
  text: longTextSchema.exactOptional(),
  goal: goalValuesSchema.nullable().exactOptional(),
  removed: z.boolean().exactOptional(),
});

/**
 * One thing that a person did on a sheet and can take back: the fields that changed, as
 * they were before and after. In the order of their ids first come the steps that are
 * done, then those that were undone and can be done again.
 */
export const undoStepSchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  /** Whose history it belongs to: nobody else sees it or undoes it. */
  staffId: idSchema,
  partId: partIdSchema,
  author: authorSchema,
  /** Steps of one group, one behind the other, are undone and done again as one. */
  groupId: idSchema.exactOptional(),
  before: entryValuesSchema,
  after: entryValuesSchema,
  /** The time of its first change; `updatedAt` is that of its last one. */
  begunAt: instantSchema,
  /** True when nothing typed from now on becomes part of it. */
  closed: z.boolean(),
  undone: z.boolean(),
});
export type UndoStep = z.infer<typeof undoStepSchema>;

type Values = Pick<SheetEntry, 'rating' | 'text' | 'goal' | 'removed'>;

/** What a part holds in which nobody has written yet. */
const nothing: Values = { rating: null, text: '', goal: null, removed: false };

/** The fields in which two states of an entry differ; null when they say the same. */
export function entryDifference(
  earlier: SheetEntry | null,
  later: SheetEntry,
): { before: EntryPatch; after: EntryPatch } | null {
  const old: Values = earlier ?? nothing;
  const before: EntryPatch = {};
  const after: EntryPatch = {};
  if (old.rating !== later.rating) {
    before.rating = old.rating;
    after.rating = later.rating;
  }
  if (old.text !== later.text) {
    before.text = old.text;
    after.text = later.text;
  }
  if (old.removed !== later.removed) {
    before.removed = old.removed;
    after.removed = later.removed;
  }
  const goal = goalDifference(old.goal, later.goal);
  if (goal !== null) {
    before.goal = goal.before;
    after.goal = goal.after;
  }
  return Object.keys(after).length === 0 ? null : { before, after };
}

type GoalValues = NonNullable<EntryPatch['goal']>;

function goalDifference(
  old: SheetEntry['goal'],
  later: SheetEntry['goal'],
): { before: GoalValues | null; after: GoalValues | null } | null {
  if (old === null || later === null) {
    return old === later ? null : { before: old, after: later };
  }
  const changed = goalFields.filter((field) => old[field] !== later[field]);
  if (changed.length === 0) return null;
  const valuesOf = (goal: GoalValues): GoalValues =>
    Object.fromEntries(changed.map((field) => [field, goal[field]]));
  return { before: valuesOf(old), after: valuesOf(later) };
}

/** Whether the entry, or a part without one, has exactly these values. */
export function holdsValues(entry: SheetEntry | null, values: EntryPatch): boolean {
  const { rating, text, goal, removed }: Values = entry ?? nothing;
  return (
    (values.rating === undefined || values.rating === rating) &&
    (values.text === undefined || values.text === text) &&
    (values.removed === undefined || values.removed === removed) &&
    (values.goal === undefined || holdsGoal(goal, values.goal))
  );
}

function holdsGoal(goal: SheetEntry['goal'], values: GoalValues | null): boolean {
  if (goal === null || values === null) return goal === values;
  return goalFields.every((field) => values[field] === undefined || values[field] === goal[field]);
}
