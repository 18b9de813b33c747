import { blankGoal, type NewGoal } from '../../../shared/domain/sheet/new-goal';
import { goalEntries } from '../../../shared/domain/sheet/part';
import type { SheetEntry } from '../../../shared/domain/sheet/sheet';

export type PreviousGoal = { id: string; goal: NewGoal };

/**
 * What can be copied of last period's goals: not the results, not the ratings, not the day,
 * which has passed, and nothing that belongs to that year alone.
 */
export function previousGoals(entries: readonly SheetEntry[]): PreviousGoal[] {
  return goalEntries(entries).flatMap(({ id, goal }) => {
    if (goal === null || goal.content.trim() === '') return [];
    const { deadline, unitGoalId } = blankGoal;
    const { order: _order, ...plan } = goal;
    return [{ id, goal: { ...plan, deadline, unitGoalId } }];
  });
}
