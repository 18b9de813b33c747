import { IkuseiError } from '../../shared/domain/errors';
import type { UnitGoal } from '../../shared/domain/goal/unit-goal';
import { headedUnits, inOrder } from '../../shared/domain/goal/unit-goals';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { sanitizeText } from '../../shared/domain/text/sanitize';
import { tableOf } from './database';
import { listOrgUnits, listStaff, loadIdentity } from './queries';
import { parseRows, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

const tables = ['unitGoals', 'staff', 'orgUnits', 'periods'] as const;

/** @throws IkuseiError `notYours` for everybody but the unit's head and 職員課 */
async function requireHead(store: Store, orgUnitId: string) {
  const identity = await loadIdentity(store);
  const headed = headedUnits(identity, await listStaff(store), await listOrgUnits(store));
  if (!headed.some(({ id }) => id === orgUnitId)) throw new IkuseiError('notYours');
  return {
    schemaVersion: SCHEMA_VERSION,
    updatedAt: store.now(),
    updatedBy: identity.staffId,
  };
}

async function goalsOf(
  store: Store,
  { periodId, orgUnitId }: Pick<UnitGoal, 'periodId' | 'orgUnitId'>,
): Promise<UnitGoal[]> {
  const stored = await tableOf(store.db, 'unitGoals').where('periodId').equals(periodId).toArray();
  const goals = parseRows(store, 'unitGoals', stored);
  return inOrder(goals.filter((goal) => goal.orgUnitId === orgUnitId));
}

/** Adds an empty goal after the last one of a unit. */
export async function addUnitGoal(
  store: Store,
  place: { periodId: string; orgUnitId: string },
): Promise<UnitGoal> {
  return writeStore(store, tables, async (writer) => {
    const stamp = await requireHead(store, place.orgUnitId);
    await readOne(store, 'periods', place.periodId);
    const others = await goalsOf(store, place);
    const order = Math.max(0, ...others.map((goal) => goal.order)) + 1;
    const goal = { ...stamp, ...place, id: store.newId(), order, content: '', removed: false };
    await writer.insert('unitGoals', [goal]);
    return goal;
  });
}

/** Changes what a goal says, or takes it off or brings it back; its text stays either way. */
export async function changeUnitGoal(
  store: Store,
  id: string,
  change: { content?: string; removed?: boolean },
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const before = await readOne(store, 'unitGoals', id);
    const stamp = await requireHead(store, before.orgUnitId);
    const content = change.content === undefined ? before.content : sanitizeText(change.content);
    const removed = change.removed ?? before.removed;
    if (content === before.content && removed === before.removed) return;
    await writer.replace('unitGoals', [{ ...before, ...stamp, content, removed }]);
  });
}

/** Puts a goal one place up or down among those that are not taken off. */
export async function moveUnitGoal(store: Store, id: string, by: -1 | 1): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const moved = await readOne(store, 'unitGoals', id);
    const stamp = await requireHead(store, moved.orgUnitId);
    const all = await goalsOf(store, moved);
    const standing = all.filter(({ removed }) => !removed);
    const from = standing.findIndex((goal) => goal.id === id);
    const other = standing[from + by];
    if (from < 0 || other === undefined) return;
    const swapped = standing.with(from + by, moved).with(from, other);
    const order = [...swapped, ...all.filter(({ removed }) => removed)];
    await writer.replace(
      'unitGoals',
      order.map((goal, index) => ({ ...goal, ...stamp, order: index + 1 })),
    );
  });
}
