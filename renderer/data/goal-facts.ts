import { agreedGoals } from '../../shared/domain/goal/agreed-goals';
import type { GoalFacts } from '../../shared/domain/goal/goal-facts';
import { unitGoalsFor } from '../../shared/domain/goal/unit-goals';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { accessTo, mayListSheet } from '../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { parseRows } from './read-rows';
import type { Store } from './store';

/** Every table that `readGoalFacts` reads. */
export const goalFactTables = ['columnVersions', 'unitGoals', 'orgUnits'] as const;

/** What stands around the goals of a sheet, as far as this person may know; in a transaction. */
export async function readGoalFacts(
  store: Store,
  identity: Identity,
  sheet: Sheet,
): Promise<GoalFacts> {
  if (!mayListSheet(sheet, identity)) return { agreed: null, unitGoals: [] };
  const versions = await tableOf(store.db, 'columnVersions')
    .where('sheetId')
    .equals(sheet.id)
    .toArray();
  const goals = await tableOf(store.db, 'unitGoals')
    .where('periodId')
    .equals(sheet.periodId)
    .toArray();
  const units = await tableOf(store.db, 'orgUnits').toArray();
  return {
    agreed: agreedGoals(
      parseRows(store, 'columnVersions', versions),
      sheet.stage,
      accessTo(sheet, identity),
    ),
    unitGoals: unitGoalsFor(
      parseRows(store, 'unitGoals', goals),
      parseRows(store, 'orgUnits', units),
      sheet.staff.orgUnitId,
    ),
  };
}
