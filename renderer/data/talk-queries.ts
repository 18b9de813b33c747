import { IkuseiError } from '../../shared/domain/errors';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { orgUnitLine, orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import { fiscalYearOf } from '../../shared/domain/period/fiscal-year';
import type { PlainDate } from '../../shared/domain/period/period';
import { presentPeriod } from '../../shared/domain/period/running-periods';
import type { Id } from '../../shared/domain/record/record';
import { goalEntries } from '../../shared/domain/sheet/part';
import { accessTo, mayListSheet, readableEntries } from '../../shared/domain/sheet/stage-rules';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type {
  Rhythm,
  Talk,
  TalkAction,
  TalkCircle,
  TalkSettings,
} from '../../shared/domain/talk/talk';
import { overlapping } from '../../shared/domain/talk/talk-calendar';
import { suppressSmallUnits, type UnitTalkCount } from '../../shared/domain/talk/talk-counts';
import {
  isConfidential,
  isCounted,
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
import { allEntries, loadIdentity } from './queries';
import { parseRow, parseRows, readAll } from './read-rows';
import type { Store } from './store';
import {
  actionsOfCircle,
  readContents,
  readReaderOf,
  readTalk,
  readTalkReader,
  talkTables,
} from './talk-rows';
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
  if (member === undefined) return { id, name: '名簿にない職員', unit: '', status: '名簿にない' };
  const words = { active: '', leave: '休職・休業中', seconded: '派遣中', left: '退職' };
  const unit = orgUnitPath(units, member.orgUnitId).slice(-2).join(' ');
  return {
    id,
    name: member.name,
    unit: `${unit} ${member.jobTitle}`.trim(),
    status: words[member.roster?.status ?? 'active'],
  };
}

/** Everybody whom I look after or who looks after me, and all that we have talked. */
export async function loadTalkOverview(store: Store): Promise<TalkOverview> {
  const tables = ['meta', 'orgUnits', 'talkSettings', ...talkTables];
  return store.db.transaction('r', tables, async () => {
    const identity = await loadIdentity(store);
    const reader = await readTalkReader(store, identity);
    const me = identity.staffId;
    const today = localToday();
    const office = await readOffice(store);
    const assignments = await readAll(store, 'evaluatorAssignments');
    const { retentionYears } = await loadTalkSettings(store);
    const { circles, talks } = await readMyTalks(store, reader);
    const lineOf = (talk: Talk) => lineFor(office, circles, reader, talk);
    const lines = talks.map(lineOf);
    const own = office.staff.get(me);
    const mySupervisor = own === undefined ? null : evaluatorsOn(own, assignments, today).first;
    const pairs = pairsOf({ office, circles, lines, reader, mySupervisor, today, assignments });
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
      handovers: await handoversOf(store, { office, circles, lines, me, mySupervisor, pairs }),
      expiredIds: lines
        .filter(({ on, role }) => role !== 'successor' && isExpired(on, retentionYears, today))
        .filter(({ role, kind }) => role !== 'person' || isConfidential(kind))
        .map(({ id }) => id),
      retentionYears,
    };
  });
}

function isExpired(on: PlainDate | null, years: number, today: PlainDate): boolean {
  return on !== null && `${Number(on.slice(0, 4)) + years}${on.slice(4)}` < today;
}

async function readOffice(store: Store): Promise<Office> {
  const staff = await readAll(store, 'staff');
  return {
    staff: new Map(staff.map((member) => [member.id, member])),
    units: await readAll(store, 'orgUnits'),
  };
}

/** The circles that I have a part in, and of their talks those that I may know of. */
async function readMyTalks(
  store: Store,
  reader: TalkReader,
): Promise<{ circles: Map<Id, TalkCircle>; talks: Talk[] }> {
  const all = await readAll(store, 'talkCircles');
  const own = all.filter(
    ({ staffIds, handovers }) =>
      staffIds.includes(reader.staffId) || handovers.some(({ toId }) => toId === reader.staffId),
  );
  const circles = new Map(own.map((circle) => [circle.id, circle]));
  const rows = await tableOf(store.db, 'talks')
    .where('circleId')
    .anyOf([...circles.keys()])
    .toArray();
  const talks = parseRows(store, 'talks', rows).filter((talk) =>
    maySeeTalk(talk.kind, talkRoleOf(talk, circles.get(talk.circleId) ?? null, reader)),
  );
  return { circles, talks };
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
  mySupervisor: Id | null;
  today: PlainDate;
  assignments: Parameters<typeof evaluatorsOn>[1];
};

/** My people by number, then my supervisors; those of the past last. */
function pairsOf(parts: PairParts): TalkPair[] {
  const { office, circles, reader, mySupervisor, today, assignments } = parts;
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
      (circle.byHand || (circle.leaderId === me && reader.superviseeIds.has(staffId ?? '')));
    if (staffId !== undefined) want(circle.leaderId, staffId, isPresent);
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
};

