import type { Author } from '../form/form';
import type { GoalField } from '../goal/goal-changes';
import type { Stage } from './sheet';

/** Whose column, in the policy's words. */
export const authorLabels: Readonly<Record<Author, string>> = {
  employee: '本人',
  first: '一次評価者',
  second: '二次評価者',
};

/** Where there is little room, on screen and on paper. */
export const shortAuthorLabels: Readonly<Record<Author, string>> = {
  employee: '本人',
  first: '一次',
  second: '二次',
};

/** The fields of a goal, on screen and on paper. */
export const goalFieldLabels: Readonly<Record<GoalField, string>> = {
  content: '目標',
  deadline: 'いつまでに',
  level: 'どの水準まで',
  method: 'どのように',
  weight: '割合',
  difficulty: '困難度',
  difficultyReason: '困難度の理由',
  importance: '重要度',
  challenge: '上位職相当への挑戦',
  unitGoalId: '組織目標とのつながり',
};

export const stageLabels: Readonly<Record<Stage, string>> = {
  goalSetting: '目標設定',
  goalAgreement: '期首面談・合意',
  inProgress: '実施',
  selfEvaluation: '自己評価',
  firstEvaluation: '一次評価',
  secondEvaluation: '二次評価',
  leveling: '調整',
  confirmation: '確定待ち',
  confirmed: '確定・開示前',
  disclosed: '開示・期末面談',
  completed: '完了',
  exempt: '評価の対象外',
};
