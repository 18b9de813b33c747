import { Dexie } from 'dexie';
import {
  type CareerSetting,
  type CareerViewer,
  careerViewerOf,
  requestViewerOf,
} from '../../shared/domain/career/career-rules';
import type { PlacementRequest } from '../../shared/domain/career/placement-request';
import { IkuseiError } from '../../shared/domain/errors';
import { orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import type { PlainDate } from '../../shared/domain/period/period';
import type { Id } from '../../shared/domain/record/record';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Identity } from '../../shared/domain/store/meta';
import { officeTables, readOfficeNow } from './office-now';
import { loadOfficeSettings } from './office-settings';
import type { Store } from './store';

/** Every table that `readCareerOffice` reads. */
export const careerOfficeTables = [...officeTables, 'officeSettings'] as const;

/** Who asks, everybody there is, and what says who she is to each of them. */
export type CareerOffice = {
  identity: Identity;
  /** By staff number. */
  staff: StaffMember[];
  setting: CareerSetting;
};

/** A person as she is named on the pages of a career. */
export type CareerPerson = { id: Id; number: string; name: string; jobTitle: string; unit: string };

/** To be called inside a transaction over `careerOfficeTables`. */
export function readCareerOffice(store: Store, day: PlainDate): Promise<CareerOffice> {
  return Dexie.Promise.all([readOfficeNow(store), loadOfficeSettings(store)]).then(
    ([{ identity, staff, orgUnits, assignments }, settings]) => ({
      identity,
      staff,
      setting: {
        day,
        orgUnits,
        assignments,
        settings,
        me: staff.find(({ id }) => id === identity.staffId) ?? null,
      },
    }),
  );
}

/** @throws IkuseiError `recordMissing` for somebody who is not on the roster */
export function memberOf({ staff }: CareerOffice, staffId: Id): StaffMember {
  const member = staff.find(({ id }) => id === staffId);
  if (member === undefined) throw new IkuseiError('recordMissing');
  return member;
}

export function viewerOfMember(office: CareerOffice, member: StaffMember): CareerViewer {
  return careerViewerOf(member, office.identity, office.setting);
}

/** Who I am to one request of hers. */
export function viewerOfRequest(
  office: CareerOffice,
  member: StaffMember,
  request: PlacementRequest,
): CareerViewer {
  const { identity, setting } = office;
  const mine = { me: identity.staffId, day: setting.day };
  return requestViewerOf(viewerOfMember(office, member), mine, request);
}

export function careerPersonOf({ setting }: CareerOffice, member: StaffMember): CareerPerson {
  const { id, number, name, jobTitle, orgUnitId } = member;
  return { id, number, name, jobTitle, unit: orgUnitPath(setting.orgUnits, orgUnitId).join(' ') };
}
