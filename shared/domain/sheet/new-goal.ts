import type { GoalPlan } from './sheet';

export type GoalColumn = 'content' | 'deadline' | 'weight' | 'difficulty' | 'level' | 'method';

/** A goal that is not on the sheet yet: all but its place among the others. */
export type NewGoal = Pick<GoalPlan, GoalColumn>;

export const blankGoal: NewGoal = {
  content: '',
  deadline: '',
  level: '',
  method: '',
  weight: '',
  difficulty: 'normal',
};
