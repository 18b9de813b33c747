import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { orgUnitLine, orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import { fiscalYearOf } from '../../shared/domain/period/fiscal-year';
import type { PlainDate } from '../../shared/domain/period/period';
import { presentPeriod } from '../../shared/domain/period/running-periods';
import type { Id } from '../../shared/domain/record/record';
import { goalEntries } from '../../shared/domain/sheet/part';
import { accessTo, mayListSheet, readableEntries } from '../../shared/domain/sheet/stage-rules';
import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import type {
  Rhythm,
  Talk,
  TalkAction,
  TalkCircle,
  TalkSettings,
  TalkTopic,
} from '../../shared/domain/talk/talk';
import { overlapping } from '../../shared/domain/talk/talk-calendar';
import { suppressSmallUnits, type UnitTalkCount } from '../../shared/domain/talk/talk-counts';
import { talkReaderOf } from '../../shared/domain/talk/talk-reader';
import {
  isConfidential,
  isCounted,
  isDue,
  isQuotable,
  maySeeTalk,
  type TalkPlace,
  type TalkReader,
  type TalkRole,
  talkAccess,
  talkPlaces,
  talkRoleOf,
} from '../../shared/domain/talk/talk-rules';
import { readableContents, type TalkContents } from '../../shared/domain/talk/talk-texts';
import { localToday } from '../platform/local-time';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';
import { readContents, talkTables } from './talk-rows';
import { loadTalkSettings } from './talk-settings';

/** Somebody who takes part, as she is shown: also when she is on no roster any more. */
export type TalkPerson = {
  id: Id;
  name: string;
  unit: string;
  /** 退職 and the like; empty for whoever is at work. */
  status: string;
};

/** A talk in a list or a calendar. */
export type TalkLine = Pick<
  Talk,
  'id' | 'circleId' | 'kind' | 'on' | 'at' | 'minutes' | 'state' | 'hostId'
> & { role: TalkRole; others: TalkPerson[] };

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

type Office = { staff: Map<Id, StaffMember>; units: readonly OrgUnit[] };

function personOf({ staff, units }: Office, id: Id): TalkPerson {
  const member = staff.get(id);
  if (member === undefined) return { id, name: '名簿にない職員', unit: '', status: '' };
  const words = { active: '', leave: '休職・休業中', seconded: '派遣中', left: '退職' };
  const unit = orgUnitPath(units, member.orgUnitId).slice(-2).join(' ');
  return {
    id,
    name: member.name,
    unit: `${unit} ${member.jobTitle}`.trim(),
    status: words[member.roster?.status ?? 'active'],
  };
}

/** What every question about my talks begins with. */
type Ground = {
  identity: Identity;
  reader: TalkReader;
  office: Office;
  assignments: EvaluatorAssignment[];
  /** The circles that I have a part in. */
  circles: Map<Id, TalkCircle>;
  settings: TalkSettings;
};

const groundTables = [
  'meta',
  'orgUnits',
  'talkSettings',
  'staff',
  'evaluatorAssignments',
  'talkCircles',
] as const;

/** Asked without `await`: behind so many of them a live query loses its transaction. */
function readGround(store: Store): PromiseLike<Ground> {
  return Dexie.Promise.all([
    tableOf(store.db, 'meta').get('identity'),
    tableOf(store.db, 'staff').toArray(),
    tableOf(store.db, 'orgUnits').toArray(),
    tableOf(store.db, 'evaluatorAssignments').toArray(),
    tableOf(store.db, 'talkCircles').toArray(),
    loadTalkSettings(store),
  ]).then(([storedIdentity, staffRows, unitRows, assignmentRows, circleRows, settings]): Ground => {
    const identity = parseIdentity(storedIdentity);
    const staff = parseRows(store, 'staff', staffRows);
    const assignments = parseRows(store, 'evaluatorAssignments', assignmentRows);
    const all = parseRows(store, 'talkCircles', circleRows);
    const own = all.filter(
      ({ staffIds, handovers }) =>
        staffIds.includes(identity.staffId) ||
        handovers.some(({ toId }) => toId === identity.staffId),
    );
    return {
      identity,
      reader: talkReaderOf(identity, { staff, assignments, today: localToday() }),
      office: {
        staff: new Map(staff.map((member) => [member.id, member])),
        units: parseRows(store, 'orgUnits', unitRows),
      },
      assignments,
      circles: new Map(own.map((circle) => [circle.id, circle])),
      settings,
    };
  });
}

/** Of the talks of my circles those that I may know of. */
function readMyTalks(store: Store, { circles, reader }: Ground): PromiseLike<Talk[]> {
  return tableOf(store.db, 'talks')
    .where('circleId')
    .anyOf([...circles.keys()])
    .toArray()
    .then((rows) =>
      parseRows(store, 'talks', rows).filter((talk) =>
        maySeeTalk(talk.kind, talkRoleOf(talk, circles.get(talk.circleId) ?? null, reader)),
      ),
    );
}

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

function lineFor(
  office: Office,
  circles: ReadonlyMap<Id, TalkCircle>,
  reader: TalkReader,
  talk: Talk,
): TalkLine {
  const { id, circleId, kind, on, at, minutes, state, hostId } = talk;
  const others = [hostId, ...talk.participantIds].filter((one) => one !== reader.staffId);
  return {
    ...{ id, circleId, kind, on, at, minutes, state, hostId },
    role: talkRoleOf(talk, circles.get(circleId) ?? null, reader),
    others: others.map((one) => personOf(office, one)),
  };
}

function laterFirst(left: TalkLine, right: TalkLine): number {
  const key = ({ on, at }: TalkLine) => `${on ?? '9999'} ${at ?? ''}`;
  return key(right).localeCompare(key(left));
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

/** One talk with what its reader may read and write of it. */
export type TalkPageView = {
  me: Id;
  role: TalkRole;
  access: Readonly<Record<TalkPlace, ReturnType<typeof talkAccess>>>;
  contents: TalkContents;
  /** Open actions of earlier talks, also of those that were let go on to this host. */
  carried: (TalkAction & { agreedOn: PlainDate | null })[];
  people: TalkPerson[];
  /** Lines of the note can be marked and quoted. */
  quotable: boolean;
};

/** @throws IkuseiError `recordMissing` also where she may not know of it */
export function loadTalkPage(store: Store, talkId: Id): Promise<TalkPageView> {
  return store.db.transaction('r', ['meta', 'orgUnits', ...talkTables], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'talks').get(talkId),
      tableOf(store.db, 'talkCircles').toArray(),
    ]).then(([storedIdentity, storedTalk, circleRows]) => {
      const identity = parseIdentity(storedIdentity);
      const talk = talkOf(store, storedTalk);
      const circles = parseRows(store, 'talkCircles', circleRows);
      const circle = circles.find(({ id }) => id === talk.circleId) ?? null;
      const related = circle === null ? [] : [circle, ...handedOnCircles(circles, talk)];
      const relatedIds = related.map(({ id }) => id);
      const everybody = [talk.hostId, ...talk.participantIds];
      return Dexie.Promise.all([
        readContents(store, { talk, circle }, identity.staffId),
        tableOf(store.db, 'staff').where(':id').anyOf(everybody).toArray(),
        tableOf(store.db, 'orgUnits').toArray(),
        tableOf(store.db, 'evaluatorAssignments').where('staffId').anyOf(everybody).toArray(),
        tableOf(store.db, 'talkActions').where('circleId').anyOf(relatedIds).toArray(),
        tableOf(store.db, 'talks').where('circleId').anyOf(relatedIds).toArray(),
      ]).then(
        ([stored, staffRows, unitRows, assignmentRows, actionRows, talkRows]): TalkPageView => {
          const staff = parseRows(store, 'staff', staffRows);
          const assignments = parseRows(store, 'evaluatorAssignments', assignmentRows);
          const reader = talkReaderOf(identity, { staff, assignments, today: localToday() });
          const contents = readableContents(stored, reader);
          if (contents === null) throw new IkuseiError('recordMissing');
          const role = talkRoleOf(talk, circle, reader);
          const office = {
            staff: new Map(staff.map((member) => [member.id, member])),
            units: parseRows(store, 'orgUnits', unitRows),
          };
          return {
            me: identity.staffId,
            role,
            access: Object.fromEntries(
              talkPlaces.map((place) => [place, talkAccess(talk.kind, role, place)]),
            ) as TalkPageView['access'],
            contents,
            carried: carriedActions(
              { talk, role, reader },
              {
                circles: related,
                actions: parseRows(store, 'talkActions', actionRows),
                talks: parseRows(store, 'talks', talkRows),
              },
            ),
            people: everybody.map((id) => personOf(office, id)),
            quotable: isQuotable(talk, stored.topics),
          };
        },
      );
    }),
  );
}

