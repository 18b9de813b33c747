import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitLine } from '../organisation/org-unit-path';
import type { Id } from '../record/record';
import type { OfficeSettings } from './office-settings';

/** Whose sheet it is, and who evaluates her. */
type Evaluated = { staffId: Id; firstEvaluatorId: Id | null; secondEvaluatorId: Id | null };

/** The unit of 職員課 itself: as it was set, else the 課 of the clerk who asks. */
export function ownUnitOf(
  { ownUnitId }: Pick<OfficeSettings, 'ownUnitId'>,
  orgUnits: readonly OrgUnit[],
  clerk: { orgUnitId: Id } | null,
): Id | null {
  if (ownUnitId !== null) return ownUnitId;
  return clerk === null ? null : divisionOf(orgUnits, clerk.orgUnitId);
}

/** Whether a unit is this one, or lies below it. */
export function isInUnit(orgUnits: readonly OrgUnit[], unitId: Id, top: Id | null): boolean {
  return top !== null && orgUnitLine(orgUnits, unitId).some(({ id }) => id === top);
}

/**
 * Who of 職員課 alone handles the sheet of one of its own people: the one who is named, or her
 * deputy where it is her own sheet or she evaluates the person, so that an appeal has somebody
 * to go to. Null where neither may: then all of 職員課 handle it.
 */
export function ownHandlerOf(
  { staffId, firstEvaluatorId, secondEvaluatorId }: Evaluated,
  { ownHandlerId, ownDeputyId }: Pick<OfficeSettings, 'ownHandlerId' | 'ownDeputyId'>,
): Id | null {
  const involved = [staffId, firstEvaluatorId, secondEvaluatorId];
  return [ownHandlerId, ownDeputyId].find((id) => id !== null && !involved.includes(id)) ?? null;
}

/** The 課 that a unit belongs to, or the unit itself where there is none above it. */
function divisionOf(orgUnits: readonly OrgUnit[], unitId: Id): Id {
  return orgUnitLine(orgUnits, unitId).findLast(({ kind }) => kind === 'division')?.id ?? unitId;
}
