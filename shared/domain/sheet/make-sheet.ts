import type { Form } from '../form/form';
import { positionOf } from '../framework/expectations';
import type { OrgUnit } from '../organisation/org-unit';
import { orgUnitPath } from '../organisation/org-unit-path';
import type { Period } from '../period/period';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { isShortHours, type StaffMember } from '../staff/staff-member';
import { sheetProgress } from './progress';
import type { EvaluatorSnapshot, Sheet } from './sheet';

function evaluatorSnapshot(
  staff: StaffMember,
  evaluatorId: Id | null,
  staffById: ReadonlyMap<Id, StaffMember>,
): EvaluatorSnapshot | null {
  // Nobody evaluates herself, whatever the roster says.
  if (evaluatorId === null || evaluatorId === staff.id) return null;
  const evaluator = staffById.get(evaluatorId);
  if (evaluator === undefined) return null;
  return { staffId: evaluator.id, name: evaluator.name, jobTitle: evaluator.jobTitle };
}

/** An empty sheet of one person for one period, with everybody as they are now. */
export function makeSheet(made: {
  staff: StaffMember;
  orgUnits: readonly OrgUnit[];
  staffById: ReadonlyMap<Id, StaffMember>;
  period: Period;
  form: Form;
  id: Id;
  now: Instant;
  by: Id;
}): Sheet {
  const { staff, orgUnits, staffById, period, form } = made;
  return {
    id: made.id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    periodId: period.id,
    staffId: staff.id,
    formId: form.id,
    stage: 'goalSetting',
    stageRevision: 0,
    skippedStages: [],
    exemptedFrom: null,
    disclosedOn: null,
    disclosedColumns: { first: true, second: true },
    handlerId: null,
    staff: {
      number: staff.number,
      name: staff.name,
      kana: staff.kana,
      orgUnitId: staff.orgUnitId,
      orgUnitPath: orgUnitPath(orgUnits, staff.orgUnitId),
      positionName: positionOf(form.framework, form.positionId).name,
      grade: staff.grade,
      jobTitle: staff.jobTitle,
      ...(isShortHours(staff) ? { shortHours: staff.roster?.workingHours ?? '' } : {}),
    },
    firstEvaluator: evaluatorSnapshot(staff, staff.firstEvaluatorId, staffById),
    secondEvaluator: evaluatorSnapshot(staff, staff.secondEvaluatorId, staffById),
    progress: sheetProgress(form, []),
  };
}
