import { Dexie } from 'dexie';
import { mayReadCareer, planWay } from '../../shared/domain/career/career-rules';
import { IkuseiError } from '../../shared/domain/errors';
import { mayReadInterview } from '../../shared/domain/interview/interview-rules';
import type { Period } from '../../shared/domain/period/period';
import {
  type DisclosedYear,
  type PersonEvent,
  personEvents,
  type RecordPart,
} from '../../shared/domain/person-record/person-record';
import type { Id } from '../../shared/domain/record/record';
import {
  entriesForBoth,
  isDisclosed,
  lastRating,
} from '../../shared/domain/sheet/disclosed-rating';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { mayListSheet, viewerOf } from '../../shared/domain/sheet/stage-rules';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import { talkReaderOf } from '../../shared/domain/talk/talk-reader';
import { isConfidential, maySeeTalk, talkRoleOf } from '../../shared/domain/talk/talk-rules';
import { mayReadRecord, trainingViewer } from '../../shared/domain/training/training-rules';
import { localToday } from '../platform/local-time';
import {
  type CareerPerson,
  careerOfficeTables,
  careerPersonOf,
  memberOf,
  readCareerOffice,
  viewerOfMember,
} from './career-setting';
import { tableOf } from './database';
import { parseRows } from './read-rows';
import type { Store } from './store';

/** 人材育成記録 of one person, as one reader has it. */
export type PersonRecord = {
  person: CareerPerson;
  mine: boolean;
  /** The parts of which this reader may read anything at all. */
  parts: RecordPart[];
  /** The latest first. */
  events: PersonEvent[];
};

const tables = [
  ...careerOfficeTables,
  'posts',
  'careerPlans',
  'trainingRecords',
  'periods',
  'sheets',
  'sheetEntries',
  'interviews',
  'talkCircles',
  'talks',
];

/**
 * One person's posts, training, disclosed results, plans and days of talks. Each part asks its
 * own rules: of a result nothing is in it but what both the person and whoever asks may read,
 * and what is not disclosed is not there for anybody.
 *
 * @param staffId null for my own
 * @throws IkuseiError `notYours` for whoever is nothing to the person
 */
export function loadPersonRecord(store: Store, staffId: Id | null): PromiseLike<PersonRecord> {
  return store.db.transaction('r', tables, async () => {
    const today = localToday();
    const office = await readCareerOffice(store, today);
    const { identity, setting } = office;
    const member = memberOf(office, staffId ?? identity.staffId);
    const career = viewerOfMember(office, member);
    const { first, second } = evaluatorsOn(member, setting.assignments, today);
    const training = trainingViewer({ staffId: member.id }, [first, second], identity);
    if (career.length === 0 && training.length === 0) throw new IkuseiError('notYours');
    const ofPerson = (table: 'posts' | 'careerPlans' | 'trainingRecords' | 'sheets') =>
      tableOf(store.db, table).where('staffId').equals(member.id).toArray();
    const [
      postRows = [],
      planRows = [],
      recordRows = [],
      sheetRows = [],
      periodRows = [],
      circleRows = [],
    ] = await Dexie.Promise.all([
      ofPerson('posts'),
      ofPerson('careerPlans'),
      ofPerson('trainingRecords'),
      ofPerson('sheets'),
      tableOf(store.db, 'periods').toArray(),
      tableOf(store.db, 'talkCircles').toArray(),
    ]);
    const circles = parseRows(store, 'talkCircles', circleRows);
    const sheets = parseRows(store, 'sheets', sheetRows).filter((sheet) =>
      mayListSheet(sheet, identity),
    );
    const disclosed = sheets.filter(isDisclosed);
    const [entryRows = [], interviewRows = [], talkRows = []] = await Dexie.Promise.all([
      readOverall(store, disclosed),
      tableOf(store.db, 'interviews')
        .where('sheetId')
        .anyOf(sheets.map(({ id }) => id))
        .toArray(),
      tableOf(store.db, 'talks')
        .where('circleId')
        .anyOf(circles.filter(({ staffIds }) => staffIds.includes(member.id)).map(({ id }) => id))
        .toArray(),
    ]);
    const entries = parseRows(store, 'sheetEntries', entryRows);
    const periods = new Map(
      parseRows(store, 'periods', periodRows).map((period) => [period.id, period]),
    );
    const sheetById = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    // What a reader is to each sheet decides of its talks; the person alone reads as herself.
    const interviews = parseRows(store, 'interviews', interviewRows).filter((interview) => {
      const sheet = sheetById.get(interview.sheetId);
      if (sheet === undefined) return false;
      const viewer = viewerOf(sheet, identity);
      return mayReadInterview(interview, {
        viewer,
        staffId: identity.staffId,
        stage: sheet.stage,
      });
    });
    const reader = talkReaderOf(identity, {
      staff: office.staff,
      assignments: setting.assignments,
      today,
    });
    const circleById = new Map(circles.map((circle) => [circle.id, circle]));
    const talks = parseRows(store, 'talks', talkRows).filter((talk) => {
      // 評価者面談 has its day from its own record; a talk of hers with others is about them.
      if (talk.kind === 'evaluation' || !talk.participantIds.includes(member.id)) return false;
      const role = talkRoleOf(talk, circleById.get(talk.circleId) ?? null, reader);
      return !isConfidential(talk.kind) && maySeeTalk(talk.kind, role);
    });
    const events = personEvents({
      posts: parseRows(store, 'posts', postRows).filter(
        ({ removed, state }) =>
          !removed &&
          mayReadCareer(career, state === 'confirmed' ? 'posts' : 'proposedPosts', 'open'),
      ),
      training: parseRows(store, 'trainingRecords', recordRows).filter(
        (record) => !record.removed && mayReadRecord(record, training),
      ),
      evaluations: disclosed.map((sheet) =>
        disclosedYear(
          sheet,
          periods,
          lastRating(entriesForBoth(sheet, entries, identity))?.rating ?? null,
        ),
      ),
      plans: parseRows(store, 'careerPlans', planRows).filter((plan) =>
        mayReadCareer(career, 'plan', planWay(plan)),
      ),
      interviews,
      talks,
    });
    const mine = member.id === identity.staffId;
    return {
      person: careerPersonOf(office, member),
      mine,
      parts: [
        ...(mayReadCareer(career, 'posts', 'open') ? (['posts'] as const) : []),
        ...(training.length > 0 ? (['training'] as const) : []),
        ...(mine || sheets.length > 0 ? (['evaluations'] as const) : []),
        ...(mayReadCareer(career, 'plan', 'open') ? (['plans'] as const) : []),
        ...(mine || sheets.length > 0 || talks.length > 0 ? (['talks'] as const) : []),
      ],
      events,
    };
  });
}

/** The entries of 総合所見 alone: all others of thirty years would be read for nothing. */
async function readOverall(store: Store, sheets: readonly Sheet[]): Promise<unknown[]> {
  const rows = await Dexie.Promise.all(
    sheets.map(({ id }) =>
      tableOf(store.db, 'sheetEntries')
        .where('[sheetId+partId+author]')
        .between([id, 'overall/', ''], [id, 'overall/\uffff', '\uffff'])
        .toArray(),
    ),
  );
  return rows.flat();
}

function disclosedYear(
  sheet: Sheet,
  periods: ReadonlyMap<string, Period>,
  rating: string | null,
): DisclosedYear {
  return {
    id: sheet.id,
    periodName: periods.get(sheet.periodId)?.name ?? '',
    disclosedOn: sheet.disclosedOn ?? '',
    rating,
    positionName: sheet.staff.positionName,
  };
}