async function handoversOf(
  store: Store,
  { office, circles, lines, me, mySupervisor, pairs }: HandoverParts,
): Promise<HandoverOffer[]> {
  if (mySupervisor === null) return [];
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
    if (!isFormer || own.length === 0) continue;
    const topics = await tableOf(store.db, 'talkTopics')
      .where('talkId')
      .anyOf(own.map(({ id }) => id))
      .toArray();
    const healthIds = parseRows(store, 'talkTopics', topics)
      .filter(({ theme }) => theme === 'health')
      .map(({ talkId }) => talkId);
    const consent = circle.handovers.find(({ toId }) => toId === mySupervisor);
    offers.push({
      circleId: circle.id,
      former: personOf(office, circle.leaderId),
      to: personOf(office, mySupervisor),
      talks: own.map((line) => ({
        line,
        hasHealth: healthIds.includes(line.id),
        chosen: consent?.talkIds.includes(line.id) ?? false,
      })),
    });
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
export async function loadTalkPage(store: Store, talkId: Id): Promise<TalkPageView> {
  const tables = ['meta', 'orgUnits', ...talkTables];
  return store.db.transaction('r', tables, async () => {
    const identity = await loadIdentity(store);
    const found = await readTalk(store, talkId);
    const { talk, circle } = found;
    const reader = await readReaderOf(store, identity, talk, circle);
    const stored = await readContents(store, found, identity.staffId);
    const contents = readableContents(stored, reader);
    if (contents === null) throw new IkuseiError('recordMissing');
    const role = talkRoleOf(talk, circle, reader);
    const everybody = [talk.hostId, ...talk.participantIds];
    const staffRows = await tableOf(store.db, 'staff').where(':id').anyOf(everybody).toArray();
    const office = {
      staff: new Map(parseRows(store, 'staff', staffRows).map((member) => [member.id, member])),
      units: await readAll(store, 'orgUnits'),
    };
    return {
      me: identity.staffId,
      role,
      access: Object.fromEntries(
        talkPlaces.map((place) => [place, talkAccess(talk.kind, role, place)]),
      ) as TalkPageView['access'],
      contents,
      carried: await carriedActions(store, { talk, circle, reader, role }),
      people: everybody.map((id) => personOf(office, id)),
      quotable: isQuotable(talk, stored.topics),
    };
  });
}

/**
 * What was agreed before and is still open. An ordinary talk takes nothing over from one that
 * stays between two, nor the other way round: neither page nor paper may tell of the other.
 */
async function carriedActions(
  store: Store,
  {
    talk,
    circle,
    reader,
    role,
  }: { talk: Talk; circle: TalkCircle | null; reader: TalkReader; role: TalkRole },
): Promise<TalkPageView['carried']> {
  if (talkAccess(talk.kind, role, 'actions') !== 'write') return [];
  const circles = circle === null ? [] : [circle, ...(await handedOnCircles(store, talk))];
  const carried: TalkPageView['carried'] = [];
  for (const one of circles) {
    const open = (await actionsOfCircle(store, one.id)).filter(
      ({ doneOn, talkId }) => doneOn === null && talkId !== talk.id,
    );
    const rows = await tableOf(store.db, 'talks').where('circleId').equals(one.id).toArray();
    const before = new Map(
      parseRows(store, 'talks', rows)
        .filter(({ kind }) => isConfidential(kind) === isConfidential(talk.kind))
        .filter(({ on }) => (on ?? '') <= (talk.on ?? '9999'))
        .filter((earlier) => mayChangeOpen(earlier, talkRoleOf(earlier, one, reader)))
        .filter(({ id }) => one.id === talk.circleId || isHandedTo(one, talk.hostId, id))
        .map((earlier) => [earlier.id, earlier.on]),
    );
    for (const action of open) {
      const agreedOn = before.get(action.talkId);
      if (agreedOn !== undefined) carried.push({ ...action, agreedOn });
    }
  }
  return carried;
}

function isHandedTo({ handovers }: TalkCircle, toId: Id, talkId: Id): boolean {
  return handovers.some((one) => one.toId === toId && one.talkIds.includes(talkId));
}

function mayChangeOpen({ kind }: Talk, role: TalkRole): boolean {
  const access = talkAccess(kind, role, 'actions');
  return access === 'write' || access === 'open';
}

/** The circles of the person with her former supervisors that she lets go on to this host. */
async function handedOnCircles(store: Store, talk: Talk): Promise<TalkCircle[]> {
  const [staffId, ...others] = talk.participantIds;
  if (staffId === undefined || others.length > 0) return [];
  return (await readAll(store, 'talkCircles')).filter(
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

/** @throws IkuseiError `recordMissing` also where she may not know of it */
export async function loadTalkSurroundings(store: Store, talkId: Id): Promise<TalkSurroundings> {
  const sheetTables = ['periods', 'sheets', 'sheetEntries'] as const;
  const tables = ['meta', 'orgUnits', 'talkSettings', ...sheetTables, ...talkTables];
  return store.db.transaction('r', tables, async () => {
    const identity = await loadIdentity(store);
    const { talk } = await readTalk(store, talkId);
    const reader = await readTalkReader(store, identity);
    const { circles, talks } = await readMyTalks(store, reader);
    if (talks.every(({ id }) => id !== talkId)) throw new IkuseiError('recordMissing');
    const office = await readOffice(store);
    const { contactText, cards } = await loadTalkSettings(store);
    const before = talks
      .filter(
        (one) =>
          one.circleId === talk.circleId &&
          one.id !== talk.id &&
          one.state === 'held' &&
          isConfidential(one.kind) === isConfidential(talk.kind) &&
          (one.on ?? '') <= (talk.on ?? '9999'),
      )
      .toSorted((left, right) => (right.on ?? '').localeCompare(left.on ?? ''));
    return {
      last: await lastNote(store, { before, circles, reader }),
      goals: await goalsOf(store, talk, identity),
      overlaps: overlapping(talk, talks).map((one) => lineFor(office, circles, reader, one)),
      settings: { contactText, cards },
    };
  });
}

async function lastNote(
  store: Store,
  {
    before,
    circles,
    reader,
  }: { before: readonly Talk[]; circles: ReadonlyMap<Id, TalkCircle>; reader: TalkReader },
): Promise<TalkSurroundings['last']> {
  for (const talk of before) {
    const circle = circles.get(talk.circleId) ?? null;
    const stored = await readContents(store, { talk, circle }, reader.staffId);
    const text = readableContents(stored, reader)?.note?.text.trim() ?? '';
    if (text !== '') return { talkId: talk.id, on: talk.on, text };
  }
  return null;
}

async function goalsOf(
  store: Store,
  talk: Talk,
  identity: Awaited<ReturnType<typeof loadIdentity>>,
): Promise<TalkSurroundings['goals']> {
  const [staffId, ...others] = talk.participantIds;
  if (staffId === undefined || others.length > 0) return [];
  const period = presentPeriod(await readAll(store, 'periods'), localToday());
  if (period === null) return [];
  const stored = await tableOf(store.db, 'sheets')
    .where('[periodId+staffId]')
    .equals([period.id, staffId])
    .first();
  const sheet = stored === undefined ? null : parseRow(store, 'sheets', stored);
  if (sheet === null || !mayListSheet(sheet, identity)) return [];
  const entries = readableEntries(await allEntries(store, sheet.id), accessTo(sheet, identity));
  return goalEntries(entries).flatMap(({ goal }) =>
    (goal?.content ?? '').trim() === ''
      ? []
      : [{ title: goal?.content ?? '', deadline: goal?.deadline ?? '' }],
  );
}

/**
 * How many ordinary talks the people of each 課 have had this fiscal year, for 職員課 alone:
 * no name, no day, no talk that stays between two.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export async function listUnitTalkCounts(store: Store): Promise<UnitTalkCount[]> {
  return store.db.transaction('r', ['meta', 'orgUnits', ...talkTables], async () => {
    refuseUnlessHr(await loadIdentity(store));
    const { staff, units } = await readOffice(store);
    const year = fiscalYearOf(localToday());
    const talks = (await readAll(store, 'talks')).filter(
      (talk) => isCounted(talk) && talk.on !== null && fiscalYearOf(talk.on) === year,
    );
    const divisionOf = (unitId: Id) =>
      orgUnitLine(units, unitId).findLast(({ kind }) => kind === 'division')?.id ?? unitId;
    const counts = new Map<Id, UnitTalkCount>();
    for (const { orgUnitId, roster } of staff.values()) {
      if (roster?.status === 'left') continue;
      const unitId = divisionOf(orgUnitId);
      const unitName = orgUnitPath(units, unitId).join(' ');
      const before = counts.get(unitId) ?? {
        unitId,
        unitName,
        people: 0,
        oneOnOnes: 0,
        meetings: 0,
      };
      counts.set(unitId, { ...before, people: before.people + 1 });
    }
    for (const { kind, participantIds, hostId } of talks) {
      const [about = hostId] = kind === 'workplaceMeeting' ? [hostId] : participantIds;
      const member = staff.get(about);
      const count = member === undefined ? undefined : counts.get(divisionOf(member.orgUnitId));
      if (count === undefined) continue;
      if (kind === 'workplaceMeeting') count.meetings += 1;
      else count.oneOnOnes += 1;
    }
    return suppressSmallUnits([...counts.values()]);
  });
}
