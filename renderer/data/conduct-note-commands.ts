import { changeNote, type NotePatch } from '../../shared/domain/conduct-note/change-note';
import type { ConductNote } from '../../shared/domain/conduct-note/conduct-note';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRow } from './read-rows';
import type { Store } from './store';
import { type StoreWriter, writeStore } from './write-store';

export type NoteChange = {
  id: Id;
  /** Who was writing: in 見本 another person may act by the time it is stored. */
  writerId: Id;
  patch: NotePatch;
  /** The day of a new note that names none. */
  today: string;
};

/**
 * Writes a change of one note; a new one only once something is written in it. Resolves
 * when it is on disk.
 *
 * @throws IkuseiError notYours, rowDamaged, saveFailed, contentRefused
 */
export async function saveNote(store: Store, change: NoteChange): Promise<ConductNote | null> {
  return writeStore(store, ['conductNotes'], async (writer) => {
    const { staffId } = await loadIdentity(store);
    if (staffId !== change.writerId) throw new IkuseiError('notYours');
    return writeNote(store, writer, await findNote(store, change.id), { ...change, by: staffId });
  });
}

/**
 * Takes a note out of the list or brings it back; its text stays stored either way.
 *
 * @throws IkuseiError `recordMissing` also for another's: nobody learns that there is one
 */
export async function setNoteRemoved(store: Store, id: Id, removed: boolean): Promise<void> {
  await writeStore(store, ['conductNotes'], async (writer) => {
    const { staffId } = await loadIdentity(store);
    const note = await findNote(store, id);
    if (note?.writerId !== staffId) throw new IkuseiError('recordMissing');
    const change = { id, patch: { removed }, today: note.happenedOn, by: staffId };
    await writeNote(store, writer, note, change);
  });
}

/** For a transaction that ends in a note; no other file knows the table. */
export const conductNoteTables = ['conductNotes'] as const;

/** A new note of whoever writes, inside another command's transaction. */
export async function addNote(
  store: Store,
  writer: StoreWriter,
  { by, ...content }: Pick<ConductNote, 'staffId' | 'happenedOn' | 'text'> & { by: Id },
): Promise<void> {
  const change = { id: store.newId(), patch: content, today: content.happenedOn, by };
  await writeNote(store, writer, null, change);
}

async function writeNote(
  store: Store,
  writer: StoreWriter,
  before: ConductNote | null,
  change: { id: Id; patch: NotePatch; today: string; by: Id },
): Promise<ConductNote | null> {
  const after = changeNote(before, { ...change, now: store.now() });
  if (after === null || after === before) return after;
  if (before === null) await writer.insert('conductNotes', [after]);
  else await writer.replace('conductNotes', [after]);
  return after;
}

/** @throws IkuseiError `rowDamaged` when the note is there but cannot be read */
async function findNote(store: Store, id: Id): Promise<ConductNote | null> {
  const stored = await tableOf(store.db, 'conductNotes').get(id);
  if (stored === undefined) return null;
  const note = parseRow(store, 'conductNotes', stored);
  if (note === null) throw new IkuseiError('rowDamaged', '記録：職務行動記録');
  return note;
}
