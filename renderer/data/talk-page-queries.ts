import { Dexie } from 'dexie';
import { visionFields } from '../../shared/domain/career/career-plan';
import { type CareerViewer, mayReadCareer, planWay } from '../../shared/domain/career/career-rules';
import { visionLabels } from '../../shared/domain/career/career-words';
import { IkuseiError } from '../../shared/domain/errors';
import type { PlainDate } from '../../shared/domain/period/period';
import { presentPeriod } from '../../shared/domain/period/running-periods';
import type { Id } from '../../shared/domain/record/record';
import { goalEntries } from '../../shared/domain/sheet/part';
import { accessTo, mayListSheet, readableEntries } from '../../shared/domain/sheet/stage-rules';
import type { Talk, TalkAction, TalkCircle, TalkSettings } from '../../shared/domain/talk/talk';
import { overlapping } from '../../shared/domain/talk/talk-calendar';
import { talkReaderOf } from '../../shared/domain/talk/talk-reader';
import {
  isConfidential,
  isQuotable,
  type TalkPlace,
  type TalkReader,
  type TalkRole,
  talkAccess,
  talkPlaces,
  talkRoleOf,
} from '../../shared/domain/talk/talk-rules';
import { readableContents, type TalkContents } from '../../shared/domain/talk/talk-texts';
import { localToday } from '../platform/local-time';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';
import {
  type Ground,
  groundTables,
  lineFor,
  personOf,
  readGround,
  readMyTalks,
  type TalkLine,
  type TalkPerson,
} from './talk-ground';
import { readContents, talkTables } from './talk-rows';

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
  /** What the person's plan says of where she wants to go, once she has shared it. */
  wishes: { label: string; text: string }[];
  /** Other talks of mine at the same time. */
  overlaps: TalkLine[];
  settings: Pick<TalkSettings, 'contactText' | 'cards'>;
};

/** So many earlier talks are asked for the last shared note. */
const LOOKED_BACK = 5;

/** @throws IkuseiError `recordMissing` also where she may not know of it */
export function loadTalkSurroundings(store: Store, talkId: Id): Promise<TalkSurroundings> {
  const tables = ['talks', 'talkNotes', 'periods', 'sheets', 'sheetEntries', 'careerPlans'];
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
          readWishes(store, ground, talk),
        ]).then(([noteRows, goals, wishes]): TalkSurroundings => {
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
            wishes,
            overlaps: overlapping(talk, talks).map((one) => lineFor(office, circles, reader, one)),
            settings: { contactText: settings.contactText, cards: settings.cards },
          };
        });
      }),
    ),
  );
}

/** Hers and her supervisor's to read, by the rules of career plans; a draft is offered to neither. */
function readWishes(
  store: Store,
  { reader }: Ground,
  { participantIds }: Talk,
): PromiseLike<TalkSurroundings['wishes']> {
  const [staffId, ...others] = participantIds;
  if (staffId === undefined || others.length > 0) return Dexie.Promise.resolve([]);
  const viewer: CareerViewer =
    staffId === reader.staffId ? ['self'] : reader.superviseeIds.has(staffId) ? ['supervisor'] : [];
  return tableOf(store.db, 'careerPlans')
    .where('staffId')
    .equals(staffId)
    .toArray()
    .then((rows) => {
      const [plan] = parseRows(store, 'careerPlans', rows)
        .filter((one) => one.state === 'shared' && mayReadCareer(viewer, 'plan', planWay(one)))
        .toSorted((one, other) => other.fiscalYear - one.fiscalYear);
      if (plan === undefined) return [];
      const visions = visionFields.map((field) => ({
        label: `${visionLabels[field]}のありたい姿`,
        text: plan.vision[field],
      }));
      return [...visions, { label: '分野や、してみたい仕事', text: plan.wishedField }].filter(
        ({ text }) => text.trim() !== '',
      );
    });
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
