import { IkuseiError } from '../../shared/domain/errors';
import type { Author } from '../../shared/domain/form/form';
import { changeEntry, type EntryPatch } from '../../shared/domain/sheet/change-entry';
import { mayChangeProgress, sheetProgress } from '../../shared/domain/sheet/progress';
import { withTyping } from '../../shared/domain/sheet/proxy-rules';
import type { PartId, Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import { accessTo, mayChange } from '../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../shared/domain/store/meta';
import { localToday } from '../platform/local-time';
import { allEntries, findEntry, loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import type { StoreWriter } from './write-store';

export type EntryPlace = { sheetId: string; partId: PartId; author: Author };

/** Every table that a change of an entry reads or writes. */
export const entryTables = ['sheets', 'sheetEntries', 'forms', 'staff', 'undoSteps'] as const;

/** A sheet whose places a change touches are open to the person, and who she is. */
export type SheetToWrite = { identity: Identity; sheet: Sheet };

/** @throws IkuseiError `notYours` */
export async function sheetToWrite(
  store: Store,
  change: EntryPlace & { patch: EntryPatch },
): Promise<SheetToWrite> {
  const identity = await loadIdentity(store);
  const sheet = await readOne(store, 'sheets', change.sheetId);
  if (!mayChange(accessTo(sheet, identity), change)) throw new IkuseiError('notYours');
  return { identity, sheet };
}

/**
 * Writes a change of one entry and the sheet's progress. `before` and `after` are the same
 * object when nothing changed and nothing was written.
 *
 * @throws IkuseiError `rowDamaged`
 */
export async function writeEntry(
  store: Store,
  writer: StoreWriter,
  { identity, sheet }: SheetToWrite,
  change: EntryPlace & { patch: EntryPatch },
): Promise<{ before: SheetEntry | null; after: SheetEntry }> {
  const before = await findEntry(store, change);
  const after = changeEntry(before, {
    sheetId: change.sheetId,
    partId: change.partId,
    author: change.author,
    patch: change.patch,
    id: store.newId(),
    now: store.now(),
    by: identity.staffId,
  });
  if (after === before) return { before, after };
  if (before === null) await writer.insert('sheetEntries', [after]);
  else await writer.replace('sheetEntries', [after]);
  const typed = await typedSheet(store, identity, sheet, change.author);
  if (!mayChangeProgress(before, after) && typed === sheet) return { before, after };
  const form = await readOne(store, 'forms', sheet.formId);
  const progress = sheetProgress(form, await allEntries(store, sheet.id));
  await writer.replace('sheets', [
    { ...typed, progress, updatedAt: store.now(), updatedBy: identity.staffId },
  ]);
  return { before, after };
}

/** The sheet with today's 代理入力, where somebody writes in the person's column for her. */
export async function typedSheet(
  store: Store,
  { staffId }: Identity,
  before: Sheet,
  author: Author,
): Promise<Sheet> {
  const { proxy } = before;
  if (author !== 'employee' || staffId === before.staffId || proxy === undefined) return before;
  const { name } = await readOne(store, 'staff', staffId);
  const typed = withTyping(proxy, { staffId, name, on: localToday(), at: store.now() });
  return typed === proxy ? before : { ...before, proxy: typed };
}