/** @throws IkuseiError `recordMissing`, or `rowDamaged` when the row cannot be read */
function talkOf(store: Store, stored: unknown): Talk {
  if (stored === undefined) throw new IkuseiError('recordMissing');
  const talk = parseRow(store, 'talks', stored);
  if (talk === null) throw new IkuseiError('rowDamaged', '記録：talks');
  return talk;
}

/**
 * What was agreed before and is still open. An ordinary talk takes nothing over from one that
 * stays between two, nor the other way round: neither page nor paper may tell of the other.
 */
function carriedActions(
  { talk, role, reader }: { talk: Talk; role: TalkRole; reader: TalkReader },
  stored: {
    circles: readonly TalkCircle[];
    actions: readonly TalkAction[];
    talks: readonly Talk[];
  },
): TalkPageView['carried'] {
  if (talkAccess(talk.kind, role, 'actions') !== 'write') return [];
  const circles = new Map(stored.circles.map((circle) => [circle.id, circle]));
  const before = new Map(
    stored.talks
      .filter(({ kind }) => isConfidential(kind) === isConfidential(talk.kind))
      .filter(({ on }) => (on ?? '') <= (talk.on ?? '9999'))
      .filter((earlier) => {
        const circle = circles.get(earlier.circleId) ?? null;
        const isHere = earlier.circleId === talk.circleId;
        return (
          mayChangeOpen(earlier, talkRoleOf(earlier, circle, reader)) &&
          (isHere || (circle !== null && isHandedTo(circle, talk.hostId, earlier.id)))
        );
      })
      .map((earlier) => [earlier.id, earlier.on]),
  );
  return stored.actions
    .filter(({ doneOn, talkId }) => doneOn === null && talkId !== talk.id)
    .flatMap((action) => {
      const agreedOn = before.get(action.talkId);
      return agreedOn === undefined ? [] : [{ ...action, agreedOn }];
    });
}

