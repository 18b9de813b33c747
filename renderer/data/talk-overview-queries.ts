import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { Rhythm, Talk, TalkCircle, TalkTopic } from '../../shared/domain/talk/talk';
import {
  isConfidential,
  isDue,
  type TalkReader,
  talkRoleOf,
} from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { parseRows } from './read-rows';
import type { Store } from './store';
import {
  type Ground,
  groundTables,
  laterFirst,
  lineFor,
  type Office,
  personOf,
  readGround,
  readMyTalks,
  type TalkLine,
  type TalkPerson,
} from './talk-ground';

/** Two people who talk with one another, as one of them has it. */
export type TalkPair = {
  leaderId: Id;
  staffId: Id;
  other: TalkPerson;
  iLead: boolean;
  /** They are supervisor and person today, or a pair by hand. */
  isPresent: boolean;
  byHand: boolean;
  rhythm: Rhythm;
  proposal: { rhythm: Rhythm; isMine: boolean } | null;
  /** The last one that was held and the next one that is planned, of the ordinary kinds. */
  lastOn: PlainDate | null;
  next: TalkLine | null;
};

/** What I can let go on to who follows my former supervisor. */
export type HandoverOffer = {
  circleId: Id;
  former: TalkPerson;
  to: TalkPerson;
  /** Whether `to` is the supervisor now; of others consent is only taken back. */
  isPresent: boolean;
  talks: { line: TalkLine; hasHealth: boolean; chosen: boolean }[];
};

export type TalkOverview = {
  me: TalkPerson;
  pairs: TalkPair[];
  /** Everything I may know of, the latest day first; without a day before all others. */
  talks: TalkLine[];
  people: { id: Id; label: string; detail: string }[];
  superviseeIds: Id[];
  handovers: HandoverOffer[];
  /** Talks of mine that have been kept as long as they should be. */
  expiredIds: Id[];
  retentionYears: number;
};

/** Everybody whom I look after or who looks after me, and all that we have talked. */
export function loadTalkOverview(store: Store): Promise<TalkOverview> {
  return store.db.transaction('r', [...groundTables, 'talks', 'talkTopics'], () =>
    readGround(store).then((ground) =>
      readMyTalks(store, ground).then((talks) => {
        const formerTalks = talks.filter(({ participantIds }) =>
          participantIds.includes(ground.reader.staffId),
        );
        return tableOf(store.db, 'talkTopics')
          .where('talkId')
          .anyOf(formerTalks.map(({ id }) => id))
          .toArray()
          .then((rows) => {
            const topics = parseRows(store, 'talkTopics', rows);
            return overviewOf(ground, talks, healthTalks(topics));
          });
      }),
    ),
  );
}

function healthTalks(topics: readonly TalkTopic[]): Set<Id> {
  return new Set(topics.filter(({ theme }) => theme === 'health').map(({ talkId }) => talkId));
}

function overviewOf(
  { reader, office, assignments, circles, settings }: Ground,
  talks: readonly Talk[],
  healthIds: ReadonlySet<Id>,
): TalkOverview {
  const me = reader.staffId;
  const today = localToday();
  const { retentionYears } = settings;
  const lines = talks.map((talk) => lineFor(office, circles, reader, talk));
  const own = office.staff.get(me);
  const { first: mySupervisor = null, second = null } =
    own === undefined ? {} : evaluatorsOn(own, assignments, today);
  const pairs = pairsOf({
    ...{ office, circles, lines, reader, today, assignments },
    ...{ mySupervisor, mySupervisorIds: [mySupervisor, second] },
  });
  return {
    me: personOf(office, me),
    pairs,
    talks: lines.toSorted(laterFirst),
    people: [...office.staff.values()]
      .filter(({ id, roster }) => id !== me && roster?.status !== 'left')
      .map(({ id, name, kana, number }) => ({
        id,
        label: name,
        detail: `${personOf(office, id).unit} ${kana} ${number}`,
      })),
    superviseeIds: [...reader.superviseeIds],
    handovers: handoversOf({ office, circles, lines, me, mySupervisor, pairs, healthIds }),
    expiredIds: talks
      .filter((talk) => {
        const role = talkRoleOf(talk, circles.get(talk.circleId) ?? null, reader);
        return isDue(talk, role, { retentionYears, today });
      })
      .map(({ id }) => id),
    retentionYears,
  };
}

type PairParts = {
  office: Office;
  circles: ReadonlyMap<Id, TalkCircle>;
  lines: readonly TalkLine[];
  reader: TalkReader;
  /** The one whom I talk with first of all; and all of them. */
  mySupervisor: Id | null;
  mySupervisorIds: readonly (Id | null)[];
  today: PlainDate;
  assignments: Parameters<typeof evaluatorsOn>[1];
};

