import type { GoalPlan } from './sheet';

export type GoalColumn = 'content' | 'deadline' | 'weight' | 'difficulty' | 'level' | 'method';

/** What a goal holds beyond the columns that are pasted and copied. */
type GoalDetail = 'difficultyReason' | 'importance' | 'challenge' | 'unitGoalId';

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