function isHandedTo({ handovers }: TalkCircle, toId: Id, talkId: Id): boolean {
  return handovers.some((one) => one.toId === toId && one.talkIds.includes(talkId));
}

function mayChangeOpen({ kind }: Talk, role: TalkRole): boolean {
  const access = talkAccess(kind, role, 'actions');
  return access === 'write' || access === 'open';
}

/** The circles of the person with her former supervisors that she lets go on to this host. */
function handedOnCircles(circles: readonly TalkCircle[], talk: Talk): TalkCircle[] {
  const [staffId, ...others] = talk.participantIds;
  if (staffId === undefined || others.length > 0) return [];
  return circles.filter(
    ({ id, kind, staffIds, handovers }) =>
      id !== talk.circleId &&
      kind === 'pair' &&
      staffIds.includes(staffId) &&
      handovers.some(({ toId }) => toId === talk.hostId),
  );
}

/** What the page of a talk offers beside it, and never imposes. */
export type TalkSurroundings = {
  /** The shared note of the last talk of the same circle that was held before. */
  last: { talkId: Id; on: PlainDate | null; text: string } | null;
  /** The person's goals of the present period, as far as I may read them. */
  goals: { title: string; deadline: string }[];
  /** Other talks of mine at the same time. */
  overlaps: TalkLine[];
  settings: Pick<TalkSettings, 'contactText' | 'cards'>;
};

/** So many earlier talks are asked for the last shared note. */
const LOOKED_BACK = 5;

/** @throws IkuseiError `recordMissing` also where she may not know of it */
export function loadTalkSurroundings(store: Store, talkId: Id): Promise<TalkSurroundings> {
  const tables = ['talks', 'talkNotes', 'periods', 'sheets', 'sheetEntries'];
  return store.db.transaction('r', [...groundTables, ...tables], () =>
    readGround(store).then((ground) =>
      readMyTalks(store, ground).then((talks) => {
        const talk = talks.find(({ id }) => id === talkId);
        if (talk === undefined) throw new IkuseiError('recordMissing');
        const before = readableBefore(ground, talk, talks).slice(0, LOOKED_BACK);
        return Dexie.Promise.all([
          tableOf(store.db, 'talkNotes')
            .where('talkId')
            .anyOf(before.map(({ id }) => id))
            .toArray(),
          readGoals(store, ground, talk),
        ]).then(([noteRows, goals]): TalkSurroundings => {
          const { office, circles, reader, settings } = ground;
          const notes = new Map(
            parseRows(store, 'talkNotes', noteRows).map((note) => [note.talkId, note.text.trim()]),
          );
          const last = before.find(({ id }) => (notes.get(id) ?? '') !== '');
          return {
            last:
              last === undefined
                ? null
                : { talkId: last.id, on: last.on, text: notes.get(last.id) ?? '' },
            goals,
            overlaps: overlapping(talk, talks).map((one) => lineFor(office, circles, reader, one)),
            settings: { contactText: settings.contactText, cards: settings.cards },
          };
        });
      }),
    ),
  );
}

