import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import type { FormPlan } from '../../shared/domain/form/form-plan';
import type { Framework, FrameworkSet } from '../../shared/domain/framework/framework';
import { openQuestions } from '../../shared/domain/framework/open-questions';
import { type HandOutPreview, handOutPreview } from '../../shared/domain/hand-out/hand-out-preview';
import type { OfficeSettings } from '../../shared/domain/office/office-settings';
import { isInUnit, ownUnitOf } from '../../shared/domain/office/own-people';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { Period } from '../../shared/domain/period/period';
import { dayWithin, evaluatedOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import { localToday } from '../platform/local-time';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { loadOfficeSettings } from './office-settings';
import { newestSet, parseIdentity } from './queries';
import { parseRow, parseRows } from './read-rows';
import type { Store } from './store';

/** The periods with how many plans and sheets each of them has, newest first. */
export type PeriodRow = { period: Period; plans: number; sheets: number };

/** @throws IkuseiError `notYours` for everybody but 職員課 */
export function listPeriodRows(store: Store): Promise<PeriodRow[]> {
  // By the index alone: no sheet is unsealed to be counted.
  const periodIds = (table: 'formPlans' | 'sheets') =>
    tableOf(store.db, table).orderBy('periodId').keys();
  return store.db.transaction('r', ['meta', 'periods', 'formPlans', 'sheets'], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'periods').toArray(),
      periodIds('formPlans'),
      periodIds('sheets'),
    ]).then(([identity, periods, plans, sheets]) => {
      refuseUnlessHr(parseIdentity(identity));
      const count = (keys: readonly unknown[], id: string) =>
        keys.filter((key) => key === id).length;
      return parseRows(store, 'periods', periods)
        .map((period) => ({
          period,
          plans: count(plans, period.id),
          sheets: count(sheets, period.id),
        }))
        .sort((a, b) => b.period.startsOn.localeCompare(a.period.startsOn));
    }),
  );
}

/** What 職員課 plans of a period: its forms, and the tables that they stand on. */
export type PeriodPlan = { period: Period; plans: FormPlan[]; frameworkSet: FrameworkSet };

/** @throws IkuseiError `notYours` for everybody but 職員課, `recordMissing` */
export function loadPeriodPlan(store: Store, periodId: string): Promise<PeriodPlan> {
  return store.db.transaction('r', ['meta', 'periods', 'formPlans', 'frameworkSets'], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'periods').get(periodId),
      tableOf(store.db, 'formPlans').where('periodId').equals(periodId).toArray(),
      tableOf(store.db, 'frameworkSets').toArray(),
    ]).then(([identity, period, plans, sets]) => {
      refuseUnlessHr(parseIdentity(identity));
      return {
        period: foundPeriod(store, period),
        plans: inOrder(parseRows(store, 'formPlans', plans)),
        frameworkSet: newestSet(parseRows(store, 'frameworkSets', sets)),
      };
    }),
  );
}

/** What the page of 配布 shows. */
export type HandOutState = {
  period: Period;
  plans: FormPlan[];
  frameworks: readonly Framework[];
  preview: HandOutPreview;
  settings: OfficeSettings;
  /** Wordings of the policy's tables that 職員課 has still to settle. */
  unsettled: number;
  /** The people of 職員課 itself, of whom one handles the sheets of the others. */
  own: StaffMember[];
};

/** @throws IkuseiError `notYours` for everybody but 職員課, `recordMissing` */
export function loadHandOut(store: Store, periodId: string): Promise<HandOutState> {
  return store.db.transaction('r', ['meta', ...handOutTables], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'periods').get(periodId),
      tableOf(store.db, 'formPlans').where('periodId').equals(periodId).toArray(),
      tableOf(store.db, 'frameworkSets').toArray(),
      tableOf(store.db, 'sheets').where('periodId').equals(periodId).toArray(),
      tableOf(store.db, 'staff').toArray(),
      tableOf(store.db, 'orgUnits').toArray(),
      loadOfficeSettings(store),
      tableOf(store.db, 'evaluatorAssignments').toArray(),
    ]).then(([identityRow, periodRow, plans, sets, sheets, staff, orgUnits, settings, said]) => {
      const identity = parseIdentity(identityRow);
      refuseUnlessHr(identity);
      const people = parseRows(store, 'staff', staff);
      const held = parseRows(store, 'sheets', sheets);
      // Who cannot be read would get a second sheet, or none.
      if (people.length !== staff.length || held.length !== sheets.length) {
        throw new IkuseiError('rowDamaged', '記録：職員、シート');
      }
      const period = foundPeriod(store, periodRow);
      const day = dayWithin(localToday(), period);
      const assignments = parseRows(store, 'evaluatorAssignments', said);
      return handOutState({
        identity,
        period,
        plans: inOrder(parseRows(store, 'formPlans', plans)),
        frameworkSet: newestSet(parseRows(store, 'frameworkSets', sets)),
        sheets: held,
        staff: people.map((member) => evaluatedOn(member, assignments, day)),
        orgUnits: parseRows(store, 'orgUnits', orgUnits),
        settings,
      });
    }),
  );
}

/** The tables that a preview is made from. */
export const handOutTables = [
  'evaluatorAssignments',
  'periods',
  'formPlans',
  'frameworkSets',
  'sheets',
  'staff',
  'orgUnits',
  'officeSettings',
] as const;

function handOutState(read: {
  identity: Identity;
  period: Period;
  plans: FormPlan[];
  frameworkSet: FrameworkSet;
  sheets: readonly { staffId: string }[];
  staff: StaffMember[];
  orgUnits: OrgUnit[];
  settings: OfficeSettings;
}): HandOutState {
  const staff = read.staff.toSorted((a, b) => a.number.localeCompare(b.number));
  const me = staff.find(({ id }) => id === read.identity.staffId) ?? null;
  const ownUnitId = ownUnitOf(read.settings, read.orgUnits, me);
  const { period, plans, frameworkSet, settings } = read;
  const { frameworks } = frameworkSet.tables;
  return {
    period,
    plans,
    frameworks,
    settings,
    unsettled: openQuestions(frameworkSet).filter(({ settlement }) => settlement === null).length,
    own: staff.filter(
      ({ orgUnitId, roster }) =>
        roster?.status !== 'left' && isInUnit(read.orgUnits, orgUnitId, ownUnitId),
    ),
    preview: handOutPreview({ ...read, frameworks, staff, ownUnitId }),
  };
}

function foundPeriod(store: Store, row: unknown): Period {
  if (row === undefined) throw new IkuseiError('recordMissing');
  const period = parseRow(store, 'periods', row);
  if (period === null) throw new IkuseiError('rowDamaged', '記録：periods');
  return period;
}

/** One that was made like another stands behind it. */
function inOrder(plans: FormPlan[]): FormPlan[] {
  return plans.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
}
