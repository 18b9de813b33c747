import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import { agreedGoals } from '../../shared/domain/goal/agreed-goals';
import { readableGoalLogs } from '../../shared/domain/goal/goal-log';
import { type AgendaTopic, interviewAgenda } from '../../shared/domain/interview/agenda';
import {
  type Interview,
  type InterviewKind,
  interviewKinds,
} from '../../shared/domain/interview/interview';
import {
  mayAgree,
  mayReadInterview,
  mayWriteInterview,
} from '../../shared/domain/interview/interview-rules';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { Period } from '../../shared/domain/period/period';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import {
  accessTo,
  mayListSheet,
  readableEntries,
  type Viewer,
  viewerOf,
} from '../../shared/domain/sheet/stage-rules';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { DataTableName, Row } from './schema';
import type { Store } from './store';

/** A record as its reader has it. */
export type InterviewRecord = {
  interview: Interview;
  /** As printed: 職名 and name. */
  evaluatorName: string;
  mine: boolean;
  mayAgree: boolean;
};

/** One of 期首・期中・期末, for one reader. */
export type InterviewPlan = {
  kind: InterviewKind;
  agenda: AgendaTopic[];
  /** I may write a record of my own here. */
  mayWrite: boolean;
  records: InterviewRecord[];
};

export type InterviewsView = {
  sheet: Sheet;
  period: Period;
  viewer: Viewer;
  me: string;
  plans: InterviewPlan[];
};

const tables = [
  'meta',
  'sheets',
  'sheetEntries',
  'forms',
  'periods',
  'orgUnits',
  'unitGoals',
  'interviews',
  'columnVersions',
  'goalLogs',
  'staff',
];

/**
 * The talks about a sheet with only those records and only that agenda the person may read.
 * Asked without `await`: behind so many of them a live query loses its transaction.
 *
 * @throws IkuseiError `notYours` when the person may not know of this sheet
 */
export function loadInterviews(store: Store, sheetId: string): Promise<InterviewsView> {
  const ofSheet = (table: 'sheetEntries' | 'interviews' | 'columnVersions' | 'goalLogs') =>
    tableOf(store.db, table).where('sheetId').equals(sheetId).toArray();
  return store.db.transaction('r', tables, () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'sheets').get(sheetId),
      ofSheet('sheetEntries'),
      ofSheet('interviews'),
      tableOf(store.db, 'orgUnits').toArray(),
    ]).then(([storedIdentity, storedSheet, entryRows, interviewRows, unitRows]) => {
      const identity = parseIdentity(storedIdentity);
      const sheet = parsedOf(store, 'sheets', storedSheet);
      if (!mayListSheet(sheet, identity)) throw new IkuseiError('notYours');
      const viewer = viewerOf(sheet, identity);
      const reader = { viewer, staffId: identity.staffId, stage: sheet.stage };
      const records = parseRows(store, 'interviews', interviewRows).filter((interview) =>
        mayReadInterview(interview, reader),
      );
      const access = accessTo(sheet, identity);
      const entries = readableEntries(parseRows(store, 'sheetEntries', entryRows), access);
      const above = unitsAbove(sheet, parseRows(store, 'orgUnits', unitRows));
      return Dexie.Promise.all([
        tableOf(store.db, 'forms').get(sheet.formId),
        tableOf(store.db, 'periods').get(sheet.periodId),
        tableOf(store.db, 'unitGoals').where('periodId').equals(sheet.periodId).toArray(),
        tableOf(store.db, 'staff').bulkGet(records.map(({ evaluatorId }) => evaluatorId)),
        ofSheet('columnVersions'),
        ofSheet('goalLogs'),
      ]).then((stored): InterviewsView => {
        const [storedForm, storedPeriod, goalRows, staffRows, versionRows, logRows] = stored;
        const form = parsedOf(store, 'forms', storedForm);
        const unitGoals = parseRows(store, 'unitGoals', goalRows).filter(({ orgUnitId }) =>
          above.has(orgUnitId),
        );
        const staff = parseRows(
          store,
          'staff',
          staffRows.filter((row) => row !== undefined),
        );
        const versions = parseRows(store, 'columnVersions', versionRows);
        const around = {
          agreed: agreedGoals(versions, sheet.stage, access),
          logs: readableGoalLogs(parseRows(store, 'goalLogs', logRows), access),
          lastTalk: lastDay(records.filter(({ kind }) => kind === 'start')),
        };
        const recordOf = (interview: Interview): InterviewRecord => ({
          interview,
          evaluatorName: evaluatorName(sheet, staff, interview.evaluatorId),
          mine: interview.evaluatorId === identity.staffId,
          mayAgree: mayAgree(interview, reader),
        });
        return {
          sheet,
          period: parsedOf(store, 'periods', storedPeriod),
          viewer,
          me: identity.staffId,
          plans: interviewKinds.map((kind) => ({
            kind,
            agenda: interviewAgenda(kind, { sheet, form, entries, unitGoals, ...around }),
            mayWrite: mayWriteInterview(kind, reader),
            records: records.filter((interview) => interview.kind === kind).map(recordOf),
          })),
        };
      });
    }),
  );
}

function lastDay(records: readonly Interview[]): string | null {
  const days = records.flatMap(({ heldOn }) => (heldOn === null ? [] : [heldOn]));
  return days.toSorted().at(-1) ?? null;
}

/** @throws IkuseiError `recordMissing`, or `rowDamaged` when the row cannot be read */
function parsedOf<Name extends DataTableName>(
  store: Store,
  table: Name,
  stored: unknown,
): Row<Name> {
  if (stored === undefined) throw new IkuseiError('recordMissing');
  const row = parseRow(store, table, stored);
  if (row === null) throw new IkuseiError('rowDamaged', `記録：${table}`);
  return row;
}

/** The person's unit and those above it; their goals are shown to all their people. */
function unitsAbove(sheet: Sheet, units: readonly OrgUnit[]): Set<string> {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const above = new Set<string>();
  let unitId: string | null = sheet.staff.orgUnitId;
  while (unitId !== null && !above.has(unitId)) {
    above.add(unitId);
    unitId = parents.get(unitId) ?? null;
  }
  return above;
}

function evaluatorName(sheet: Sheet, staff: readonly StaffMember[], staffId: string): string {
  const known =
    [sheet.firstEvaluator, sheet.secondEvaluator].find(
      (evaluator) => evaluator?.staffId === staffId,
    ) ?? staff.find(({ id }) => id === staffId);
  return `${known?.jobTitle ?? ''} ${known?.name ?? ''}`.trim();
}
