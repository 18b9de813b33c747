import type { UnitGoal } from '../../shared/domain/goal/unit-goal';
import { headedUnits, inOrder } from '../../shared/domain/goal/unit-goals';
import { orgUnitLine, orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';

/** A unit whose goals somebody reads, or enters as its head. */
export type UnitWithGoals = {
  id: string;
  /** From the department down, in one line. */
  name: string;
  writable: boolean;
  goals: UnitGoal[];
};

/**
 * The units of which I read the goals of a period: mine and those above it, and those whose
 * head I am. Mine comes first. What was taken off is its head's alone.
 */
export async function loadUnitGoals(store: Store, periodId: string): Promise<UnitWithGoals[]> {
  return store.db.transaction('r', ['meta', 'staff', 'orgUnits', 'unitGoals'], async () => {
    const identity = await loadIdentity(store);
    const staff = parseRows(store, 'staff', await tableOf(store.db, 'staff').toArray());
    const orgUnits = parseRows(store, 'orgUnits', await tableOf(store.db, 'orgUnits').toArray());
    const stored = await tableOf(store.db, 'unitGoals')
      .where('periodId')
      .equals(periodId)
      .toArray();
    const goals = parseRows(store, 'unitGoals', stored);
    const home = staff.find(({ id }) => id === identity.staffId)?.orgUnitId;
    const line = home === undefined ? [] : orgUnitLine(orgUnits, home).toReversed();
    const headed = headedUnits(identity, staff, orgUnits);
    return [...new Set([...line, ...headed])].map(({ id }) => {
      const writable = headed.some((unit) => unit.id === id);
      const own = goals.filter((goal) => goal.orgUnitId === id && (writable || !goal.removed));
      return { id, name: orgUnitPath(orgUnits, id).join(' '), writable, goals: inOrder(own) };
    });
  });
}
