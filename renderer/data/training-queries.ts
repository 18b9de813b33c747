import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { Author } from '../../shared/domain/form/form';
import { itemNames } from '../../shared/domain/framework/item-names';
import type { Id } from '../../shared/domain/record/record';
import {
  entriesForBoth,
  isDisclosed,
  lastEvaluatorFirst,
  lastRating,
  latestFirst,
} from '../../shared/domain/sheet/disclosed-rating';
import { itemPartId } from '../../shared/domain/sheet/part';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import {
  type AbilityGap,
  gapOfRating,
  gapsOfPlan,
  suggestTraining,
  type TrainingSuggestion,
} from '../../shared/domain/training/suggest-training';
import type { TrainingApplication } from '../../shared/domain/training/training-application';
import type { TrainingCall } from '../../shared/domain/training/training-call';
import type { TrainingRecord } from '../../shared/domain/training/training-record';
import {
  type ApplicationMove,
  mayMoveApplication,
  mayReadRecord,
  mayWriteRecord,
  readableApplication,
  type TrainingViewer,
} from '../../shared/domain/training/training-rules';
import { sortRecords } from '../../shared/domain/training/training-totals';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { type NamedPerson, type PeopleNow, peopleTables, readPeopleNow } from './people-now';
import { newestSet } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';
import { inOrder } from './training-plan-commands';

/** An application as its reader has it, with what it is for. */
export type ListedApplication = {
  application: TrainingApplication;
  call: TrainingCall;
  person: NamedPerson;
  viewer: TrainingViewer;
};

export type AbilityNames = ReadonlyMap<string, string>;

/** What a person's own pages of 研修 show. */
export type OwnTraining = {
  me: NamedPerson;
  /** Whether there is anybody whose head I am today. */
  heads: boolean;
  /** The calls of this and later years that I may know of: open ones, and the plan. */
  calls: TrainingCall[];
  abilities: AbilityNames;
  applications: ListedApplication[];
  suggestions: TrainingSuggestion[];
};

const callTables = ['trainingCalls', 'trainingApplications', 'frameworkSets'] as const;

/** My calls, applications and suggestions, of one moment. */
export function loadOwnTraining(store: Store): PromiseLike<OwnTraining> {
  const tables = [
    ...peopleTables,
    ...callTables,
    'trainingRecords',
    'sheets',
    'sheetEntries',
    'forms',
    'periods',
    'careerPlans',
  ];
  return store.db.transaction('r', tables, async () => {
    const people = await readPeopleNow(store);
    const me = people.identity.staffId;
    const [
      callRows = [],
      applicationRows = [],
      recordRows = [],
      sheetRows = [],
      sets = [],
      planRows = [],
      periodRows = [],
    ] = await Dexie.Promise.all([
      tableOf(store.db, 'trainingCalls').toArray(),
      tableOf(store.db, 'trainingApplications').where('staffId').equals(me).toArray(),
      tableOf(store.db, 'trainingRecords').where('staffId').equals(me).toArray(),
      tableOf(store.db, 'sheets').where('staffId').equals(me).toArray(),
      tableOf(store.db, 'frameworkSets').toArray(),
      tableOf(store.db, 'careerPlans').where('staffId').equals(me).toArray(),
      tableOf(store.db, 'periods').toArray(),
    ]);
    const calls = inOrder(parseRows(store, 'trainingCalls', callRows));
    const abilities = itemNames(
      newestSet(parseRows(store, 'frameworkSets', sets)).tables.frameworks,
    );
    const [plan] = parseRows(store, 'careerPlans', planRows).toSorted(
      (one, other) => other.fiscalYear - one.fiscalYear,
    );
    const applications = listed(
      people,
      calls,
      parseRows(store, 'trainingApplications', applicationRows),
    );
    const records = parseRows(store, 'trainingRecords', recordRows).filter(
      ({ removed }) => !removed,
    );
    const sheets = parseRows(store, 'sheets', sheetRows);
    const yearOf = new Map(
      parseRows(store, 'periods', periodRows).map(({ id, fiscalYear }) => [id, fiscalYear]),
    );
    const rated = await readGaps(store, sheets, yearOf, people);
    const wished =
      plan === undefined ? [] : gapsOfPlan(plan, (itemId) => abilities.get(itemId) ?? itemId);
    return {
      me: people.named(me),
      heads: people.mine.length > 0,
      calls: calls.filter(({ state }) => state !== 'closed'),
      abilities,
      applications,
      suggestions: suggestTraining({
        gaps: [...rated, ...wished],
        calls,
        taken: {
          callIds: new Set(applications.map(({ call }) => call.id)),
          titles: new Set(records.map(({ title }) => title)),
        },
      }),
    };
  });
}

