import type { GoalPlan } from '../../../shared/domain/sheet/sheet';
import { challengeRule, difficultyLabels, goalFieldWords, importanceLabels } from './goal-words';

/** A goal for those who do not write it. */
export function GoalSummary({ goal, unitGoal }: { goal: GoalPlan; unitGoal: string | null }) {
  const lines = [
    { label: 'いつまでに', text: goal.deadline },
    { label: 'どの水準まで', text: goal.level },
    { label: 'どのように', text: goal.method },
    { label: '割合', text: goalFieldWords(goal, 'weight', []) },
    { label: '困難度', text: difficultyLabels[goal.difficulty] },
    ...(goal.difficulty === 'normal'
      ? []
      : [{ label: '困難度の理由', text: goal.difficultyReason }]),
    ...(goal.importance === 'normal'
      ? []
      : [{ label: '重要度', text: importanceLabels[goal.importance] }]),
    ...(unitGoal === null ? [] : [{ label: '組織目標', text: unitGoal }]),
  ];
  return (
    <div className="border-l-[3px] border-key-300 bg-solid-gray-50 px-3 py-2">
      <p className="whitespace-pre-wrap font-bold">
        {goal.content === '' ? '（目標の記入はありません）' : goal.content}
      </p>
      <dl className="mt-1 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 text-sm">
        {lines.map(({ label, text }) => (
          <div key={label} className="contents">
            <dt className="text-solid-gray-700">{label}</dt>
            <dd className="whitespace-pre-wrap">{text === '' ? '－' : text}</dd>
          </div>
        ))}
      </dl>
      {goal.challenge && (
        <p className="mt-1 text-sm">
          <span className="font-bold">上位職相当への挑戦</span>
          <span className="block text-solid-gray-700">{challengeRule}</span>
        </p>
      )}
    </div>
  );
}
