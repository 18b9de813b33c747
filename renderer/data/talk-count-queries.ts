import { Dexie } from 'dexie';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import { orgUnitLine, orgUnitPath } from '../../shared/domain/organisation/org-unit-path';
import { fiscalYearOf } from '../../shared/domain/period/fiscal-year';
import type { Id } from '../../shared/domain/record/record';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import type { Talk } from '../../shared/domain/talk/talk';
import { suppressSmallUnits, type UnitTalkCount } from '../../shared/domain/talk/talk-counts';
import { isCounted } from '../../shared/domain/talk/talk-rules';
import { localToday } from '../platform/local-time';
import { refuseUnlessHr } from './commands';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';

/**
 * How many ordinary talks the people of each 課 have had this fiscal year, for 職員課 alone:
 * no name, no day, no talk that stays between two.
 *
 * @throws IkuseiError `notYours` for everybody but 職員課
 */
export function listUnitTalkCounts(store: Store): Promise<UnitTalkCount[]> {
  return store.db.transaction('r', ['meta', 'orgUnits', 'staff', 'talks'], () =>
    Dexie.Promise.all([
      tableOf(store.db, 'meta').get('identity'),
      tableOf(store.db, 'staff').toArray(),
      tableOf(store.db, 'orgUnits').toArray(),
      tableOf(store.db, 'talks').toArray(),
    ]).then(([storedIdentity, staffRows, unitRows, talkRows]) => {
      refuseUnlessHr(parseIdentity(storedIdentity));
      const year = fiscalYearOf(localToday());
      const talks = parseRows(store, 'talks', talkRows).filter(
        (talk) => isCounted(talk) && talk.on !== null && fiscalYearOf(talk.on) === year,
      );
      const staff = parseRows(store, 'staff', staffRows);
      return countTalks(staff, parseRows(store, 'orgUnits', unitRows), talks);
    }),
  );
}

function countTalks(
  staff: readonly StaffMember[],
  units: readonly OrgUnit[],
  talks: readonly Talk[],
): UnitTalkCount[] {
  const divisionOf = (unitId: Id) =>
    orgUnitLine(units, unitId).findLast(({ kind }) => kind === 'division')?.id ?? unitId;
  const counts = new Map<Id, UnitTalkCount>();
  const unitOfPerson = new Map<Id, Id>();
  for (const { id, orgUnitId, roster } of staff) {
    const unitId = divisionOf(orgUnitId);
    unitOfPerson.set(id, unitId);
    if (roster?.status === 'left') continue;
    const unitName = orgUnitPath(units, unitId).join(' ');
    const before = counts.get(unitId) ?? { unitId, unitName, people: 0, oneOnOnes: 0, meetings: 0 };
    counts.set(unitId, { ...before, people: before.people + 1 });
  }
  for (const { kind, participantIds, hostId } of talks) {
    const isMeeting = kind === 'workplaceMeeting';
    const about = isMeeting ? hostId : (participantIds[0] ?? hostId);
    const count = counts.get(unitOfPerson.get(about) ?? '');
    if (count === undefined) continue;
    if (isMeeting) count.meetings += 1;
    else count.oneOnOnes += 1;
  }
  return suppressSmallUnits([...counts.values()]);
}
