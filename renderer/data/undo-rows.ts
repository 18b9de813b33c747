import { Dexie } from 'dexie';
import { idAfter } from '../../shared/domain/record/id';
import type { Id } from '../../shared/domain/record/record';
import type { SheetEntry } from '../../shared/domain/sheet/sheet';
import {
  type HistoryEnd,
  MAX_UNDO_STEPS,
  recordChange,
} from '../../shared/domain/sheet/undo-history';
import { tableOf } from './database';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';
import type { StoreWriter } from './write-store';

/** A history belongs to one person on one sheet. */
export type HistoryOwner = { sheetId: Id; staffId: Id };

const none: HistoryEnd = { lastDone: null, undone: [] };

/** In the order of the steps. */
function rowsOf(store: Store, { sheetId, staffId }: HistoryOwner) {
  return tableOf(store.db, 'undoSteps')
    .where('[sheetId+staffId+id]')
    .between([sheetId, staffId, Dexie.minKey], [sheetId, staffId, Dexie.maxKey]);
}

/**
 * Where the history ends. One row is read as a rule, all of them only when the last one is
 * undone. A step that cannot be read is passed over, and stays where it is.
 */
export async function readHistoryEnd(store: Store, owner: HistoryOwner): Promise<HistoryEnd> {
  const stored = await rowsOf(store, owner).last();
  if (stored === undefined) return none;
  const last = parseRow(store, 'undoSteps', stored);
  if (last !== null && !last.undone) return { lastDone: last, undone: [] };
  const steps = parseRows(store, 'undoSteps', await rowsOf(store, owner).toArray());
  return {
    lastDone: steps.findLast((step) => !step.undone) ?? null,
    undone: steps.filter((step) => step.undone),
  };
}

/** What the person could undo and do again now. Two rows are read as a rule. */
export async function readHistoryOffer(
  store: Store,
  owner: HistoryOwner,
): Promise<{ undo: boolean; redo: boolean }> {
  const [first, last] = await Promise.all([
    rowsOf(store, owner).first(),
    rowsOf(store, owner).last(),
  ]);
  if (first === undefined) return { undo: false, redo: false };
  const oldest = parseRow(store, 'undoSteps', first);
  const newest = parseRow(store, 'undoSteps', last);
  if (oldest !== null && newest !== null) return { undo: !oldest.undone, redo: newest.undone };
  const { lastDone, undone } = await readHistoryEnd(store, owner);
  return { undo: lastDone !== null, redo: undone.length > 0 };
}

/**
 * Records a change of an entry in its writer's history, in the transaction that wrote the
 * entry: a kill leaves both or neither. The oldest steps beyond the bound are forgotten.
 */
export async function recordInHistory(
  store: Store,
  writer: StoreWriter,
  owner: HistoryOwner & { groupId?: Id },
  change: { before: SheetEntry | null; after: SheetEntry },
): Promise<void> {
  const end = await readHistoryEnd(store, owner);
  const { dropped, added, replaced } = recordChange(end, {
    ...change,
    staffId: owner.staffId,
    groupId: owner.groupId,
    id: await nextStepId(store, owner),
    now: store.now(),
  });
  await writer.remove(
    'undoSteps',
    dropped.map(({ id }) => id),
  );
  if (replaced !== null) await writer.replace('undoSteps', [replaced]);
  if (added === null) return;
  await writer.insert('undoSteps', [added]);
  const tooMany = (await rowsOf(store, owner).count()) - MAX_UNDO_STEPS;
  if (tooMany <= 0) return;
  await writer.remove('undoSteps', await rowsOf(store, owner).limit(tooMany).primaryKeys());
}

/** Sorts behind every step there is, readable or not, whatever the clock says. */
async function nextStepId(store: Store, owner: HistoryOwner): Promise<Id> {
  const [newest] = await rowsOf(store, owner).reverse().limit(1).primaryKeys();
  const id = store.newId();
  return newest === undefined ? id : idAfter(newest, id);
}

/** The steps of everybody's histories on a sheet. */
export function historyIds(store: Store, sheetId: Id): PromiseLike<Id[]> {
  return (
    tableOf(store.db, 'undoSteps')
      .where('[sheetId+staffId+id]')
      // Shorter comes before, and a list after every text: `Dexie.maxKey` twice in one key is
      // refused where the standard is read to the letter.
      .between([sheetId], [sheetId, []])
      .primaryKeys() as PromiseLike<Id[]>
  );
}