/** The applications that a reader may know of, newest first, each without what is not hers. */
function listed(
  { viewerOf, named }: PeopleNow,
  calls: readonly TrainingCall[],
  applications: readonly TrainingApplication[],
): ListedApplication[] {
  const byId = new Map(calls.map((call) => [call.id, call]));
  return applications
    .toSorted((one, other) => other.id.localeCompare(one.id))
    .flatMap((stored) => {
      const call = byId.get(stored.callId);
      const viewer = viewerOf(stored.staffId);
      const application =
        call === undefined ? null : readableApplication(stored, call.kind, viewer);
      return call === undefined || application === null
        ? []
        : [{ application, call, viewer, person: named(stored.staffId) }];
    });
}

/**
 * What I rate myself, and what has been disclosed to me of my latest result; the stage rules
 * say which entries those are.
 */
async function readGaps(
  store: Store,
  sheets: readonly Sheet[],
  yearOf: ReadonlyMap<Id, number>,
  { identity }: PeopleNow,
): Promise<AbilityGap[]> {
  const newest = latestFirst(sheets, yearOf, identity);
  const disclosed = newest.find(isDisclosed);
  const asked = [...new Set([newest[0], disclosed])].filter((sheet) => sheet !== undefined);
  const [entryRows = [], formRows = []] = await Dexie.Promise.all([
    tableOf(store.db, 'sheetEntries')
      .where('sheetId')
      .anyOf(asked.map(({ id }) => id))
      .toArray(),
    tableOf(store.db, 'forms').bulkGet(asked.map(({ formId }) => formId)),
  ]);
  const entries = parseRows(store, 'sheetEntries', entryRows);
  const forms = parseRows(
    store,
    'forms',
    formRows.filter((row) => row !== undefined),
  );
  return asked.flatMap((sheet) => {
    const form = forms.find(({ id }) => id === sheet.formId);
    const own = entriesForBoth(sheet, entries, identity);
    const authors: readonly Author[] =
      sheet === disclosed ? [...lastEvaluatorFirst, 'employee'] : ['employee'];
    return (form?.framework.items ?? []).flatMap(({ id: itemId, name: itemName }) => {
      const said = lastRating(
        own.filter(({ partId }) => partId === itemPartId(itemId)),
        authors,
      );
      if (form === undefined || said === null) return [];
      const source = said.author === 'employee' ? 'self' : 'disclosed';
      return gapOfRating({ itemId, itemName, rating: said.rating, source }, form.scale) ?? [];
    });
  });
}

/** One application with its call, for who has a part in it. */
export function loadApplication(store: Store, id: Id): PromiseLike<ListedApplication> {
  return store.db.transaction('r', [...peopleTables, ...callTables], async () => {
    const people = await readPeopleNow(store);
    const [row, callRows = []] = await Dexie.Promise.all([
      tableOf(store.db, 'trainingApplications').get(id),
      tableOf(store.db, 'trainingCalls').toArray(),
    ]);
    if (row === undefined) throw new IkuseiError('recordMissing');
    const stored = parseRow(store, 'trainingApplications', row);
    if (stored === null) throw new IkuseiError('rowDamaged', '記録：研修の申込み');
    const [found] = listed(people, parseRows(store, 'trainingCalls', callRows), [stored]);
    if (found === undefined) throw new IkuseiError('notYours');
    return found;
  });
}

/** A head's people with what of their training she reads. */
export type HeadTraining = {
  people: NamedPerson[];
  applications: ListedApplication[];
  /** The courses for which she may name somebody. */
  calls: TrainingCall[];
};

export function loadHeadTraining(store: Store): PromiseLike<HeadTraining> {
  return store.db.transaction('r', [...peopleTables, ...callTables], async () => {
    const people = await readPeopleNow(store);
    const mine = people.mine.map(({ id }) => id);
    const [callRows = [], rows = []] = await Dexie.Promise.all([
      tableOf(store.db, 'trainingCalls').toArray(),
      tableOf(store.db, 'trainingApplications').where('staffId').anyOf(mine).toArray(),
    ]);
    const calls = inOrder(parseRows(store, 'trainingCalls', callRows));
    return {
      people: mine.map(people.named),
      applications: listed(people, calls, parseRows(store, 'trainingApplications', rows)),
      calls: calls.filter(({ state, kind }) => state === 'open' && kind === 'course'),
    };
  });
}

/** What 職員課 decides, and whom it may name for a course. */
export type HrApplications = {
  applications: ListedApplication[];
  courses: TrainingCall[];
  people: NamedPerson[];
};

