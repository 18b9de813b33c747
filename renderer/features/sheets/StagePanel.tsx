import { memo, useState } from 'react';
import type { Form } from '../../../shared/domain/form/form';
import type { Sheet, Stage } from '../../../shared/domain/sheet/sheet';
import type { SheetEvent } from '../../../shared/domain/sheet/sheet-event';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import {
  type MoveAction,
  moveRules,
  movesOf,
  stagesOf,
  turnAt,
} from '../../../shared/domain/sheet/stage-moves';
import type { Viewer } from '../../../shared/domain/sheet/stage-rules';
import type { SheetView } from '../../data/queries';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { Notice } from '../../ui/Notice';
import { MoveDialog } from './MoveDialog';
import { turnWords } from './read-only-words';
import { SheetHistory } from './SheetHistory';
import { moveWords } from './stage-move-words';

/** What of a sheet says where it stands; a save of an entry changes none of it. */
export type Standing = {
  sheet: Pick<
    Sheet,
    'id' | 'stage' | 'skippedStages' | 'staff' | 'firstEvaluator' | 'secondEvaluator'
  >;
  viewer: Viewer;
  events: readonly SheetEvent[];
};

export function standingOf({ sheet, viewer, events }: SheetView): Standing {
  const { id, stage, skippedStages, staff, firstEvaluator, secondEvaluator } = sheet;
  return {
    sheet: { id, stage, skippedStages, staff, firstEvaluator, secondEvaluator },
    viewer,
    events,
  };
}

/** Moves that 職員課 makes once in a while; they stand apart from the way onward. */
const rareMoves: readonly MoveAction[] = ['reopen', 'skip', 'exempt', 'includeAgain'];

type StagePanelProps = {
  standing: Standing;
  form: Form;
};

/** Where the sheet stands in its year, whose turn it is, and what I can do about it. */
export const StagePanel = memo(function StagePanel({ standing, form }: StagePanelProps) {
  const { sheet, viewer, events } = standing;
  const route = { ...sheet, steps: form.steps };
  const [asked, setAsked] = useState<MoveAction | null>(null);
  const [historyShown, setHistoryShown] = useState(false);
  const moves = movesOf(viewer, route);
  const usual = moves.filter((action) => !rareMoves.includes(action));
  const rare = moves.filter((action) => rareMoves.includes(action));
  const returned = lastReturn(standing);
  return (
    <section
      aria-label="段階"
      className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white px-4 py-2.5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-sm">
          {stagesOf(route).map((stage, index) => (
            <li key={stage} className="flex items-center gap-x-1.5">
              {index > 0 && (
                <span aria-hidden="true" className="text-solid-gray-420">
                  ›
                </span>
              )}
              <StageName stage={stage} current={stage === sheet.stage} />
            </li>
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm font-bold">{ownTurnWords(standing)}</span>
          <Button size="small" look="quiet" onPress={() => setHistoryShown(true)}>
            経過
          </Button>
          {[...usual].reverse().map((action) => (
            <Button
              key={action}
              size="small"
              look={moveRules[action].to === 'onward' ? 'primary' : 'secondary'}
              onPress={() => setAsked(action)}
            >
              {moveWords[action].button}
            </Button>
          ))}
        </div>
      </div>
      {rare.length > 0 && (
        <div className="flex flex-wrap justify-end gap-2">
          {rare.map((action) => (
            <Button key={action} size="small" look="quiet" onPress={() => setAsked(action)}>
              {moveWords[action].button}
            </Button>
          ))}
        </div>
      )}
      {returned !== null && (
        <Notice tone="warning" title={`${returned.byName} さんから差し戻されています`}>
          <p className="whitespace-pre-wrap">{returned.reason}</p>
        </Notice>
      )}
      {asked !== null && (
        <MoveDialog action={asked} route={route} form={form} onClose={() => setAsked(null)} />
      )}
      <SheetHistory events={events} isOpen={historyShown} onOpenChange={setHistoryShown} />
    </section>
  );
});

function StageName({ stage, current }: { stage: Stage; current: boolean }) {
  return (
    <span
      {...(current ? { 'aria-current': 'step' } : {})}
      className={classNames(
        current
          ? 'rounded-full border border-key-900 bg-key-50 px-2 font-bold text-key-1000'
          : 'text-solid-gray-700',
      )}
    >
      {stageLabels[stage]}
    </span>
  );
}

function ownTurnWords({ sheet, viewer }: Standing): string {
  const turn = turnAt[sheet.stage];
  if (turn === null) return '';
  return viewer.includes(turn) ? '私の番' : `${turnWords(sheet)}の番`;
}

const returns: readonly MoveAction[] = [
  'returnGoals',
  'returnSelfEvaluation',
  'returnFirstEvaluation',
  'askForReevaluation',
  'reopen',
];

/** Why the sheet came back to me; null once it was moved on again. */
function lastReturn({ sheet, viewer, events }: Standing): SheetEvent | null {
  const last = events.at(-1);
  const turn = turnAt[sheet.stage];
  if (last === undefined || turn === null || !viewer.includes(turn)) return null;
  const isReturn = returns.includes(last.action) && last.to === sheet.stage;
  return isReturn && last.reason !== '' ? last : null;
}
