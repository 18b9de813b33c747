import type { CareerNote, CareerNoteKind } from '../../shared/domain/career/career-note';
import { type CareerNotePatch, changeCareerNote } from '../../shared/domain/career/change-note';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { tableOf } from './database';
import { parseRow } from './read-rows';
import type { Store } from './store';
import type { StoreWriter } from './write-store';

/**
 * Writes what one writer says about a plan or a request; the first change makes the row. Who
 * may, the caller has asked.
 *
 * @throws IkuseiError `rowDamaged` when a note of hers is there but cannot be read
 */
export async function writeNote(
  store: Store,
  writer: StoreWriter,
  change: {
    subjectId: Id;
    kind: CareerNoteKind;
    writerId: Id;
    patch: CareerNotePatch;
    answers?: CareerNote['answers'];
  },
): Promise<void> {
  const { subjectId, kind, writerId, patch, answers = null } = change;
  const rows = await tableOf(store.db, 'careerNotes')
    .where('subjectId')
    .equals(subjectId)
    .toArray();
  const notes = rows.map((row) => {
    const note = parseRow(store, 'careerNotes', row);
    // Which writer's it is cannot be told: a second row beside it would hide it for good.
    if (note === null) throw new IkuseiError('rowDamaged', '記録：careerNotes');
    return note;
  });
  const before = notes.find((note) => note.kind === kind && note.writerId === writerId) ?? null;
  const made = { id: store.newId(), subjectId, kind, writerId, now: store.now(), answers };
  const after = changeCareerNote(before, patch, made);
  if (after === null || after === before) return;
  if (before === null) await writer.insert('careerNotes', [after]);
  else await writer.replace('careerNotes', [after]);
}
