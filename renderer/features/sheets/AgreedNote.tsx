import { agreedFields, type GoalChange } from '../../../shared/domain/goal/goal-changes';
import type { NamedUnitGoal } from '../../../shared/domain/goal/goal-facts';
import { goalFieldLabels } from '../../../shared/domain/sheet/sheet-words';
import { Badge } from '../../ui/Badge';
import { Disclosure } from '../../ui/Disclosure';
import { goalFieldWords } from './goal-words';

type AgreedNoteProps = { change: GoalChange; unitGoals: readonly NamedUnitGoal[] };

/** What a goal said when it was agreed, with what was changed since marked. */
export function AgreedNote({ change, unitGoals }: AgreedNoteProps) {
  if (change.kind === 'added') {
    return <p className="text-sm font-bold">期首面談の合意の後に加えた目標です。</p>;
  }
  const { agreed } = change;
  const changed = change.kind === 'changed' ? change.fields : [];
  const title =
    change.kind === 'changed'
      ? `合意時の内容（変更：${changed.map((field) => goalFieldLabels[field]).join('・')}）`
      : `合意の後に取り除いた目標：${agreed.content}`;
  const saysNothing = ['', goalFieldWords({ ...agreed, challenge: false }, 'challenge', [])];
  const fields = agreedFields.filter(
    (field) =>
      changed.includes(field) || !saysNothing.includes(goalFieldWords(agreed, field, unitGoals)),
  );
  return (
    <Disclosure title={title}>
      <dl className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {fields.map((field) => (
          <div key={field} className="contents">
            <dt className="text-solid-gray-700">
              {goalFieldLabels[field]}
              {changed.includes(field) && (
                <Badge tone="warning" className="ml-2">
                  変更
                </Badge>
              )}
            </dt>
            <dd className="whitespace-pre-wrap">
              {goalFieldWords(agreed, field, unitGoals) || '－'}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
