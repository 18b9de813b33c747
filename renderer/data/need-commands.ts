import {
  changeNeed,
  type NeedPatch,
  newStaffingNeed,
} from '../../shared/domain/career/change-need';
import { IkuseiError } from '../../shared/domain/errors';
import type { Id } from '../../shared/domain/record/record';
import { localToday } from '../platform/local-time';
import { type CareerOffice, careerOfficeTables, readCareerOffice } from './career-setting';
import { needUnits } from './need-queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

const tables = [
  ...careerOfficeTables.filter((table) => table !== 'meta'),
  'staffingNeeds',
] as const;

/** @throws IkuseiError `notYours` for a unit that I do not head */
export async function startNeed(
  store: Store,
  { orgUnitId, fiscalYear }: { orgUnitId: Id; fiscalYear: number },
): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    refuseUnlessHeaded(office, orgUnitId);
    const made = { id: store.newId(), now: store.now(), by: office.identity.staffId };
    await writer.insert('staffingNeeds', [newStaffingNeed({ ...made, orgUnitId, fiscalYear })]);
  });
}

/** `writerId`: in 見本 another person may act by the time it is stored. */
export type NeedChange = { needId: Id; writerId: Id; patch: NeedPatch };

/** @throws IkuseiError notYours, recordMissing, needEmpty, contentRefused, saveFailed */
export async function saveNeed(store: Store, change: NeedChange): Promise<void> {
  await writeStore(store, tables, async (writer) => {
    const office = await readCareerOffice(store, localToday());
    if (office.identity.staffId !== change.writerId) throw new IkuseiError('notYours');
    const before = await readOne(store, 'staffingNeeds', change.needId);
    refuseUnlessHeaded(office, before.orgUnitId);
    const made = { now: store.now(), by: change.writerId };
    const after = changeNeed(before, change.patch, made);
    if (after !== before) await writer.replace('staffingNeeds', [after]);
  });
}

function refuseUnlessHeaded(office: CareerOffice, orgUnitId: Id): void {
  if (!needUnits(office).some(({ id }) => id === orgUnitId)) throw new IkuseiError('notYours');
}
