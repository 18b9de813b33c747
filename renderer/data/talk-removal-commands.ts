import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import type { Talk, TalkAction, TalkTopic } from '../../shared/domain/talk/talk';
import { isDue, mayDeleteTalk } from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { mine, refuseUnless } from './my-talk';
import { loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Row } from './schema';
import type { Store } from './store';
import { actionsOfCircle, talkTables } from './talk-rows';
import { loadTalkSettings } from './talk-settings';
import { type StoreWriter, writeStore } from './write-store';

type Removed = {
  talks: Talk[];
  talkNotes: Row<'talkNotes'>[];
  talkTopics: TalkTopic[];
  talkActions: TalkAction[];
  talkMemos: Row<'talkMemos'>[];
  talkReflections: Row<'talkReflections'>[];
};

const removedTables = [
  'talks',
  'talkNotes',
  'talkTopics',
  'talkActions',
  'talkMemos',
  'talkReflections',
] as const;

/**
 * What was taken away in this session, to be brought back. It stays in here: whoever undoes
 * it may not read all of it.
 */
type Bin = Map<Id, Partial<Removed> & { by: Id }>;

const bin = new WeakMap<Store, Bin>();

function binOf(store: Store): Bin {
  const known = bin.get(store);
  if (known !== undefined) return known;
  const made: Bin = new Map();
  bin.set(store, made);
  return made;
}

/** The talks that somebody has deleted in this session and can bring back, the last one first. */
export function deletedTalks(store: Store, by: Id): Id[] {
  return [...binOf(store)]
    .flatMap(([id, removed]) => (removed.by === by && removed.talks !== undefined ? [id] : []))
    .toReversed();
}

/**
 * Takes a talk off this PC with everything that is written of it. Until the session ends it
 * can be brought back (`restoreRemoved`).
 *
 * @throws IkuseiError notYours, recordMissing, saveFailed
 */
export async function deleteTalk(store: Store, talkId: Id): Promise<void> {
  const removed = await writeStore(store, talkTables, async (writer) => {
    const { talk, role, made } = await mine(store, talkId);
    if (!mayDeleteTalk(talk.kind, role)) throw new IkuseiError('notYours');
    return { by: made.by, ...(await removeTalk(store, writer, talk)) };
  });
  binOf(store).set(talkId, removed);
}

/**
 * The talks whose time is over, all at once and for good: nothing of them comes back.
 *
 * @throws IkuseiError `notYours` for a talk that is to be kept longer
 */
export async function deleteTalks(store: Store, talkIds: readonly Id[]): Promise<void> {
  await writeStore(store, [...talkTables, 'talkSettings'], async (writer) => {
    const { retentionYears } = await loadTalkSettings(store);
    const kept = { retentionYears, today: localToday() };
    for (const talkId of talkIds) {
      const { talk, role } = await mine(store, talkId);
      if (!isDue(talk, role, kept)) throw new IkuseiError('notYours');
      await removeTalk(store, writer, talk);
    }
  });
}

async function removeTalk(store: Store, writer: StoreWriter, talk: Talk): Promise<Removed> {
  const byTalk = (table: Exclude<(typeof removedTables)[number], 'talks' | 'talkActions'>) =>
    tableOf(store.db, table).where('talkId').equals(talk.id).toArray();
  const actions = await actionsOfCircle(store, talk.circleId);
  const removed: Removed = {
    talks: [talk],
    talkNotes: parseRows(store, 'talkNotes', await byTalk('talkNotes')),
    talkTopics: parseRows(store, 'talkTopics', await byTalk('talkTopics')),
    talkActions: actions.filter(({ talkId }) => talkId === talk.id),
    talkMemos: parseRows(store, 'talkMemos', await byTalk('talkMemos')),
    talkReflections: parseRows(store, 'talkReflections', await byTalk('talkReflections')),
  };
  for (const table of removedTables) {
    await writer.remove(
      table,
      removed[table].map(({ id }) => id),
    );
  }
  return removed;
}

/** Takes a topic of mine, or an action of a talk, off the page. */
export async function removeFromTalk(
  store: Store,
  { talkId, id, what }: { talkId: Id; id: Id; what: 'topic' | 'action' },
): Promise<void> {
  const removed = await writeStore(store, talkTables, async (writer) => {
    const own = await mine(store, talkId);
    if (what === 'action') {
      const action = await readOne(store, 'talkActions', id);
      if (action.talkId !== talkId) throw new IkuseiError('notYours');
      refuseUnless(own, 'actions', 'write');
      await writer.remove('talkActions', [id]);
      return { by: own.made.by, talkActions: [action] };
    }
    const topic = await readOne(store, 'talkTopics', id);
    if (topic.talkId !== talkId || topic.authorId !== own.made.by)
      throw new IkuseiError('notYours');
    refuseUnless(own, 'topics', 'write');
    await writer.remove('talkTopics', [id]);
    return { by: own.made.by, talkTopics: [topic] };
  });
  binOf(store).set(id, removed);
}

/**
 * Brings back what this session took away: a talk, a topic or an action by its id.
 *
 * @throws IkuseiError recordMissing, saveFailed
 */
export async function restoreRemoved(store: Store, id: Id): Promise<void> {
  const removed = binOf(store).get(id);
  if (removed === undefined) throw new IkuseiError('recordMissing');
  await writeStore(store, talkTables, async (writer) => {
    const { staffId } = await loadIdentity(store);
    if (staffId !== removed.by) throw new IkuseiError('recordMissing');
    await writer.insert('talks', removed.talks ?? []);
    await writer.insert('talkNotes', removed.talkNotes ?? []);
    await writer.insert('talkTopics', removed.talkTopics ?? []);
    await writer.insert('talkActions', removed.talkActions ?? []);
    await writer.insert('talkMemos', removed.talkMemos ?? []);
    await writer.insert('talkReflections', removed.talkReflections ?? []);
  });
  binOf(store).delete(id);
}
