import { useState } from 'react';
import type { NewGoal } from '../../../shared/domain/sheet/new-goal';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { PreviousGoal } from './previous-goals';

type CopyGoalsDialogProps = {
  /** The name of the period before; null when there is no sheet of it. */
  periodName: string | null;
  goals: readonly PreviousGoal[];
  onCopy: (goals: NewGoal[]) => void;
  onClose: () => void;
};

/** Last period's goals to choose from; all are chosen at first. Shown while it is mounted. */
export function CopyGoalsDialog({ periodName, goals, onCopy, onClose }: CopyGoalsDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = goals.filter(({ id }) => !left.has(id)).map(({ goal }) => goal);

  function choose(id: string, taken: boolean) {
    const next = new Set(left);
    if (taken) next.delete(id);
    else next.add(id);
    setLeft(next);
  }

  return (
    <Dialog
      title="前の期間の目標を写す"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>{goals.length === 0 ? '閉じる' : 'やめる'}</Button>
          {goals.length > 0 && (
            <Button
              look="primary"
              isDisabled={chosen.length === 0}
              onPress={() => {
                onCopy(chosen);
                onClose();
              }}
            >
              {chosen.length}件を写す
            </Button>
          )}
        </>
      }
    >
      {goals.length === 0 ? (
        <p>前の期間に書いた目標は、このPCにありません。</p>
      ) : (
        <>
          <p>
            {periodName}
            の目標です。目標・割合・困難度とその理由・重要度・上位職相当への挑戦・どの水準まで・どのようにを、今の目標の後に加えます。
            期限・結果・評語は写しません。
          </p>
          <ul className="divide-y divide-solid-gray-200">
            {goals.map(({ id, goal }) => (
              <li key={id}>
                <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
                  <input
                    type="checkbox"
                    className="focus-ring mt-1 size-5 shrink-0"
                    checked={!left.has(id)}
                    onChange={(event) => choose(id, event.target.checked)}
                  />
                  <span className="whitespace-pre-wrap">{goal.content}</span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
