import { memo, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { Author, Form } from '../../../shared/domain/form/form';
import { remarkPartId, sharedRemarkPartId } from '../../../shared/domain/sheet/part';
import {
  mayDecideProxy,
  moverRoles,
  typesFor,
  typingsOf,
} from '../../../shared/domain/sheet/proxy-rules';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { mayRenew } from '../../../shared/domain/sheet/sheet-differences';
import { isDecision, type SheetEvent } from '../../../shared/domain/sheet/sheet-event';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { moveWords } from '../../../shared/domain/sheet/stage-move-words';
import {
  type MoveAction,
  moveRules,
  movesOf,
  stagesOf,
  turnAt,
} from '../../../shared/domain/sheet/stage-moves';
import type { Viewer } from '../../../shared/domain/sheet/stage-rules';
import { turnWords } from '../../../shared/domain/sheet/turn-words';
import type { EvaluatorChange } from '../../../shared/domain/staff/evaluator-changes';
import type { SheetView } from '../../data/queries';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { MoveDialog } from './MoveDialog';
import { ProxyDialog } from './ProxyDialog';
import { RenewDialog } from './RenewDialog';
import { readOnlyWords } from './read-only-words';
import { SheetHistory } from './SheetHistory';
import { sheetActionOf } from './sheet-shortcuts';

/** What of a sheet says where it stands; a save of an entry changes none of it. */
export type Standing = {
  sheet: Pick<
    Sheet,
    | 'id'
    | 'stage'
    | 'skippedStages'
    | 'exemptedFrom'
    | 'staff'
    | 'firstEvaluator'
    | 'secondEvaluator'
    | 'proxy'
  >;
  viewer: Viewer;
  events: readonly SheetEvent[];
  /** Who evaluates since when; said in the history among the moves. */
  changes: readonly EvaluatorChange[];
  /** The name of the remark that the reader shares with the person; null where none is open. */
  shared: string | null;
};

export function standingOf({ sheet, form, access, viewer, events, changes }: SheetView): Standing {
  const { id, stage, skippedStages, exemptedFrom, staff, firstEvaluator, secondEvaluator } = sheet;
  const proxy = sheet.proxy === undefined ? {} : { proxy: sheet.proxy };
  const shared = form.development.find(
    (remark) => remarkPartId('development', remark.id) === sharedRemarkPartId,
  );
  return {
    sheet: {
      id,
      stage,
      skippedStages,
      exemptedFrom,
      staff,
      firstEvaluator,
      secondEvaluator,
      ...proxy,
    },
    viewer,
    events,
    changes,
    shared: access.sharedRemark.writes.length > 0 ? (shared?.name ?? null) : null,
  };
}

/** Moves that 職員課 makes once in a while; they stand apart from the way onward. */
const rareMoves: readonly MoveAction[] = ['reopen', 'skip', 'exempt', 'includeAgain'];

type StagePanelProps = {
  standing: Standing;
  form: Form;
  /** The columns that I write in now; none where I only read. */
  writable: readonly Author[];
  /** The other pages of the sheet. */
  links: ReactNode;
};

/** Where the sheet stands in its year, whose turn it is, and what I can do about it. */
export const StagePanel = memo(function StagePanel({
  standing,
  form,
  writable,
  links,
}: StagePanelProps) {
  const { sheet, viewer, events, changes } = standing;
  const route = { ...sheet, steps: form.steps };
  const [asked, setAsked] = useState<MoveAction | null>(null);
  const [historyShown, setHistoryShown] = useState(false);
  const [proxyShown, setProxyShown] = useState(false);
  const [renewShown, setRenewShown] = useState(false);
  const moves = movesOf(moverRoles(viewer, sheet), route);
  const usual = moves.filter((action) => !rareMoves.includes(action));
  const rare = moves.filter((action) => rareMoves.includes(action));
  const onward = usual.find((action) => moveRules[action].to === 'onward') ?? null;
  useMoveOnKey(() => {
    if (onward !== null) setAsked(onward);
  });
  const returned = lastReturn(standing);
  const stages = stagesOf(route);
  const words = readOnlyWords(sheet, writable, standing.shared);
  return (
    <section
      aria-label="段階"
      className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white px-4 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <p className="flex items-center gap-1.5">
          <span
            aria-current="step"
            className="rounded-full border border-key-900 bg-key-50 px-3 py-0.5 font-bold text-key-1000"
          >
            {stageLabels[sheet.stage]}
          </span>
          {stages.length > 1 && `${stages.length} 段階の ${stages.indexOf(sheet.stage) + 1}`}
        </p>
        <p className="min-w-0">{words ?? <b>{ownTurnWords(standing)}</b>}</p>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
          {links}
          <Button size="small" look="quiet" onPress={() => setHistoryShown(true)}>
            経過
          </Button>
          {mayDecideProxy(viewer, sheet.stage) && (
            <Button size="small" look="quiet" onPress={() => setProxyShown(true)}>
              代理入力
            </Button>
          )}
          {mayRenew(viewer, sheet) && (
            <Button size="small" look="quiet" onPress={() => setRenewShown(true)}>
              最新に更新
            </Button>
          )}
          {rare.map((action) => (
            <Button key={action} size="small" look="quiet" onPress={() => setAsked(action)}>
              {moveWords[action].button}
            </Button>
          ))}
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
      {returned !== null && (
        <Notice tone="warning" title={`${returned.byName} さんから差し戻されています`}>
          <p className="whitespace-pre-wrap">{returned.reason}</p>
        </Notice>
      )}
      {asked !== null && (
        <MoveDialog
          action={asked}
          route={route}
          form={form}
          typing={!movesOf(viewer, route).includes(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      {renewShown && <RenewDialog sheetId={sheet.id} onClose={() => setRenewShown(false)} />}
      {proxyShown && <ProxyDialog sheet={sheet} onClose={() => setProxyShown(false)} />}
      <SheetHistory
        stages={stages}
        stage={sheet.stage}
        events={events}
        changes={changes}
        typings={typingsOf(sheet)}
        isOpen={historyShown}
        onOpenChange={setHistoryShown}
      />
    </section>
  );
});

/** Opens the question of the way on; nothing moves by the key alone. */
function useMoveOnKey(ask: () => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (sheetActionOf(event) !== 'moveOn' || event.repeat || isDialogOpen()) return;
    event.preventDefault();
    ask();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function ownTurnWords({ sheet, viewer }: Standing): string {
  const turn = turnAt[sheet.stage];
  if (turn === null) return '';
  if (turn === 'employee' && typesFor(viewer, sheet)) return `${turnWords(sheet)}の番（代理入力）`;
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
  const last = events.findLast(({ action }) => !isDecision(action));
  const turn = turnAt[sheet.stage];
  if (last === undefined || turn === null || !viewer.includes(turn)) return null;
  const isReturn = returns.some((action) => action === last.action) && last.to === sheet.stage;
  return isReturn && last.reason !== '' ? last : null;
}
