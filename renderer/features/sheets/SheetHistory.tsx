import { formatWarekiDateTime } from '../../../shared/domain/period/wareki';
import type { Stage } from '../../../shared/domain/sheet/sheet';
import type { SheetEvent } from '../../../shared/domain/sheet/sheet-event';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { moveWords } from '../../../shared/domain/sheet/stage-move-words';
import { toLocalIso } from '../../platform/local-time';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

type SheetHistoryProps = {
  /** The whole way of the sheet, and where it stands. */
  stages: readonly Stage[];
  stage: Stage;
  events: readonly SheetEvent[];
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Every step of the sheet that its reader may know of: when, who, from where to where, why. */
export function SheetHistory({ stages, stage, events, isOpen, onOpenChange }: SheetHistoryProps) {
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
      {events.length === 0 ? (
        <p>まだ提出や差戻しはありません。</p>
      ) : (
        <ol className="flex flex-col divide-y divide-solid-gray-200">
          {events.map((event) => (
            <li key={event.id} className="flex flex-col gap-0.5 py-2">
              <p>
                <time dateTime={event.updatedAt} className="text-solid-gray-700">
                  {formatWarekiDateTime(toLocalIso(new Date(event.updatedAt)))}
                </time>
                {`　${event.byName}　`}
                <span className="font-bold">{moveWords[event.action].done}</span>
              </p>
              <p className="text-sm text-solid-gray-700">
                {stageLabels[event.from]} → {stageLabels[event.to]}
              </p>
              {event.reason !== '' && <p className="whitespace-pre-wrap">理由：{event.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