/**
 * Every application that 職員課 reads.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function loadHrApplications(store: Store): PromiseLike<HrApplications> {
  return store.db.transaction('r', [...peopleTables, ...callTables], async () => {
    const people = await readPeopleNow(store);
    refuseUnlessHr(people.identity);
    const [callRows = [], rows = []] = await Dexie.Promise.all([
      tableOf(store.db, 'trainingCalls').toArray(),
      tableOf(store.db, 'trainingApplications').toArray(),
    ]);
    const calls = inOrder(parseRows(store, 'trainingCalls', callRows));
    return {
      applications: listed(people, calls, parseRows(store, 'trainingApplications', rows)).filter(
        ({ viewer }) => viewer.includes('hr'),
      ),
      courses: calls.filter(({ kind }) => kind === 'course'),
      people: people.staff
        .filter(({ id, roster }) => roster?.status !== 'left' && people.viewerOf(id).includes('hr'))
        .map(({ id }) => people.named(id)),
    };
  });
}

/** A record as its reader has it. */
export type ListedRecord = {
  record: TrainingRecord;
  mayWrite: { facts: boolean; use: boolean; certificate: boolean };
};

/** Somebody's training, for who may read it. */
export type PersonTraining = {
  person: NamedPerson & { number: string };
  mine: boolean;
  /** Newest first. */
  records: ListedRecord[];
  /** Taken out of the list, and mine to bring back. */
  removed: ListedRecord[];
};

/** @throws IkuseiError `notYours` for who has no part in that person's training */
export function loadPersonTraining(store: Store, staffId: Id | null): PromiseLike<PersonTraining> {
  return store.db.transaction('r', [...peopleTables, 'trainingRecords'], async () => {
    const people = await readPeopleNow(store);
    const about = staffId ?? people.identity.staffId;
    const viewer = people.viewerOf(about);
    const rows = await tableOf(store.db, 'trainingRecords')
      .where('staffId')
      .equals(about)
      .toArray();
    if (viewer.length === 0) throw new IkuseiError('notYours');
    const records = sortRecords(parseRows(store, 'trainingRecords', rows))
      .filter((record) => mayReadRecord(record, viewer))
      .map((record) => ({
        record,
        mayWrite: {
          facts: mayWriteRecord('facts', record, viewer),
          use: mayWriteRecord('use', record, viewer),
          certificate: mayWriteRecord('certificate', record, viewer),
        },
      }));
    const number = people.staff.find(({ id }) => id === about)?.number ?? '';
    return {
      person: { ...people.named(about), number },
      mine: viewer.includes('self'),
      records: records.filter(({ record }) => !record.removed),
      removed: records.filter(({ record }) => record.removed),
    };
  });
}

/** All records of the office with their people, for 職員課's totals. */
export type OfficeTraining = { person: NamedPerson; records: TrainingRecord[] }[];

/** @throws IkuseiError `notYours` for everybody but 職員課 */
export function loadOfficeTraining(store: Store): PromiseLike<OfficeTraining> {
  return store.db.transaction('r', [...peopleTables, 'trainingRecords'], async () => {
    const people = await readPeopleNow(store);
    refuseUnlessHr(people.identity);
    const rows = await tableOf(store.db, 'trainingRecords').toArray();
    const records = new Map<Id, TrainingRecord[]>();
    for (const record of parseRows(store, 'trainingRecords', rows)) {
      if (record.removed) continue;
      records.set(record.staffId, [...(records.get(record.staffId) ?? []), record]);
    }
    return people.staff
      .filter(({ roster }) => roster?.status !== 'left')
      .map(({ id }) => ({ person: people.named(id), records: records.get(id) ?? [] }));
  });
}

/** Whether there is anybody whose head I am today. */
export function loadHeads(store: Store): PromiseLike<boolean> {
  return store.db.transaction('r', [...peopleTables], async () => {
    const { mine } = await readPeopleNow(store);
    return mine.length > 0;
  });
}

/** What of training waits for me: reports to hand in, applications to recommend or decide. */
export type TrainingTurns = {
  reports: ListedApplication[];
  recommendations: ListedApplication[];
  decisions: number;
};

/** Nobody's names are read while nothing waits for anybody: this stands on the first screen. */
export function loadTrainingTurns(store: Store): PromiseLike<TrainingTurns> {
  return store.db.transaction('r', [...peopleTables, ...callTables], async () => {
    const [rows = [], callRows = []] = await Dexie.Promise.all([
      tableOf(store.db, 'trainingApplications').toArray(),
      tableOf(store.db, 'trainingCalls').toArray(),
    ]);
    const waiting = parseRows(store, 'trainingApplications', rows).filter(({ state }) =>
      ['applied', 'recommended', 'attended'].includes(state),
    );
    if (waiting.length === 0) return { reports: [], recommendations: [], decisions: 0 };
    const people = await readPeopleNow(store);
    const found = listed(people, parseRows(store, 'trainingCalls', callRows), waiting);
    const maySet = (move: ApplicationMove) =>
      found.filter(({ application, call, viewer }) =>
        mayMoveApplication(move, application, call.kind, viewer),
      );
    return {
      reports: maySet('handInReport'),
      recommendations: maySet('recommend'),
      decisions: maySet('accept').length,
    };
  });
}
