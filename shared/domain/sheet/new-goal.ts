import type { GoalPlan } from './sheet';

/** What can be pasted as a column of a table. */
export type GoalColumn =
  | 'content'
  | 'deadline'
  | 'weight'
  | 'difficulty'
  | 'level'
  | 'method'
  | 'importance'
  | 'difficultyReason';

/** What a goal holds beyond the columns that are pasted. */
type GoalDetail = 'challenge' | 'unitGoalId';

/** A goal that is not on the sheet yet: all but its place among the others. */
export type NewGoal = Pick<GoalPlan, GoalColumn | GoalDetail>;

export const blankGoal: NewGoal = {
  content: '',
  deadline: '',
  level: '',
  method: '',
  weight: '',
  difficulty: 'normal',
  difficultyReason: '',
  importance: 'normal',
  challenge: false,
  unitGoalId: null,
};
