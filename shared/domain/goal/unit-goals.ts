import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitLine } from '../organisation/org-unit-path';
import type { Id } from '../record/record';
import type { StaffMember } from '../staff/staff-member';
import type { Identity } from '../store/meta';
import type { NamedUnitGoal } from './goal-facts';
import type { UnitGoal } from './unit-goal';

/**
 * The goals that somebody of a unit reads beside her own: those of her unit and of the
 * units it belongs to, from the department down, each unit's in its order.
 */
export function unitGoalsFor(
  goals: readonly UnitGoal[],
  orgUnits: readonly OrgUnit[],
  orgUnitId: Id,
): NamedUnitGoal[] {
  return orgUnitLine(orgUnits, orgUnitId).flatMap(({ id: unitId, name: unitName }) =>
    inOrder(goals.filter((goal) => goal.orgUnitId === unitId)).map(({ id, content, removed }) => ({
      id,
      unitName,
      content,
      removed,
    })),
  );
}

export function inOrder(goals: readonly UnitGoal[]): UnitGoal[] {
  return goals.toSorted((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
}

/**
 * The units whose goals somebody enters: those she belongs to, or that lie below hers, and
 * in or below which she is 一次評価者 or 二次評価者 of somebody. 職員課: every unit.
 */
export function headedUnits(
  identity: Pick<Identity, 'staffId' | 'rights'>,
  staff: readonly Pick<
    StaffMember,
    'id' | 'orgUnitId' | 'firstEvaluatorId' | 'secondEvaluatorId'
  >[],
  orgUnits: readonly OrgUnit[],
): OrgUnit[] {
  if (identity.rights.includes('hr')) return [...orgUnits];
  const me = identity.staffId;
  const home = staff.find(({ id }) => id === me)?.orgUnitId;
  const headed = new Set<Id>();
  const homes = new Set(
    staff
      .filter(({ id }) => id !== me)
      .filter((one) => one.firstEvaluatorId === me || one.secondEvaluatorId === me)
      .map(({ orgUnitId }) => orgUnitId),
  );
  for (const evaluated of homes) {
    const line = orgUnitLine(orgUnits, evaluated).map(({ id }) => id);
    const from = home === undefined ? -1 : line.indexOf(home);
    if (from >= 0) for (const id of line.slice(from)) headed.add(id);
  }
  return orgUnits.filter(({ id }) => headed.has(id));
}
