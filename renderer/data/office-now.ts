import { Dexie } from 'dexie';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';

/** Every table that `readOfficeNow` reads. */
export const officeTables = ['meta', 'staff', 'orgUnits', 'evaluatorAssignments'] as const;

/** Who asks, everybody there is, and what says who is whose 上司. */
export type OfficeNow = {
  identity: Identity;
  /** By staff number. */
  staff: StaffMember[];
  orgUnits: OrgUnit[];
  assignments: EvaluatorAssignment[];
};

/** All of one moment; to be called inside a transaction over `officeTables`. */
export function readOfficeNow(store: Store): Promise<OfficeNow> {
  return Dexie.Promise.all([
    tableOf(store.db, 'meta').get('identity'),
    tableOf(store.db, 'staff').toArray(),
    tableOf(store.db, 'orgUnits').toArray(),
    tableOf(store.db, 'evaluatorAssignments').toArray(),
  ]).then(([identityRow, staffRows, unitRows, assignmentRows]) => ({
    identity: parseIdentity(identityRow),
    staff: parseRows(store, 'staff', staffRows).sort((left, right) =>
      left.number.localeCompare(right.number),
    ),
    orgUnits: parseRows(store, 'orgUnits', unitRows).sort((a, b) => a.order - b.order),
    assignments: parseRows(store, 'evaluatorAssignments', assignmentRows),
  }));
}