/** Talks of the same circle that were held before and whose note I may read, the last one first. */
function readableBefore({ circles, reader }: Ground, talk: Talk, talks: readonly Talk[]): Talk[] {
  return talks
    .filter((one) => {
      const role = talkRoleOf(one, circles.get(one.circleId) ?? null, reader);
      const access = talkAccess(one.kind, role, 'sharedNote');
      return (
        one.circleId === talk.circleId &&
        one.id !== talk.id &&
        one.state === 'held' &&
        isConfidential(one.kind) === isConfidential(talk.kind) &&
        (one.on ?? '') <= (talk.on ?? '9999') &&
        (access === 'write' || access === 'read')
      );
    })
    .toSorted((left, right) => (right.on ?? '').localeCompare(left.on ?? ''));
}

function readGoals(
  store: Store,
  { identity }: Ground,
  { participantIds }: Talk,
): PromiseLike<TalkSurroundings['goals']> {
  const [staffId, ...others] = participantIds;
  if (staffId === undefined || others.length > 0) return Dexie.Promise.resolve([]);
  return Dexie.Promise.all([
    tableOf(store.db, 'periods').toArray(),
    tableOf(store.db, 'sheets').where('staffId').equals(staffId).toArray(),
  ]).then(([periodRows, sheetRows]) => {
    const period = presentPeriod(parseRows(store, 'periods', periodRows), localToday());
    const sheet = parseRows(store, 'sheets', sheetRows).find(
      ({ periodId }) => periodId === period?.id,
    );
    if (sheet === undefined || !mayListSheet(sheet, identity)) return [];
    return tableOf(store.db, 'sheetEntries')
      .where('sheetId')
      .equals(sheet.id)
      .toArray()
      .then((rows) => {
        const entries = readableEntries(
          parseRows(store, 'sheetEntries', rows),
          accessTo(sheet, identity),
        );
        return goalEntries(entries).flatMap(({ goal }) =>
          (goal?.content ?? '').trim() === ''
            ? []
            : [{ title: goal?.content ?? '', deadline: goal?.deadline ?? '' }],
        );
      });
  });
}

/**
 * How many ordinary talks the people of each 課 have had this fiscal year, for 職員課 alone:
 * no name, no day, no talk that stays between two.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function listUnitTalkCounts(store: Store): Promise<UnitTalkCount[]> {
  return store.db.transaction('r', ['meta', 'orgUnits', 'staff', 'talks'], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'staff').toArray(),
      tableOf(store.db, 'orgUnits').toArray(),
      tableOf(store.db, 'talks').toArray(),
    ]).then(([storedIdentity, staffRows, unitRows, talkRows]) => {
      refuseUnlessHr(parseIdentity(storedIdentity));
      const year = fiscalYearOf(localToday());
      const talks = parseRows(store, 'talks', talkRows).filter(
        (talk) => isCounted(talk) && talk.on !== null && fiscalYearOf(talk.on) === year,
      );
      const staff = parseRows(store, 'staff', staffRows);
      return countTalks(staff, parseRows(store, 'orgUnits', unitRows), talks);
    }),
  );
}

function countTalks(
  staff: readonly StaffMember[],
  units: readonly OrgUnit[],
  talks: readonly Talk[],
): UnitTalkCount[] {
  const divisionOf = (unitId: Id) =>
    orgUnitLine(units, unitId).findLast(({ kind }) => kind === 'division')?.id ?? unitId;
  const counts = new Map<Id, UnitTalkCount>();
  const unitOfPerson = new Map<Id, Id>();
  for (const { id, orgUnitId, roster } of staff) {
    const unitId = divisionOf(orgUnitId);
    unitOfPerson.set(id, unitId);
    if (roster?.status === 'left') continue;
    const unitName = orgUnitPath(units, unitId).join(' ');
    const before = counts.get(unitId) ?? { unitId, unitName, people: 0, oneOnOnes: 0, meetings: 0 };
    counts.set(unitId, { ...before, people: before.people + 1 });
  }
  for (const { kind, participantIds, hostId } of talks) {
    const isMeeting = kind === 'workplaceMeeting';
    const about = isMeeting ? hostId : (participantIds[0] ?? hostId);
    const count = counts.get(unitOfPerson.get(about) ?? '');
    if (count === undefined) continue;
    if (isMeeting) count.meetings += 1;
    else count.oneOnOnes += 1;
  }
  return suppressSmallUnits([...counts.values()]);
}
