import { IkuseiError } from '../../shared/domain/errors';
import type { InterviewKind } from '../../shared/domain/interview/interview';
import type { PlainDate } from '../../shared/domain/period/period';
import { presentPeriod } from '../../shared/domain/period/running-periods';
import type { Id } from '../../shared/domain/record/record';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../shared/domain/store/meta';
import {
  type ActionPatch,
  agreeRhythm,
  changeAction,
  changeMemo,
  changeNoteText,
  changeReflection,
  changeTalk,
  changeTopic,
  handOnTalks,
  linesOf,
  type Made,
  markLine,
  newAction,
  newCircle,
  newMemo,
  newNote,
  newReflection,
  newTalk,
  newTopic,
  proposeRhythm,
  type ReflectionPatch,
  type TalkPatch,
  type TopicPatch,
  talkDayFault,
  withMembers,
} from '../../shared/domain/talk/change-talk';
import type {
  Rhythm,
  Talk,
  TalkAction,
  TalkCircle,
  TalkKind,
  TalkTopic,
} from '../../shared/domain/talk/talk';
import {
  isConfidential,
  isDue,
  isQuotable,
  mayDeleteTalk,
  maySeeTalk,
  type TalkPlace,
  type TalkRole,
  talkAccess,
  talkRoleOf,
} from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { addNote, conductNoteTables } from './conduct-note-commands';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRow, parseRows, readAll, readOne } from './read-rows';
import type { DataTableName, Row } from './schema';
import type { Store } from './store';
import { actionsOfCircle, readReaderOf, readTalk, talkTables } from './talk-rows';
import { loadTalkSettings } from './talk-settings';
import { type StoreWriter, writeStore } from './write-store';

/** One thing that is written on the page of a talk; of one kind and id, later over earlier. */
export type TalkChange = { talkId: Id; by: Id } & (
  | { what: 'note'; text: string }
  | { what: 'memo'; text: string }
  | { what: 'topic'; id: Id; patch: TopicPatch }
  | { what: 'action'; id: Id; patch: ActionPatch }
  | { what: 'reflection'; patch: ReflectionPatch }
);

type Mine = { talk: Talk; circle: TalkCircle | null; role: TalkRole; made: Made };

/**
 * The talk as whoever is at this PC has it.
 *
 * @throws IkuseiError `recordMissing` also where she may not know of it: nobody learns that
 *   there is one
 */
async function mine(store: Store, talkId: Id): Promise<Mine> {
  const identity = await loadIdentity(store);
  const { talk, circle } = await readTalk(store, talkId);
  const role = talkRoleOf(talk, circle, await readReaderOf(store, identity, talk));
  if (!maySeeTalk(talk.kind, role)) throw new IkuseiError('recordMissing');
  return { talk, circle, role, made: { now: store.now(), by: identity.staffId } };
}

function refuseUnless({ talk, role }: Mine, place: TalkPlace, access: string): void {
  if (talkAccess(talk.kind, role, place) !== access) throw new IkuseiError('notYours');
}

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

async function put<Name extends DataTableName>(
  writer: StoreWriter,
  table: Name,
  { before, after }: { before: Row<Name> | null; after: Row<Name> },
): Promise<void> {
  if (before === null) await writer.insert(table, [after]);
  else if (after !== before) await writer.replace(table, [after]);
}

async function noteOf(store: Store, talkId: Id) {
  const stored = await tableOf(store.db, 'talkNotes').where('talkId').equals(talkId).first();
  return stored === undefined ? null : unlessDamaged(parseRow(store, 'talkNotes', stored));
}

