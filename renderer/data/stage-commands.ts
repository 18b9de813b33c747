import { IkuseiError } from '../../shared/domain/errors';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import type { ColumnVersion } from '../../shared/domain/sheet/column-version';
import { handInFaults } from '../../shared/domain/sheet/hand-in';
import { moverRoles } from '../../shared/domain/sheet/proxy-rules';
import type { Sheet, Stage } from '../../shared/domain/sheet/sheet';
import type { SheetEvent } from '../../shared/domain/sheet/sheet-event';
import {
  handedInBy,
  type MoveAction,
  moveRules,
  movesOf,
  moveTargets,
  skippedBefore,
} from '../../shared/domain/sheet/stage-moves';
import { type ViewerRole, viewerOf } from '../../shared/domain/sheet/stage-rules';
import { sanitizeText } from '../../shared/domain/text/sanitize';
import { asIkuseiError } from './as-ikusei-error';
import { allEntries, loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { historyIds } from './undo-rows';
import { type StoreWriter, writeStore } from './write-store';

export type Move = {
  sheetId: string;
  action: MoveAction;
  /** Where to; needed only where the mover chooses. */
  to?: Stage;
  reason: string;
  /** 開示日 and the like: the day here, as `2026-11-25`. */
  today: string;
};

const moveTables = [
  'sheets',
  'sheetEntries',
  'forms',
  'staff',
  'sheetEvents',
  'columnVersions',
  'undoSteps',
] as const;

/**
 * Moves a sheet on, back or out: the sheet, its history, what was handed in as it was, and
 * the end of the mover's undo history, in one transaction.
 *
 * @throws IkuseiError notYours, moveRefused, reasonMissing, handInIncomplete, saveFailed
 */
export async function moveSheet(store: Store, move: Move): Promise<Sheet> {
  return writeStore(store, moveTables, (writer) => moveIn(writer, store, move));
}

export type MovedSheets = {
  moved: string[];
  refused: { sheetId: string; error: IkuseiError }[];
  /** Whether it was stopped before every sheet had its turn. */
  cancelled: boolean;
};

type MovingMany = {
  onProgress: (done: number, total: number) => void;
  isCancelled: () => boolean;
};

/**
 * Moves many sheets as 職員課, each in a transaction of its own: what was moved before a
 * cancel stays moved whole, and a sheet that is refused does not hold up the others.
 */
export async function moveSheets(
  store: Store,
  moves: readonly Move[],
  { onProgress, isCancelled }: MovingMany,
): Promise<MovedSheets> {
  const result: MovedSheets = { moved: [], refused: [], cancelled: false };
  for (const [index, move] of moves.entries()) {
    if (isCancelled()) return { ...result, cancelled: true };
    try {
      await writeStore(store, moveTables, (writer) => moveIn(writer, store, move, 'hr'));
      result.moved.push(move.sheetId);
    } catch (error) {
      result.refused.push({ sheetId: move.sheetId, error: asIkuseiError(error) });
    }
    onProgress(index + 1, moves.length);
  }
  return result;
}

/** @param onlyAs the one part in the sheet that the mover may use; any part when left out */
async function moveIn(
  writer: StoreWriter,
  store: Store,
  move: Move,
  onlyAs?: ViewerRole,
): Promise<Sheet> {
  const identity = await loadIdentity(store);
  const before = await readOne(store, 'sheets', move.sheetId);
  const form = await readOne(store, 'forms', before.formId);
  const viewer = viewerOf(before, identity).filter(
    (role) => onlyAs === undefined || role === onlyAs,
  );
  if (viewer.length === 0) throw new IkuseiError('notYours');
  const route = { ...before, steps: form.steps };
  const movers = onlyAs === undefined ? moverRoles(viewer, before) : viewer;
  if (!movesOf(movers, route).includes(move.action)) throw new IkuseiError('moveRefused');
  const isForHer = !movesOf(viewer, route).includes(move.action);
  const to = targetOf(move, moveTargets(move.action, route));
  const reason = sanitizeText(move.reason).trim();
  if (moveRules[move.action].needsReason && reason === '') throw new IkuseiError('reasonMissing');
  const entries = await allEntries(store, move.sheetId);
  const faults = handInFaults(move.action, form, entries);
  if (faults.length > 0) {
    throw new IkuseiError('handInIncomplete', faults.map(({ name }) => name).join('、'));
  }
  const stamp = {
    schemaVersion: SCHEMA_VERSION,
    updatedAt: store.now(),
    updatedBy: identity.staffId,
  };
  const stageRevision = before.stageRevision + 1;
  const left = move.action === 'skip' ? [before.stage] : [];
  const sheet: Sheet = {
    ...before,
    ...stamp,
    stage: to,
    stageRevision,
    skippedStages: skippedBefore([...before.skippedStages, ...left], to),
    exemptedFrom: to === 'exempt' ? before.stage : null,
    disclosedOn: move.action === 'disclose' ? move.today : before.disclosedOn,
  };
  const mover = await readOne(store, 'staff', identity.staffId);
  const event: SheetEvent = {
    ...stamp,
    id: store.newId(),
    sheetId: before.id,
    action: move.action,
    from: before.stage,
    to,
    stageRevision,
    byName: mover.name,
    ...(isForHer ? { forName: before.staff.name } : {}),
    reason,
  };
  await writer.replace('sheets', [sheet]);
  await writer.insert('sheetEvents', [event]);
  const author = handedInBy(move.action);
  if (author !== null) {
    const version: ColumnVersion = {
      ...stamp,
      id: store.newId(),
      sheetId: before.id,
      author,
      stage: before.stage,
      stageRevision,
      entries: entries.filter((entry) => entry.author === author),
    };
    await writer.insert('columnVersions', [version]);
  }
  // What was handed in stands: nobody undoes it behind the next person's back.
  await writer.remove('undoSteps', await historyIds(store, before.id));
  return sheet;
}

function targetOf({ to }: Move, targets: readonly Stage[]): Stage {
  const [only] = targets;
  if (to === undefined && only !== undefined && targets.length === 1) return only;
  if (to !== undefined && targets.includes(to)) return to;
  throw new IkuseiError('moveRefused');
}
