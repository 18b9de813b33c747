import { goalEntries } from '../sheet/part';
import { type GoalPlan, goalFields, type PartId, type SheetEntry } from '../sheet/sheet';

export type GoalField = Exclude<keyof GoalPlan & (typeof goalFields)[number], 'order'>;

/** A goal's place among the others is no part of what was agreed. */
export const agreedFields = goalFields.filter((field): field is GoalField => field !== 'order');

/** How a goal differs from what was agreed; of one that says the same there is none. */
export type GoalChange = { partId: PartId } & (
  | { kind: 'added' }
  | { kind: 'removed'; agreed: GoalPlan }
  | { kind: 'changed'; agreed: GoalPlan; fields: GoalField[] }
);

/**
 * What became of the goals since they were agreed: first those on the sheet in its order,
 * then those that were taken off.
 */
export function goalChanges(
  agreedEntries: readonly SheetEntry[],
  entries: readonly SheetEntry[],
): GoalChange[] {
  const agreed = plansOf(agreedEntries);
  const present = plansOf(entries);
  const standing = [...present].flatMap(([partId, plan]): GoalChange[] => {
    const before = agreed.get(partId);
    if (before === undefined) return [{ partId, kind: 'added' }];
    const fields = agreedFields.filter((field) => before[field] !== plan[field]);
    return fields.length === 0 ? [] : [{ partId, kind: 'changed', agreed: before, fields }];
  });
  const gone = [...agreed].flatMap(([partId, plan]): GoalChange[] =>
    present.has(partId) ? [] : [{ partId, kind: 'removed', agreed: plan }],
  );
  return [...standing, ...gone];
}

function plansOf(entries: readonly SheetEntry[]): Map<PartId, GoalPlan> {
  return new Map(
    goalEntries(entries).flatMap(({ partId, goal }) => (goal === null ? [] : [[partId, goal]])),
  );
}
