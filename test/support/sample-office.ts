import { fiscalYearOf } from '../../shared/domain/period/fiscal-year';
import { makeSampleOffice, type SampleOffice } from '../../shared/domain/sample/sample-office';
import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import type { StaffMember } from '../../shared/domain/staff/staff-member';

/** The seed the product ships; with another one no name below would be found on screen. */
const SHIPPED_SEED = 20240301;

/** The 見本 office as every PC makes it today. */
export function shippedSampleOffice(): SampleOffice {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const today = `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
  return makeSampleOffice({ seed: SHIPPED_SEED, fiscalYear: fiscalYearOf(today) });
}

/** The only person of the office with this 職名, or the first of several. */
export function sampleStaffByJobTitle(office: SampleOffice, jobTitle: string): StaffMember {
  return found(
    office.staff.find((member) => member.jobTitle === jobTitle),
    jobTitle,
  );
}

export function sampleStaffById(office: SampleOffice, id: string | null): StaffMember {
  return found(
    office.staff.find((member) => member.id === id),
    String(id),
  );
}

/** Somebody of 職員課 who evaluates nobody, so that 職員課 is all she is to others. */
export function sampleHrClerk(office: SampleOffice): StaffMember {
  const evaluators = new Set(
    office.staff.flatMap(({ firstEvaluatorId, secondEvaluatorId }) => [
      firstEvaluatorId,
      secondEvaluatorId,
    ]),
  );
  const clerk = office.staff.find(
    (member) =>
      sampleRightsOf(member, office.orgUnits).includes('hr') && !evaluators.has(member.id),
  );
  return found(clerk, '職員課');
}

function found(staff: StaffMember | undefined, what: string): StaffMember {
  if (staff === undefined) throw new Error(`the sample office has nobody for ${what}`);
  return staff;
}
