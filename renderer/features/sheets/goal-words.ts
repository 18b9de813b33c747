import type { GoalField } from '../../../shared/domain/goal/goal-changes';
import type { NamedUnitGoal } from '../../../shared/domain/goal/goal-facts';
import { weightNumber } from '../../../shared/domain/sheet/goal-plan-words';
import type { GoalColumn } from '../../../shared/domain/sheet/new-goal';
import type { Difficulty, GoalPlan, Importance } from '../../../shared/domain/sheet/sheet';

export const difficultyLabels: Readonly<Record<Difficulty, string>> = {
  high: '◎ 困難',
  normal: 'なし',
  low: '△ 平易',
};

export const difficultyOptions = optionsOf(difficultyLabels);

export const importanceLabels: Readonly<Record<Importance, string>> = {
  high: '◎ 重要',
  normal: 'なし',
  low: '△ 軽易',
};

export const importanceOptions = optionsOf(importanceLabels);

function optionsOf<Value extends string>(
  labels: Readonly<Record<Value, string>>,
): readonly { value: string; label: string }[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
}

/** The policy's own words on what is asked of a challenge (オ チャレンジを支援する組織の醸成). */
export const challengeRule =
  '本来の役職に比べて高度な職務内容に挑戦した場合は、その内容に応じて評価することにより、職員の意欲や更なる挑戦につなげます。';

export const goalColumnLabels: Readonly<Record<GoalColumn, string>> = {
  content: '目標',
  deadline: 'いつまでに',
  weight: '割合（％）',
  difficulty: '困難度',
  level: 'どの水準まで',
  method: 'どのように',
  importance: '重要度',
  difficultyReason: '困難度の理由',
};

/** What stands under a heading of a table of goals. */
export function goalColumnWords(goal: Pick<GoalPlan, GoalColumn>, column: GoalColumn): string {
  if (column === 'difficulty') return difficultyLabels[goal.difficulty];
  return column === 'importance' ? importanceLabels[goal.importance] : goal[column];
}

/** What a field of a goal says, for those who do not write it; empty when it says nothing. */
export function goalFieldWords(
  goal: GoalPlan,
  field: GoalField,
  unitGoals: readonly NamedUnitGoal[],
): string {
  switch (field) {
    case 'weight': {
      const weight = goal.weight.trim();
      return weight === '' || weight.endsWith('%') ? weight : `${weight}％`;
    }
    case 'difficulty':
      return difficultyLabels[goal.difficulty];
    case 'importance':
      return importanceLabels[goal.importance];
    case 'challenge':
      return goal.challenge ? 'あり' : 'なし';
    case 'unitGoalId':
      return goal.unitGoalId === null ? 'なし' : unitGoalWords(unitGoals, goal.unitGoalId);
    default:
      return goal[field];
  }
}

/** The goal of the unit that an individual one serves, as it is named on the card. */
export function unitGoalWords(unitGoals: readonly NamedUnitGoal[], id: string): string {
  const named = unitGoals.find((goal) => goal.id === id);
  if (named === undefined) return '（このPCにない組織目標）';
  return `${named.unitName}：${named.content}${named.removed ? '（取り下げられた組織目標）' : ''}`;
}

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
