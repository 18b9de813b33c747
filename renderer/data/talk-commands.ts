import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import {
  type ActionPatch,
  changeAction,
  changeMemo,
  changeNoteText,
  changeReflection,
  changeTopic,
  newAction,
  newMemo,
  newNote,
  newReflection,
  newTopic,
  type ReflectionPatch,
  type TopicPatch,
} from '../../shared/domain/talk/change-talk';
import { isConfidential, talkAccess } from '../../shared/domain/talk/talk-rules';
import { tableOf } from './database';
import { type Mine, mine, noteOf, put, refuseUnless, unlessDamaged } from './my-talk';
import { parseRow, parseRows } from './read-rows';
import type { Row } from './schema';
import type { Store } from './store';
import { actionsOfCircle, talkTables } from './talk-rows';
import { type StoreWriter, writeStore } from './write-store';

/** One thing that is written on the page of a talk; of one kind and id, later over earlier. */
export type TalkChange = { talkId: Id; by: Id } & (
  | { what: 'note'; text: string }
  | { what: 'memo'; text: string }
  | { what: 'topic'; id: Id; patch: TopicPatch }
  | { what: 'action'; id: Id; patch: ActionPatch }
  | { what: 'reflection'; patch: ReflectionPatch }
);

/**
 * Writes one change of a talk. Resolves when it is on disk.
 *
 * @throws IkuseiError notYours, recordMissing, contentRefused, saveFailed
 */
export async function saveTalkChange(store: Store, change: TalkChange): Promise<void> {
  await writeStore(store, talkTables, async (writer) => {
    const own = await mine(store, change.talkId);
    // In 見本 another person may act by the time it is stored.
    if (own.made.by !== change.by) throw new IkuseiError('notYours');
    switch (change.what) {
      case 'note':
        refuseUnless(own, 'sharedNote', 'write');
        return saveNoteText(store, writer, own, change.text);
      case 'memo':
        refuseUnless(own, 'ownMemo', 'own');
        return saveMemo(store, writer, own, change.text);
      case 'topic':
        refuseUnless(own, 'topics', 'write');
        return saveTopic(store, writer, own, change);
      case 'action':
        return saveAction(store, writer, own, change);
      case 'reflection':
        refuseUnless(own, 'reflection', 'own');
        return saveReflection(store, writer, own, change.patch);
    }
  });
}

async function saveNoteText(store: Store, writer: StoreWriter, { talk, made }: Mine, text: string) {
  const before = await noteOf(store, talk.id);
  const base = before ?? newNote({ ...made, id: store.newId(), talkId: talk.id });
  await put(writer, 'talkNotes', { before, after: changeNoteText(base, text, made) });
}

/**
 * What each has written of a talk for herself. A damaged one stops it: whose it is cannot be
 * told, and a second one beside it would hide it for good.
 */
async function ofTalk<Name extends 'talkMemos' | 'talkReflections'>(
  store: Store,
  table: Name,
  talkId: Id,
): Promise<Row<Name>[]> {
  const rows = await tableOf(store.db, table).where('talkId').equals(talkId).toArray();
  return rows.map((row) => unlessDamaged(parseRow(store, table, row)));
}

async function saveMemo(store: Store, writer: StoreWriter, { talk, made }: Mine, text: string) {
  const before = (await ofTalk(store, 'talkMemos', talk.id)).find(
    ({ writerId }) => writerId === made.by,
  );
  const base = before ?? newMemo({ ...made, id: store.newId(), talkId: talk.id });
  await put(writer, 'talkMemos', { before: before ?? null, after: changeMemo(base, text, made) });
}

async function saveReflection(
  store: Store,
  writer: StoreWriter,
  { talk, made }: Mine,
  patch: ReflectionPatch,
) {
  const before = (await ofTalk(store, 'talkReflections', talk.id)).find(
    ({ staffId }) => staffId === made.by,
  );
  const base = before ?? newReflection({ ...made, id: store.newId(), talkId: talk.id });
  await put(writer, 'talkReflections', {
    before: before ?? null,
    after: changeReflection(base, patch, made),
  });
}

async function saveTopic(
  store: Store,
  writer: StoreWriter,
  { talk, made }: Mine,
  { id, patch }: Extract<TalkChange, { what: 'topic' }>,
) {
  const rows = await tableOf(store.db, 'talkTopics').where('talkId').equals(talk.id).toArray();
  const topics = parseRows(store, 'talkTopics', rows);
  const before = topics.find((topic) => topic.id === id) ?? null;
  const order = Math.max(0, ...topics.map((topic) => topic.order)) + 1;
  const after =
    before === null
      ? newTopic({ ...made, id, talkId: talk.id, order, patch })
      : changeTopic(before, patch, made);
  await put(writer, 'talkTopics', { before, after });
}

/** An open one of an earlier talk is changed where it stands. */
async function saveAction(
  store: Store,
  writer: StoreWriter,
  own: Mine,
  { id, patch }: Extract<TalkChange, { what: 'action' }>,
) {
  const { talk, made } = own;
  const stored = await tableOf(store.db, 'talkActions').get(id);
  const before =
    stored === undefined ? null : unlessDamaged(parseRow(store, 'talkActions', stored));
  // What was agreed in another talk is hers to change only where she has a part in that one.
  const agreedIn =
    before === null || before.talkId === talk.id ? own : await mine(store, before.talkId);
  const access = talkAccess(agreedIn.talk.kind, agreedIn.role, 'actions');
  // What she ticked herself she can untick.
  const isOpen =
    access === 'open' &&
    before !== null &&
    (before.doneOn === null || before.updatedBy === made.by);
  const isApart = isConfidential(agreedIn.talk.kind) !== isConfidential(talk.kind);
  if (isApart || (access !== 'write' && !isOpen)) throw new IkuseiError('notYours');
  const all = await actionsOfCircle(store, talk.circleId);
  const order = Math.max(0, ...all.map((action) => action.order)) + 1;
  const { circleId, id: talkId } = talk;
  const after =
    before === null
      ? newAction({ ...made, id, talkId, circleId, order, patch })
      : changeAction(before, patch, made);
  await put(writer, 'talkActions', { before, after });
}
