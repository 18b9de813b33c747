import { IkuseiError } from '../../shared/domain/errors';
import type { SheetEntry } from '../../shared/domain/sheet/sheet';
import { nextStep, turnedStep, type UndoDirection } from '../../shared/domain/sheet/undo-history';
import { holdsValues, type UndoStep } from '../../shared/domain/sheet/undo-step';
import { entryTables, sheetToWrite, writeEntry } from './entry-writing';
import { findEntry, loadIdentity } from './queries';
import type { Store } from './store';
import { readHistoryEnd, readHistoryOffer } from './undo-rows';
import { writeStore } from './write-store';

/**
 * `overtaken`: the field was written by something else since, or cannot be read any more.
 * It stays as it is, and the step is forgotten, so that it is not in the way of others.
 */
export type UndoOutcome =
  | { outcome: 'nothing' }
  | { outcome: 'done'; step: UndoStep; entry: SheetEntry }
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
    const next = nextStep(await readHistoryEnd(store, { sheetId, staffId }), direction);
    if (next === null) return { outcome: 'nothing' };
    const { step, expected, patch } = next;
    const place = { sheetId, partId: step.partId, author: step.author };
    const target = await sheetToWrite(store, place);
    const present = await findEntry(store, place).catch(unlessDamaged);
    if (present === 'damaged' || !holdsValues(present, expected)) {
      await writer.remove('undoSteps', [step.id]);
      return { outcome: 'overtaken', step };
    }
    const { after } = await writeEntry(store, writer, target, { ...place, patch });
    await writer.replace('undoSteps', [turnedStep(step, direction, store.now())]);
    return { outcome: 'done', step, entry: after };
  });
}

function unlessDamaged(error: unknown): 'damaged' {
  if (error instanceof IkuseiError && error.errorName === 'rowDamaged') return 'damaged';
  throw error;
}