function unlessDamaged<Value>(row: Value | null): Value {
  if (row === null) throw new IkuseiError('rowDamaged', '記録：1on1');
  return row;
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

/** A talk to be added. */
export type NewTalkRequest = {
  kind: TalkKind;
  /** With whom, beside me. */
  withIds: readonly Id[];
  /** Whether I hold it, or the other one does. */
  hosting: boolean;
  on: PlainDate | null;
  at: string | null;
  minutes: number;
  /** Which 評価者面談 it is, where it is one. */
  interviewKind?: InterviewKind;
};

/**
 * Plans a talk; the first one of two people makes their circle.
 *
 * @throws IkuseiError talkWithoutPeople, talkDayWrong, recordMissing, saveFailed
 */
export async function addTalk(store: Store, request: NewTalkRequest): Promise<Talk> {
  return writeStore(store, [...talkTables, 'periods', 'sheets'], async (writer) => {
    const identity = await loadIdentity(store);
    const { staffId: me } = identity;
    const made = { now: store.now(), by: me };
    const others = [...new Set(request.withIds)].filter((id) => id !== me);
    const isMeeting = request.kind === 'workplaceMeeting';
    const [other] = others;
    if (other === undefined || (!isMeeting && others.length > 1)) {
      throw new IkuseiError('talkWithoutPeople');
    }
    refuseDay(request.on);
    for (const id of others) await readOne(store, 'staff', id);
    const hostId = isMeeting || request.hosting ? me : other;
    const participantIds = hostId === me ? others : [me];
    const circle = isMeeting
      ? await meetingCircle(store, writer, { leaderId: me, staffIds: others, made })
      : await pairCircle(store, writer, {
          leaderId: hostId,
          otherId: me === hostId ? other : me,
          made,
        });
    const byHand = await isByHand(store, { kind: request.kind, hostId, participantIds });
    if (byHand && !circle.byHand) await writer.replace('talkCircles', [asByHand(circle, made)]);
    const talk = newTalk({
      ...made,
      id: store.newId(),
      circleId: circle.id,
      kind: request.kind,
      hostId,
      participantIds,
      on: request.on,
      at: request.at,
      minutes: request.minutes,
      byHand,
      interview: await interviewOf(store, request, participantIds, identity),
    });
    await writer.insert('talks', [talk]);
    return talk;
  });
}

/** Who holds an ordinary talk with somebody whom she does not look after, does so by hand. */
async function isByHand(
  store: Store,
  { kind, hostId, participantIds }: Pick<Talk, 'kind' | 'hostId' | 'participantIds'>,
): Promise<boolean> {
  if (kind === 'workplaceMeeting' || isConfidential(kind)) return false;
  const host = { staffId: hostId, rights: [] };
  const { superviseeIds } = await readReaderOf(store, host, { participantIds });
  return !participantIds.some((id) => superviseeIds.has(id));
}

function asByHand(circle: TalkCircle, { now, by }: Made): TalkCircle {
  return { ...circle, byHand: true, updatedAt: now, updatedBy: by };
}

/** The present sheet of the person, where a 評価者面談 is about one that I may know of. */
async function interviewOf(
  store: Store,
  { kind, interviewKind }: Pick<NewTalkRequest, 'kind' | 'interviewKind'>,
  [staffId]: readonly Id[],
  identity: Identity,
): Promise<Talk['interview']> {
  if (kind !== 'evaluation' || interviewKind === undefined || staffId === undefined) return null;
  const period = presentPeriod(await readAll(store, 'periods'), localToday());
  const rows = await tableOf(store.db, 'sheets').where('staffId').equals(staffId).toArray();
  const sheet = parseRows(store, 'sheets', rows).find(({ periodId }) => periodId === period?.id);
  if (sheet === undefined || !mayListSheet(sheet, identity)) return null;
  return { sheetId: sheet.id, kind: interviewKind };
}

/** @throws IkuseiError `talkDayWrong` */
function refuseDay(day: PlainDate | null): void {
  const fault = talkDayFault(day, localToday());
  if (fault !== null) throw new IkuseiError('talkDayWrong', fault);
}

type Founded = { leaderId: Id; made: Made };

async function pairCircle(
  store: Store,
  writer: StoreWriter,
  { leaderId, otherId, made }: Founded & { otherId: Id },
): Promise<TalkCircle> {
  const known = (await readAll(store, 'talkCircles')).find(
    (circle) =>
      circle.kind === 'pair' && circle.leaderId === leaderId && circle.staffIds.includes(otherId),
  );
  if (known !== undefined) return known;
  const ids = { id: store.newId(), kind: 'pair' as const, leaderId, staffIds: [otherId] };
  const circle = newCircle({ ...made, ...ids, byHand: false });
  await writer.insert('talkCircles', [circle]);
  return circle;
}

async function meetingCircle(
  store: Store,
  writer: StoreWriter,
  { leaderId, staffIds, made }: Founded & { staffIds: readonly Id[] },
): Promise<TalkCircle> {
  const before = (await readAll(store, 'talkCircles')).find(
    (circle) => circle.kind === 'meeting' && circle.leaderId === leaderId,
  );
  const ids = { id: store.newId(), kind: 'meeting' as const, leaderId, staffIds };
  const after =
    before === undefined
      ? newCircle({ ...made, ...ids, byHand: false })
      : withMembers(before, staffIds, made);
  await put(writer, 'talkCircles', { before: before ?? null, after });
  return after;
}

/**
 * When a talk is, and whether it was held.
 *
 * @throws IkuseiError talkDayWrong, notYours, recordMissing, saveFailed
 */
export async function saveTalk(
  store: Store,
  { talkId, patch }: { talkId: Id; patch: Omit<TalkPatch, 'participantIds'> },
): Promise<Talk> {
  return writeStore(store, talkTables, async (writer) => {
    const own = await mine(store, talkId);
    refuseUnless(own, 'existence', 'write');
    if (patch.on !== undefined) refuseDay(patch.on);
    const after = changeTalk(own.talk, patch, own.made);
    await put(writer, 'talks', { before: own.talk, after });
    return after;
  });
}

/** Who takes part in a 職場内ミーティング, as its leader says. */
export async function setParticipants(
  store: Store,
  { talkId, staffIds }: { talkId: Id; staffIds: readonly Id[] },
): Promise<void> {
  await writeStore(store, talkTables, async (writer) => {
    const { talk, circle, role, made } = await mine(store, talkId);
    if (talk.kind !== 'workplaceMeeting' || role !== 'host') throw new IkuseiError('notYours');
    const participantIds = [...new Set(staffIds)].filter((id) => id !== talk.hostId);
    if (participantIds.length === 0) throw new IkuseiError('talkWithoutPeople');
    if (circle !== null) {
      const after = withMembers(circle, participantIds, made);
      await put(writer, 'talkCircles', { before: circle, after });
    }
    const after = changeTalk(talk, { participantIds }, made);
    await put(writer, 'talks', { before: talk, after });
  });
}

/**
 * The pair of two people, for what is said of it and not of one talk.
 *
 * @throws IkuseiError `notYours` for a pair that I am not one of
 */
async function pairOf(
  store: Store,
  writer: StoreWriter,
  { leaderId, staffId }: { leaderId: Id; staffId: Id },
): Promise<{ circle: TalkCircle; made: Made }> {
  const { staffId: me } = await loadIdentity(store);
  if (me !== leaderId && me !== staffId) throw new IkuseiError('notYours');
  const made = { now: store.now(), by: me };
  return { circle: await pairCircle(store, writer, { leaderId, otherId: staffId, made }), made };
}

type Pair = { leaderId: Id; staffId: Id };

/** 「この間隔で話したい」: it holds once the other says yes. */
export async function suggestRhythm(
  store: Store,
  { rhythm, ...pair }: Pair & { rhythm: Rhythm },
): Promise<void> {
  await writeStore(store, ['talkCircles'], async (writer) => {
    const { circle, made } = await pairOf(store, writer, pair);
    await put(writer, 'talkCircles', {
      before: circle,
      after: proposeRhythm(circle, rhythm, made),
    });
  });
}

/** @throws IkuseiError recordChanged, notYours, saveFailed */
export async function acceptRhythm(
  store: Store,
  { rhythm, ...pair }: Pair & { rhythm: Rhythm },
): Promise<void> {
  await writeStore(store, ['talkCircles'], async (writer) => {
    const { circle, made } = await pairOf(store, writer, pair);
    await put(writer, 'talkCircles', { before: circle, after: agreeRhythm(circle, rhythm, made) });
  });
}

/** A pair beside the evaluator assignment; I hold its talks. Ending it keeps what was written. */
export async function setPairByHand(
  store: Store,
  { staffId, byHand }: { staffId: Id; byHand: boolean },
): Promise<void> {
  await writeStore(store, ['talkCircles', 'staff'], async (writer) => {
    const { staffId: me } = await loadIdentity(store);
    if (staffId === me) throw new IkuseiError('talkWithoutPeople');
    await readOne(store, 'staff', staffId);
    const { circle, made } = await pairOf(store, writer, { leaderId: me, staffId });
    const after = { ...circle, byHand, updatedAt: made.now, updatedBy: me };
    await put(writer, 'talkCircles', { before: circle, after });
  });
}

/**
 * The person lets chosen talks go on to who follows as her supervisor; none takes it back.
 * What stays between two is never among them.
 *
 * @throws IkuseiError `notYours` for everybody but the person
 */
export async function consentHandover(
  store: Store,
  { circleId, toId, talkIds }: { circleId: Id; toId: Id; talkIds: readonly Id[] },
): Promise<void> {
  await writeStore(store, ['talkCircles', 'talks'], async (writer) => {
    const { staffId: me } = await loadIdentity(store);
    const circle = await readOne(store, 'talkCircles', circleId);
    const isPerson =
      circle.kind === 'pair' && circle.leaderId !== me && circle.staffIds.includes(me);
    if (!isPerson) throw new IkuseiError('notYours');
    const rows = await tableOf(store.db, 'talks').where('circleId').equals(circleId).toArray();
    const known = parseRows(store, 'talks', rows).filter(({ kind }) => !isConfidential(kind));
    const chosen = known.filter(({ id }) => talkIds.includes(id)).map(({ id }) => id);
    const made = { now: store.now(), by: me };
    const after = handOnTalks(circle, { toId, talkIds: chosen }, made);
    await put(writer, 'talkCircles', { before: circle, after });
  });
}

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
