import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitPath } from '../organisation/org-unit-path';
import type { StaffMember } from '../staff/staff-member';
import type { Right } from '../store/meta';
import { personnelDivisionName } from './sample-organisation';

/**
 * The rights of a person of the sample office, where who-I-am can be switched: whoever
 * works in 職員課 has its rights. Real data never asks this; rights come from the signed
 * address book.
 */
export function sampleRightsOf(staff: StaffMember, orgUnits: readonly OrgUnit[]): Right[] {
  const path = orgUnitPath(orgUnits, staff.orgUnitId);
  return path.includes(personnelDivisionName) ? ['employee', 'hr'] : ['employee'];
}
