import { IkuseiError } from '../../shared/domain/errors';
import type { InterviewKind } from '../../shared/domain/interview/interview';
import type { PlainDate } from '../../shared/domain/period/period';
import { presentPeriod } from '../../shared/domain/period/running-periods';
import type { Id } from '../../shared/domain/record/record';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../shared/domain/store/meta';
import {
  changeTalk,
  type Made,
  newCircle,
  newTalk,
  type TalkPatch,
  talkDayFault,
  withMembers,
} from '../../shared/domain/talk/change-talk';
import type { Talk, TalkCircle, TalkKind } from '../../shared/domain/talk/talk';
import { isConfidential } from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { mine, put, refuseUnless } from './my-talk';
import { loadIdentity } from './queries';
import { parseRows, readAll, readOne } from './read-rows';
import type { Store } from './store';
import { type Founded, pairCircle } from './talk-pair-commands';
import { readReaderOf, talkTables } from './talk-rows';
import { type StoreWriter, writeStore } from './write-store';

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
