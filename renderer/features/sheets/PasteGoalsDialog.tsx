import { goalColumns } from '../../../shared/domain/sheet/goal-cells';
import type { NewGoal } from '../../../shared/domain/sheet/new-goal';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { goalColumnLabels, goalColumnWords } from './goal-words';

type PasteGoalsDialogProps = {
  goals: readonly NewGoal[];
  /** Cells with a text and no place in the form. */
  leftOut: number;
  onAdd: () => void;
  onAsText: () => void;
  onClose: () => void;
};

/** Says what goes where before anything is written. Shown while it is mounted. */
export function PasteGoalsDialog({
  goals,
  leftOut,
  onAdd,
  onAsText,
  onClose,
}: PasteGoalsDialogProps) {
  return (
    <Dialog
      wide
      title="貼り付けた表を目標にしますか"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          <Button onPress={onAsText}>文章として貼り付ける</Button>
          <Button look="primary" isDisabled={goals.length === 0} onPress={onAdd}>
            {goals.length}件の目標を加える
          </Button>
        </>
      }
    >
      <p>表の{goals.length}行を、今の目標の後に、1行を1件の目標として加えます。</p>
      {leftOut > 0 && (
        <p className="font-bold text-yellow-1100">
          入れる欄のない {leftOut} 個のセルは、目標に入りません。
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it from here */}
      <section aria-label="貼り付けた表" tabIndex={0} className="focus-ring max-h-80 overflow-auto">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr>
              {goalColumns.map(({ column }) => (
                <th
                  key={column}
                  scope="col"
                  className="border border-solid-gray-300 px-2 py-1 whitespace-nowrap"
                >
                  {goalColumnLabels[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {goals.map((goal, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pasted rows stay as they are
              <tr key={index}>
                {goalColumns.map(({ column }) => (
                  <td key={column} className="border border-solid-gray-300 px-2 py-1 align-top">
                    {goalColumnWords(goal, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
