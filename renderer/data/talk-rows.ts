import { Dexie } from 'dexie';
import type { Id } from '../../shared/domain/record/record';
import type { Identity } from '../../shared/domain/store/meta';
import type { Talk, TalkCircle } from '../../shared/domain/talk/talk';
import { talkReaderOf } from '../../shared/domain/talk/talk-reader';
import type { TalkReader } from '../../shared/domain/talk/talk-rules';
import type { TalkContents } from '../../shared/domain/talk/talk-texts';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { parseRow, parseRows, readOne } from './read-rows';
import type { DataTableName } from './schema';
import type { Store } from './store';

/** The tables of a talk; `staff` and the assignments say whose supervisor somebody is. */
export const talkTables = [
  'talkCircles',
  'talks',
  'talkNotes',
  'talkTopics',
  'talkActions',
  'talkMemos',
  'talkReflections',
  'staff',
  'evaluatorAssignments',
] as const satisfies readonly DataTableName[];

/** Who asks about one talk: of all people only those who take part in it are looked at. */
export async function readReaderOf(
  store: Store,
  identity: Pick<Identity, 'staffId' | 'rights'>,
  { participantIds }: Pick<Talk, 'participantIds'>,
): Promise<TalkReader> {
  const staff = await tableOf(store.db, 'staff').where(':id').anyOf(participantIds).toArray();
  const assignments = await tableOf(store.db, 'evaluatorAssignments')
    .where('staffId')
    .anyOf(participantIds)
    .toArray();
  return talkReaderOf(identity, {
    staff: parseRows(store, 'staff', staff),
    assignments: parseRows(store, 'evaluatorAssignments', assignments),
    today: localToday(),
  });
}

/** Whom of those who take part in these talks she looks after today. */
export async function readSuperviseesOf(
  store: Store,
  staffId: Id,
  talks: readonly Pick<Talk, 'participantIds'>[],
): Promise<ReadonlySet<Id>> {
  const ids = [...new Set(talks.flatMap(({ participantIds }) => participantIds))];
  if (ids.length === 0) return new Set();
  const staff = await tableOf(store.db, 'staff').where(':id').anyOf(ids).toArray();
  const assignments = await tableOf(store.db, 'evaluatorAssignments')
    .where('staffId')
    .anyOf(ids)
    .toArray();
  const reader = talkReaderOf(
    { staffId, rights: [] },
    {
      staff: parseRows(store, 'staff', staff),
      assignments: parseRows(store, 'evaluatorAssignments', assignments),
      today: localToday(),
    },
  );
  return reader.superviseeIds;
}

/** A talk and its circle; null for the latter where it is lost or cannot be read. */
export async function readTalk(
  store: Store,
  talkId: Id,
): Promise<{ talk: Talk; circle: TalkCircle | null }> {
  const talk = await readOne(store, 'talks', talkId);
  const stored = await tableOf(store.db, 'talkCircles').get(talk.circleId);
  const circle = stored === undefined ? null : parseRow(store, 'talkCircles', stored);
  return { talk, circle };
}

/**
 * The rows of one talk that one reader could have a part in: of memos only her own leave here,
 * whoever else has written one. Must still be filtered (`readableContents`). Asked
 * without `await`, for live queries.
 */
export function readContents(
  store: Store,
  { talk, circle }: { talk: Talk; circle: TalkCircle | null },
  readerId: Id,
): PromiseLike<TalkContents> {
  const ofTalk = <Name extends 'talkNotes' | 'talkTopics' | 'talkMemos' | 'talkReflections'>(
    table: Name,
  ) => tableOf(store.db, table).where('talkId').equals(talk.id).toArray();
  return Dexie.Promise.all([
    ofTalk('talkNotes'),
    ofTalk('talkTopics'),
    tableOf(store.db, 'talkActions').where('circleId').equals(talk.circleId).toArray(),
    ofTalk('talkMemos'),
    ofTalk('talkReflections'),
  ]).then(([notes, topics, actions, memos, reflections]): TalkContents => {
    const [note = null] = parseRows(store, 'talkNotes', notes);
    return {
      talk,
      circle,
      note,
      topics: parseRows(store, 'talkTopics', topics).toSorted(byOrder),
      actions: parseRows(store, 'talkActions', actions)
        .filter(({ talkId }) => talkId === talk.id)
        .toSorted(byOrder),
      memos: parseRows(store, 'talkMemos', memos).filter(({ writerId }) => writerId === readerId),
      reflections: parseRows(store, 'talkReflections', reflections).filter(({ staffId }) =>
        talk.participantIds.includes(staffId),
      ),
    };
  });
}

function byOrder(left: { order: number }, right: { order: number }): number {
  return left.order - right.order;
}

export async function actionsOfCircle(store: Store, circleId: Id) {
  const rows = await tableOf(store.db, 'talkActions').where('circleId').equals(circleId).toArray();
  return parseRows(store, 'talkActions', rows).toSorted(byOrder);
}
