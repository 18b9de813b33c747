import { IkuseiError } from '../../shared/domain/errors';
import type { SheetEntry } from '../../shared/domain/sheet/sheet';
import {
  isSameGroup,
  type NextStep,
  nextStep,
  turnedStep,
  type UndoDirection,
} from '../../shared/domain/sheet/undo-history';
import { holdsValues, type UndoStep } from '../../shared/domain/sheet/undo-step';
import { entryTables, sheetToWrite, writeEntry } from './entry-writing';
import { findEntry, loadIdentity } from './queries';
import type { Store } from './store';
import { readHistoryEnd, readHistoryOffer } from './undo-rows';
import { type StoreWriter, writeStore } from './write-store';

/** A step and the entry as it is stored after the step was undone or done again. */
export type TurnedStep = { step: UndoStep; entry: SheetEntry };

/**
 * `overtaken`: the field was written by something else since, or cannot be read any more.
 * It stays as it is, and the step is forgotten, so that it is not in the way of others.
 */
export type UndoOutcome =
  | { outcome: 'nothing' }
  /** With the other steps of its group, in the order in which they were turned. */
  | ({ outcome: 'done'; others: readonly TurnedStep[] } & TurnedStep)
  | { outcome: 'overtaken'; step: UndoStep };

/** What the person could undo and do again on this sheet. */
export async function loadUndoOffer(
  store: Store,
  sheetId: string,
): Promise<{ undo: boolean; redo: boolean }> {
  const { staffId } = await loadIdentity(store);
  return readHistoryOffer(store, { sheetId, staffId });
}

/**
 * Undoes the person's last step on a sheet, or does again the one undone last: the entry
 * and the step in one transaction.
 *
 * @throws IkuseiError notYours, saveFailed
 */
export async function turnHistory(
  store: Store,
  sheetId: string,
  direction: UndoDirection,
): Promise<UndoOutcome> {
  return writeStore(store, entryTables, async (writer): Promise<UndoOutcome> => {
    const { staffId } = await loadIdentity(store);
    const turned: TurnedStep[] = [];
    let first: UndoStep | null = null;
    for (;;) {
      const next = nextStep(await readHistoryEnd(store, { sheetId, staffId }), direction);
      if (next === null || (first !== null && !isSameGroup(first, next.step))) break;
      first ??= next.step;
      const entry = await turnStep(store, writer, { ...next, direction });
      if (entry !== null) turned.push({ step: next.step, entry });
    }
    if (first === null) return { outcome: 'nothing' };
    const [done, ...others] = turned;
    if (done === undefined) return { outcome: 'overtaken', step: first };
    return { outcome: 'done', ...done, others };
  });
}

/** Null when it was overtaken: then it is forgotten, and the entry stays as it is. */
async function turnStep(
  store: Store,
  writer: StoreWriter,
  { step, expected, patch, direction }: NextStep & { direction: UndoDirection },
): Promise<SheetEntry | null> {
  const place = { sheetId: step.sheetId, partId: step.partId, author: step.author };
  const target = await sheetToWrite(store, { ...place, patch });
  const present = await findEntry(store, place).catch(unlessDamaged);
  if (present === 'damaged' || !holdsValues(present, expected)) {
    await writer.remove('undoSteps', [step.id]);
    return null;
  }
  const { after } = await writeEntry(store, writer, target, { ...place, patch });
  await writer.replace('undoSteps', [turnedStep(step, direction, store.now())]);
  return after;
}

function unlessDamaged(error: unknown): 'damaged' {
  if (error instanceof IkuseiError && error.errorName === 'rowDamaged') return 'damaged';
  throw error;
}
