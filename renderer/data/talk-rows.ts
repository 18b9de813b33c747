import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { Identity } from '../../shared/domain/store/meta';
import type { Talk, TalkCircle } from '../../shared/domain/talk/talk';
import type { TalkReader } from '../../shared/domain/talk/talk-rules';
import type { TalkContents } from '../../shared/domain/talk/talk-texts';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { assignmentsOf } from './queries';
import { parseRow, parseRows, readAll, readOne } from './read-rows';
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

/** Who asks, knowing everybody whom she looks after today. To be asked in a transaction. */
export async function readTalkReader(
  store: Store,
  { staffId, rights }: Pick<Identity, 'staffId' | 'rights'>,
): Promise<TalkReader> {
  const today = localToday();
  const assignments = await readAll(store, 'evaluatorAssignments');
  const superviseeIds = new Set<Id>();
  for (const member of await readAll(store, 'staff')) {
    const { first, second } = evaluatorsOn(member, assignments, today);
    if (first === staffId || second === staffId) superviseeIds.add(member.id);
  }
  for (const circle of await readAll(store, 'talkCircles'))
    addByHand(superviseeIds, circle, staffId);
  return { staffId, rights, superviseeIds };
}

/** The same for one talk: of all people only those who take part in it are asked about. */
export async function readReaderOf(
  store: Store,
  { staffId, rights }: Pick<Identity, 'staffId' | 'rights'>,
  talk: Pick<Talk, 'participantIds'>,
  circle: TalkCircle | null,
): Promise<TalkReader> {
  const today: PlainDate = localToday();
  const superviseeIds = new Set<Id>();
  for (const id of talk.participantIds) {
    const stored = await tableOf(store.db, 'staff').get(id);
    const member = stored === undefined ? null : parseRow(store, 'staff', stored);
    if (member === null) continue;
    const { first, second } = evaluatorsOn(member, await assignmentsOf(store, id), today);
    if (first === staffId || second === staffId) superviseeIds.add(id);
  }
  if (circle !== null) addByHand(superviseeIds, circle, staffId);
  return { staffId, rights, superviseeIds };
}

function addByHand(superviseeIds: Set<Id>, circle: TalkCircle, staffId: Id): void {
  if (!circle.byHand || circle.kind !== 'pair' || circle.leaderId !== staffId) return;
  for (const id of circle.staffIds) if (id !== staffId) superviseeIds.add(id);
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
 * Everything stored of a talk that one reader could have a part in: of memos only her own
 * are read at all, whoever else has written one. Must still be filtered (`readableContents`).
 */
export async function readContents(
  store: Store,
  { talk, circle }: { talk: Talk; circle: TalkCircle | null },
  readerId: Id,
): Promise<TalkContents> {
  const ofTalk = (table: 'talkNotes' | 'talkTopics') =>
    tableOf(store.db, table).where('talkId').equals(talk.id).toArray();
  const [note = null] = parseRows(store, 'talkNotes', await ofTalk('talkNotes'));
  const topics = parseRows(store, 'talkTopics', await ofTalk('talkTopics'));
  const actions = await actionsOfCircle(store, talk.circleId);
  const memos = await tableOf(store.db, 'talkMemos')
    .where('[writerId+talkId]')
    .equals([readerId, talk.id])
    .toArray();
  const reflections = await tableOf(store.db, 'talkReflections')
    .where('[staffId+talkId]')
    .anyOf(talk.participantIds.map((id) => [id, talk.id]))
    .toArray();
  return {
    talk,
    circle,
    note,
    topics: topics.toSorted((left, right) => left.order - right.order),
    actions: actions.filter(({ talkId }) => talkId === talk.id),
    memos: parseRows(store, 'talkMemos', memos),
    reflections: parseRows(store, 'talkReflections', reflections),
  };
}

export async function actionsOfCircle(store: Store, circleId: Id) {
  const rows = await tableOf(store.db, 'talkActions').where('circleId').equals(circleId).toArray();
  return parseRows(store, 'talkActions', rows).toSorted((left, right) => left.order - right.order);
}
