import { formatWarekiDateTime } from '../../../shared/domain/period/wareki';
import { decisionWords } from '../../../shared/domain/sheet/decision-words';
import type { Typing } from '../../../shared/domain/sheet/proxy-rules';
import { typingWords } from '../../../shared/domain/sheet/proxy-words';
import type { Stage } from '../../../shared/domain/sheet/sheet';
import { isDecision, type SheetEvent } from '../../../shared/domain/sheet/sheet-event';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { moveWords } from '../../../shared/domain/sheet/stage-move-words';
import { changeTitle } from '../../../shared/domain/staff/evaluator-change-words';
import type { EvaluatorChange } from '../../../shared/domain/staff/evaluator-changes';
import { toLocalIso } from '../../platform/local-time';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

type SheetHistoryProps = {
  /** The whole way of the sheet, and where it stands. */
  stages: readonly Stage[];
  stage: Stage;
  events: readonly SheetEvent[];
  changes: readonly EvaluatorChange[];
  typings: readonly Typing[];
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Every step of the sheet that its reader may know of: when, who, from where to where, why. */
export function SheetHistory({
  stages,
  stage,
  events,
  changes,
  typings,
  isOpen,
  onOpenChange,
}: SheetHistoryProps) {
  const lines = [
    ...events.map(moveLine),
    ...changes.flatMap(evaluatorLine),
    ...typings.map(typingLine),
  ].toSorted((left, right) => left.at.localeCompare(right.at));
  return (
    <Dialog
      title="このシートの経過"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      wide
      actions={<Button onPress={() => onOpenChange(false)}>閉じる</Button>}
    >
      <ol aria-label="段階の順" className="flex flex-wrap gap-x-2 gap-y-1 text-sm">
        {stages.map((one, index) => (
          <li key={one} className="flex gap-2">
            {index > 0 && <span aria-hidden="true">›</span>}
            <span
              {...(one === stage ? { 'aria-current': 'step' } : {})}
              className={one === stage ? 'font-bold text-key-1000' : 'text-solid-gray-700'}
            >
              {stageLabels[one]}
            </span>
          </li>
        ))}
      </ol>
      {lines.length === 0 ? (
        <p>まだ提出や差戻しはありません。</p>
      ) : (
        <ol className="flex flex-col divide-y divide-solid-gray-200">
          {lines.map((line) => (
            <li key={line.id} className="flex flex-col gap-0.5 py-2">
              <p>
                {line.isTimed && (
                  <time dateTime={line.at} className="mr-[1em] text-solid-gray-700">
                    {formatWarekiDateTime(toLocalIso(new Date(line.at)))}
                  </time>
                )}
                {line.who !== '' && `${line.who}　`}
                <span className="font-bold">{line.what}</span>
              </p>
              {line.way !== '' && <p className="text-sm text-solid-gray-700">{line.way}</p>}
              {line.reason !== '' && <p className="whitespace-pre-wrap">理由：{line.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

type HistoryLine = {
  id: string;
  at: string;
  /** Whether the time is more than a day that the words say themselves. */
  isTimed: boolean;
  who: string;
  what: string;
  /** From which stage to which; empty where the sheet stays where it is. */
  way: string;
  reason: string;
};

function moveLine(event: SheetEvent): HistoryLine {
  return {
    id: event.id,
    at: event.updatedAt,
    isTimed: true,
    who:
      event.forName === undefined
        ? event.byName
        : `${event.byName}（代理入力：${event.forName} さんの代わり）`,
    what: isDecision(event.action) ? decisionWords[event.action] : moveWords[event.action].done,
    way: event.from === event.to ? '' : `${stageLabels[event.from]} → ${stageLabels[event.to]}`,
    reason: event.reason,
  };
}

function evaluatorLine(change: EvaluatorChange): HistoryLine[] {
  if (change.kind !== 'change') return [];
  const { id, writtenAt: at, text: reason } = change;
  return [{ id, at, isTimed: true, who: '', what: changeTitle(change), way: '', reason }];
}

function typingLine(typing: Typing): HistoryLine {
  const { staffId, on, at } = typing;
  const what = typingWords(typing);
  return { id: `${staffId} ${on}`, at, isTimed: false, who: '', what, way: '', reason: '' };
}
