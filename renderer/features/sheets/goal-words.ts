import { weightNumber } from '../../../shared/domain/sheet/goal-plan-words';
import type { GoalColumn } from '../../../shared/domain/sheet/new-goal';
import type { Difficulty, GoalPlan } from '../../../shared/domain/sheet/sheet';

export const difficultyLabels: Readonly<Record<Difficulty, string>> = {
  high: '◎ 困難',
  normal: 'なし',
  low: '△ 平易',
};

export const difficultyOptions: readonly { value: Difficulty; label: string }[] = [
  { value: 'high', label: difficultyLabels.high },
  { value: 'normal', label: difficultyLabels.normal },
  { value: 'low', label: difficultyLabels.low },
];

export const goalColumnLabels: Readonly<Record<GoalColumn, string>> = {
  content: '目標',
  deadline: 'いつまでに',
  weight: '割合（％）',
  difficulty: '困難度',
  level: 'どの水準まで',
  method: 'どのように',
};

/** The sum of the shares in per cent, or null when one is missing or is no number. */
export function weightTotal(goals: readonly Pick<GoalPlan, 'weight'>[]): number | null {
  let total = 0;
  for (const { weight } of goals) {
    const number = weightNumber(weight);
    if (number === null) return null;
    total += Number(number);
  }
  return goals.length === 0 ? null : total;
}