/** My people by number, then my supervisors; those of the past last. */
function pairsOf(parts: PairParts): TalkPair[] {
  const { office, circles, lines, reader, mySupervisor, mySupervisorIds, today, assignments } =
    parts;
  const me = reader.staffId;
  const wanted = new Map<string, { leaderId: Id; staffId: Id; isPresent: boolean }>();
  const want = (leaderId: Id, staffId: Id, isPresent: boolean) => {
    const key = `${leaderId} ${staffId}`;
    if (!wanted.has(key)) wanted.set(key, { leaderId, staffId, isPresent });
  };
  for (const member of office.staff.values()) {
    const isLeft = member.roster?.status === 'left';
    if (!isLeft && evaluatorsOn(member, assignments, today).first === me) want(me, member.id, true);
  }
  if (mySupervisor !== null) want(mySupervisor, me, true);
  for (const circle of circles.values()) {
    if (circle.kind !== 'pair' || !circle.staffIds.includes(me)) continue;
    const staffId = circle.staffIds.find((id) => id !== circle.leaderId);
    const isLeft = office.staff.get(staffId ?? '')?.roster?.status === 'left';
    const isPresent =
      !isLeft &&
      (circle.byHand ||
        (circle.leaderId === me && reader.superviseeIds.has(staffId ?? '')) ||
        (staffId === me && mySupervisorIds.includes(circle.leaderId)));
    // A pair of the past is named for what both can find in the list below, and not for a 相談.
    const isListed =
      isPresent ||
      lines.some(({ circleId, kind }) => circleId === circle.id && !isConfidential(kind));
    if (staffId !== undefined && isListed) want(circle.leaderId, staffId, isPresent);
  }
  return [...wanted.values()]
    .map((pair) => pairFor(parts, pair))
    .toSorted(
      (left, right) =>
        Number(right.isPresent) - Number(left.isPresent) ||
        Number(right.iLead) - Number(left.iLead),
    );
}

function pairFor(
  { office, circles, lines, reader, today }: PairParts,
  { leaderId, staffId, isPresent }: { leaderId: Id; staffId: Id; isPresent: boolean },
): TalkPair {
  const iLead = leaderId === reader.staffId;
  const circle = [...circles.values()].find(
    (one) => one.kind === 'pair' && one.leaderId === leaderId && one.staffIds.includes(staffId),
  );
  // What stays between the two is not counted here either: a list is seen over a shoulder.
  const own = lines.filter((line) => line.circleId === circle?.id && !isConfidential(line.kind));
  const held = own.flatMap(({ state, on }) => (state === 'held' && on !== null ? [on] : []));
  const next = own
    .filter(({ state, on }) => state === 'planned' && on !== null && on >= today)
    .toSorted((left, right) => laterFirst(right, left))[0];
  const proposal = circle?.proposal ?? null;
  return {
    leaderId,
    staffId,
    other: personOf(office, iLead ? staffId : leaderId),
    iLead,
    isPresent,
    byHand: circle?.byHand ?? false,
    rhythm: circle?.rhythm ?? 'asNeeded',
    proposal:
      proposal === null
        ? null
        : { rhythm: proposal.rhythm, isMine: proposal.by === reader.staffId },
    lastOn: held.toSorted().at(-1) ?? null,
    next: next ?? null,
  };
}

type HandoverParts = Pick<PairParts, 'office' | 'circles' | 'lines' | 'mySupervisor'> & {
  me: Id;
  pairs: readonly TalkPair[];
  healthIds: ReadonlySet<Id>;
};

function handoversOf(parts: HandoverParts): HandoverOffer[] {
  const { office, circles, lines, me, mySupervisor, pairs, healthIds } = parts;
  const offers: HandoverOffer[] = [];
  for (const circle of circles.values()) {
    const isFormer =
      circle.kind === 'pair' &&
      circle.staffIds.includes(me) &&
      circle.leaderId !== me &&
      circle.leaderId !== mySupervisor &&
      pairs.every((pair) => pair.leaderId !== circle.leaderId || !pair.isPresent);
    const own = lines.filter(
      ({ circleId, kind, state }) =>
        circleId === circle.id &&
        !isConfidential(kind) &&
        kind !== 'evaluation' &&
        state === 'held',
    );
    const offer = (to: Id, isPresent: boolean) => {
      const chosen = circle.handovers.find(({ toId }) => toId === to)?.talkIds ?? [];
      const offered = own.filter(({ id }) => isPresent || chosen.includes(id));
      if (offered.length === 0) return;
      offers.push({
        circleId: circle.id,
        former: personOf(office, circle.leaderId),
        to: personOf(office, to),
        isPresent,
        talks: offered.map((line) => ({
          line,
          hasHealth: healthIds.has(line.id),
          chosen: chosen.includes(line.id),
        })),
      });
    };
    if (isFormer && mySupervisor !== null) offer(mySupervisor, true);
    // What she once let go on she can take back, also when that one is her supervisor no more.
    if (circle.staffIds.includes(me) && circle.leaderId !== me) {
      for (const { toId } of circle.handovers) if (toId !== mySupervisor) offer(toId, false);
    }
  }
  return offers;
}
