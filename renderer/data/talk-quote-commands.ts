import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { linesOf, markLine } from '../../shared/domain/talk/change-talk';
import type { Talk } from '../../shared/domain/talk/talk';
import { isQuotable } from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { addNote, conductNoteTables } from './conduct-note-commands';
import { tableOf } from './database';
import { mine, noteOf, put } from './my-talk';
import { parseRows } from './read-rows';
import type { Store } from './store';
import { talkTables } from './talk-rows';
import { writeStore } from './write-store';

/**
 * The person marks a line of the shared note 「評価の参考にしてよい」.
 *
 * @throws IkuseiError notYours, quoteRefused, recordChanged, saveFailed
 */
export async function setLineMarked(
  store: Store,
  { talkId, line, marked }: { talkId: Id; line: string; marked: boolean },
): Promise<void> {
  await writeStore(store, talkTables, async (writer) => {
    const { talk, role, made } = await mine(store, talkId);
    if (role !== 'person') throw new IkuseiError('notYours');
    // A mark is taken back also where none could be set any more.
    if (marked && !(await mayBeQuoted(store, talk))) throw new IkuseiError('quoteRefused');
    const before = await noteOf(store, talkId);
    if (before === null) throw new IkuseiError('recordChanged');
    const after = markLine(before, { line, marked }, made);
    await put(writer, 'talkNotes', { before, after });
  });
}

async function mayBeQuoted(store: Store, talk: Talk): Promise<boolean> {
  const rows = await tableOf(store.db, 'talkTopics').where('talkId').equals(talk.id).toArray();
  return isQuotable(talk, parseRows(store, 'talkTopics', rows));
}

/**
 * Writes a line of the shared note into 職務行動記録 of who held the talk. Only a line that
 * the person herself has marked, as it stands now.
 *
 * @throws IkuseiError quoteRefused, notYours, recordMissing, saveFailed
 */
export async function quoteLine(
  store: Store,
  { talkId, line }: { talkId: Id; line: string },
): Promise<void> {
  await writeStore(store, [...talkTables, ...conductNoteTables], async (writer) => {
    const { talk, role, made } = await mine(store, talkId);
    if (role !== 'host') throw new IkuseiError('notYours');
    const note = await noteOf(store, talkId);
    const [staffId] = talk.participantIds;
    const isMarked = note?.marks.some((mark) => mark.line === line && mark.staffId === staffId);
    const stands = note !== null && linesOf(note.text).includes(line);
    if (
      staffId === undefined ||
      isMarked !== true ||
      !stands ||
      !(await mayBeQuoted(store, talk))
    ) {
      throw new IkuseiError('quoteRefused');
    }
    const happenedOn = talk.on ?? localToday();
    await addNote(store, writer, { staffId, happenedOn, text: line, by: made.by });
  });
}
