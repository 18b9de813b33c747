import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import type { Id } from '../../shared/domain/record/record';
import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import { evaluatorsOn } from '../../shared/domain/staff/evaluators-on-a-day';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import { type TrainingViewer, trainingViewer } from '../../shared/domain/training/training-rules';
import { localToday } from '../platform/local-time';
import { officeTables, readOfficeNow } from './office-now';
import type { Store } from './store';

/** A person as lists name her. */
export type NamedPerson = { id: Id; name: string; unit: string; jobTitle: string };

/** Who I am, who there is, and who is whose head today. */
export type PeopleNow = {
  identity: Identity;
  staff: StaffMember[];
  named: (id: Id) => NamedPerson;
  /** What I am to something of a person's. */
  viewerOf: (staffId: Id, partnerId?: Id | null) => TrainingViewer;
  /** Whom I evaluate today. */
  mine: StaffMember[];
};

/** Tables that `readPeopleNow` needs in the transaction around it. */
export const peopleTables = officeTables;

/** All of one moment; to be asked inside a transaction. */
export async function readPeopleNow(store: Store): Promise<PeopleNow> {
  const { identity, staff, orgUnits, assignments: all } = await readOfficeNow(store);
  const assignments = new Map<Id, EvaluatorAssignment[]>();
  for (const one of all) {
    assignments.set(one.staffId, [...(assignments.get(one.staffId) ?? []), one]);
  }
  const byId = new Map(staff.map((member) => [member.id, member]));
  const today = localToday();
  const headsOf = (member: StaffMember) => {
    const { first, second } = evaluatorsOn(member, assignments.get(member.id) ?? [], today);
    return [first, second];
  };
  return {
    identity,
    staff,
    named(id) {
      const member = byId.get(id);
      return {
        id,
        name: member?.name ?? '名簿にない職員',
        unit: member === undefined ? '' : orgUnitPath(orgUnits, member.orgUnitId).join(' '),
        jobTitle: member?.jobTitle ?? '',
      };
    },
    viewerOf(staffId, partnerId = null) {
      const member = byId.get(staffId);
      return trainingViewer(
        { staffId, partnerId },
        member === undefined ? [] : headsOf(member),
        identity,
      );
    },
    mine: staff.filter(
      (member) => member.id !== identity.staffId && headsOf(member).includes(identity.staffId),
    ),
  };
}
