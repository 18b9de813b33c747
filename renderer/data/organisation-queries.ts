import { Dexie } from 'dexie';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { Period } from '../../shared/domain/period/period';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import { type EvaluatorAssignment, isByDays } from '../../shared/domain/staff/evaluator-assignment';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';

/** People, units and who evaluates whom, as 職員課 sees them. */
export type Office = {
  staff: StaffMember[];
  orgUnits: OrgUnit[];
  /** By days; nothing that was said of one sheet. */
  assignments: EvaluatorAssignment[];
  /** Newest first. */
  periods: Period[];
};

/**
 * All of one moment. Asked without `await`, like `loadRoster`.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function loadOffice(store: Store): Promise<Office> {
  const tables = ['staff', 'orgUnits', 'evaluatorAssignments', 'periods'] as const;
  return store.db.transaction('r', ['meta', ...tables], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'staff').toArray(),
      tableOf(store.db, 'orgUnits').toArray(),
      tableOf(store.db, 'evaluatorAssignments').toArray(),
      tableOf(store.db, 'periods').toArray(),
    ]).then(([identity, staff, orgUnits, assignments, periods]) => {
      refuseUnlessHr(parseIdentity(identity));
      return {
        staff: parseRows(store, 'staff', staff).sort((a, b) => a.number.localeCompare(b.number)),
        orgUnits: parseRows(store, 'orgUnits', orgUnits).sort((a, b) => a.order - b.order),
        // What was said of one sheet holds a column or an opinion; it is no part of the office.
        assignments: parseRows(store, 'evaluatorAssignments', assignments)
          .filter(isByDays)
          .sort((a, b) => a.from.localeCompare(b.from)),
        periods: parseRows(store, 'periods', periods).sort((a, b) =>
          b.startsOn.localeCompare(a.startsOn),
        ),
      };
    }),
  );
}

/** A person's sheets of every period, as far as I may know of them. */
export function listSheetsOf(store: Store, staffId: string): Promise<Sheet[]> {
  return store.db.transaction('r', ['meta', 'sheets'], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'sheets').where('staffId').equals(staffId).toArray(),
    ]).then(([row, sheets]) => {
      const identity = parseIdentity(row);
      return parseRows(store, 'sheets', sheets).filter((sheet) => mayListSheet(sheet, identity));
    }),
  );
}
