import { memo, type ReactNode, useId } from 'react';
import type { GoalChange } from '../../../shared/domain/goal/goal-changes';
import type { NamedUnitGoal } from '../../../shared/domain/goal/goal-facts';
import type { PartId } from '../../../shared/domain/sheet/sheet';
import type { GoalLogs } from '../../data/goal-log-queries';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { AgreedNote } from './AgreedNote';
import { GoalLogList } from './GoalLogList';
import { PartCard } from './PartCard';
import type { PartPlan, RemovedGoal, SectionPlan } from './sheet-plan';

type SheetSectionProps = {
  section: SectionPlan;
  note: { text: string; warning: boolean } | null;
  /** Between the title and the cards. */
  lead: ReactNode;
  removed: readonly RemovedGoal[];
  lastRemoved: string | null;
  /** How the goals differ from what was agreed. */
  changes: readonly GoalChange[];
  unitGoals: readonly NamedUnitGoal[];
  sheetId: string;
  logs: GoalLogs;
  onFocus: (part: PartPlan) => void;
  onRemoveGoal: (part: PartPlan) => void;
  onBringBack: (partId: PartId) => void;
  onAddGoal: () => void;
  onCopyGoals: () => void;
};

/** What belongs to a card without being in it: no key typed in the card touches it. */
const underCard =
  'mx-4 rounded-b-12 border border-t-0 border-solid-gray-200 bg-solid-gray-50 px-4 py-1.5';

/** A section with its cards, and what can be done with the goals in it. */
export const SheetSection = memo(function SheetSection({
  section,
  note,
  lead,
  removed,
  lastRemoved,
  changes,
  unitGoals,
  sheetId,
  logs,
  onFocus,
  onRemoveGoal,
  onBringBack,
  onAddGoal,
  onCopyGoals,
}: SheetSectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2
          id={titleId}
          data-section={section.id}
          tabIndex={-1}
          className="focus-ring scroll-mt-14 rounded-4 text-lg font-bold"
        >
          {section.title}
        </h2>
        {note !== null && (
          <p
            className={classNames(
              'text-sm',
              note.warning ? 'font-bold text-yellow-1100' : 'text-solid-gray-700',
            )}
          >
            {note.text}
          </p>
        )}
      </div>
      {lead}
      {section.parts.length === 0 && (
        <p className="rounded-12 border border-dashed border-solid-gray-400 bg-white px-5 py-4 text-sm">
          {section.growing
            ? '個人目標は、まだありません。「目標を加える」を押して書き始めます。'
            : '個人目標は、まだありません。'}
        </p>
      )}
      {section.parts.map((part) => {
        const change = changes.find(({ partId }) => partId === part.partId);
        const own = logs.logs.filter(({ partId }) => partId === part.partId);
        return (
          <div key={part.partId} className="flex flex-col">
            <PartCard part={part} onFocus={onFocus} onRemoveGoal={onRemoveGoal} />
            {change !== undefined && (
              <div className={underCard}>
                <AgreedNote change={change} unitGoals={unitGoals} />
              </div>
            )}
            {(logs.writable || own.length > 0) && (
              <div className={underCard}>
                <GoalLogList
                  sheetId={sheetId}
                  partId={part.partId}
                  goalName={part.name}
                  logs={own}
                  writable={logs.writable}
                />
              </div>
            )}
          </div>
        );
      })}
      {changes
        .filter(({ kind }) => kind === 'removed')
        .map((change) => (
          <AgreedNote key={change.partId} change={change} unitGoals={unitGoals} />
        ))}
      {section.growing && (
        <div className="flex flex-wrap gap-3">
          <Button onPress={onAddGoal}>目標を加える</Button>
          <Button onPress={onCopyGoals}>前の期間の目標を写す</Button>
        </div>
      )}
      {removed.length > 0 && (
        <RemovedGoals goals={removed} last={lastRemoved} onBringBack={onBringBack} />
      )}
    </section>
  );
});

type RemovedGoalsProps = {
  goals: readonly RemovedGoal[];
  /** The name of the goal that was taken off just now. */
  last: string | null;
  onBringBack: (partId: PartId) => void;
};

function RemovedGoals({ goals, last, onBringBack }: RemovedGoalsProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="flex flex-col gap-1 rounded-12 border border-dashed border-solid-gray-400 bg-white px-5 py-3 text-sm"
    >
      <h3 id={titleId} className="font-bold">
        取り除いた目標（{goals.length}件）
      </h3>
      <p role="status" className="text-solid-gray-700">
        {last === null ? '' : `${last}を取り除きました。`}書いた内容は残っています。
      </p>
      <ul className="divide-y divide-solid-gray-200">
        {goals.map(({ partId, content }) => {
          const words = content === '' ? '（目標の記入はありません）' : content;
          return (
            <li key={partId} className="flex items-center justify-between gap-3 py-2">
              <p className="line-clamp-2 min-w-0 whitespace-pre-wrap">{words}</p>
              <Button
                id={bringBackElementId(partId)}
                size="small"
                className="shrink-0"
                aria-label={`${words}を元に戻す`}
                onPress={() => onBringBack(partId)}
              >
                元に戻す
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The button that brings a removed goal back. */
export function bringBackElementId(partId: string): string {
  return `bring-back-${partId.replace('/', '-')}`;
}
