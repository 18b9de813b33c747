import type { FormPlan } from '../form/form-plan';
import type { StaffMember } from '../staff/staff-member';
import type { FrameworkSet } from './framework';
import { policyTables } from './policy-tables';

type Users = {
  /** The frameworks of all forms that were handed out. */
  forms: readonly { framework: { id: string } }[];
  plans: readonly Pick<FormPlan, 'frameworkId' | 'positionIds'>[];
  staff: readonly Pick<StaffMember, 'frameworkId'>[];
};

/** Who of the office uses a framework, in words; empty when nobody does. */
export function frameworkUses(frameworkId: string, { forms, plans, staff }: Users): string[] {
  const people = staff.filter((one) => one.frameworkId === frameworkId).length;
  // A plan without positions is laid aside.
  const isPlanned = plans.some(
    (plan) => plan.frameworkId === frameworkId && plan.positionIds.length > 0,
  );
  const isHandedOut = forms.some(({ framework }) => framework.id === frameworkId);
  return [
    ...(people > 0 ? [`この体系図の職員が ${people}人います`] : []),
    ...(isPlanned ? ['この体系図の職位を使う様式の案があります'] : []),
    ...(isHandedOut ? ['この体系図で配布したシートがあります'] : []),
  ];
}

/** The policy's own tables stay; what was added from a file may go again. */
export function isAddedFramework(frameworkId: string): boolean {
  return policyTables.frameworks.every(({ id }) => id !== frameworkId);
}

/** The next version of the tables, without one of the frameworks. */
export function removeFramework(
  set: FrameworkSet,
  frameworkId: string,
  made: { id: string; now: string; by: string },
): FrameworkSet {
  const frameworks = set.tables.frameworks.filter(({ id }) => id !== frameworkId);
  return {
    ...set,
    id: made.id,
    updatedAt: made.now,
    updatedBy: made.by,
    version: set.version + 1,
    tables: { ...set.tables, frameworks },
  };
}
