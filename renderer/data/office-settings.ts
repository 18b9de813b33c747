import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import {
  defaultOfficeSettings,
  type OfficeSettings,
  type OfficeValues,
  officeSettingsId,
} from '../../shared/domain/office/office-settings';
import { isInUnit, ownHandlerOf, ownUnitOf } from '../../shared/domain/office/own-people';
import type { OrgUnit } from '../../shared/domain/organisation/org-unit';
import type { Id } from '../../shared/domain/record/record';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { requireHr } from './commands';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow, readAll, readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/**
 * What 職員課 has set; the initial values while it has set nothing. Asked without `await`,
 * for live queries.
 *
 * @throws IkuseiError `rowDamaged`
 */
export function loadOfficeSettings(store: Store): Promise<OfficeSettings> {
  return Dexie.Promise.all([
    tableOf(store.db, 'meta').get('identity'),
    tableOf(store.db, 'officeSettings').get(officeSettingsId),
  ]).then(([identity, stored]) => {
    const { staffId } = parseIdentity(identity);
    if (stored === undefined) return defaultOfficeSettings({ now: store.now(), by: staffId });
    const settings = parseRow(store, 'officeSettings', stored);
    if (settings === null) throw new IkuseiError('rowDamaged', '記録：officeSettings');
    return settings;
  });
}

const handlingFields = ['ownHandlerId', 'ownDeputyId', 'ownUnitId'] as const;

/** The sheets of 職員課's own people whose handler is another one by these settings. */
async function handledAnew(
  store: Store,
  settings: OfficeSettings,
  orgUnits: readonly OrgUnit[],
  ownUnitId: Id | null,
): Promise<Sheet[]> {
  const { updatedAt, updatedBy } = settings;
  return (await readAll(store, 'sheets')).flatMap((sheet) => {
    const isOwn = isInUnit(orgUnits, sheet.staff.orgUnitId, ownUnitId);
    const handlerId = isOwn
      ? ownHandlerOf(
          {
            staffId: sheet.staffId,
            firstEvaluatorId: sheet.firstEvaluator?.staffId ?? null,
            secondEvaluatorId: sheet.secondEvaluator?.staffId ?? null,
          },
          settings,
        )
      : null;
    if (handlerId === sheet.handlerId) return [];
    return [{ ...sheet, handlerId, updatedAt, updatedBy }];
  });
}

async function hasSettings(store: Store): Promise<boolean> {
  const rows = tableOf(store.db, 'officeSettings').where(':id').equals(officeSettingsId);
  return (await rows.count()) > 0;
}

/**
 * Who handles the sheets of 職員課's own people is changed on the sheets that there are, too:
 * nobody who has left keeps them from everybody else.
 *
 * @param patch what changes; the rest stays
 * @throws IkuseiError notYours, contentRefused, saveFailed
 */
export async function saveOfficeSettings(
  store: Store,
  patch: Partial<OfficeValues>,
): Promise<void> {
  await writeStore(store, ['officeSettings', 'sheets', 'staff', 'orgUnits'], async (writer) => {
    const { staffId } = await requireHr(store);
    const before = await loadOfficeSettings(store);
    const clerk = await readOne(store, 'staff', staffId);
    const orgUnits = await readAll(store, 'orgUnits');
    const asked = { ...before, ...patch };
    // Once somebody is named, whose sheets she handles no longer depends on who asks.
    const values =
      asked.ownHandlerId === null
        ? asked
        : { ...asked, ownUnitId: ownUnitOf(asked, orgUnits, clerk) };
    const { appeal, statement, result } = values.appealTitles;
    const after: OfficeSettings = {
      ...values,
      updatedAt: store.now(),
      updatedBy: staffId,
      appealBoard: sanitizeLine(values.appealBoard).trim(),
      appealTitles: {
        appeal: sanitizeLine(appeal).trim(),
        statement: sanitizeLine(statement).trim(),
        result: sanitizeLine(result).trim(),
      },
    };
    if (await hasSettings(store)) await writer.replace('officeSettings', [after]);
    else await writer.insert('officeSettings', [after]);
    if (handlingFields.some((field) => before[field] !== after[field])) {
      const ownUnitId = ownUnitOf(after, orgUnits, clerk);
      await writer.replace('sheets', await handledAnew(store, after, orgUnits, ownUnitId));
    }
  });
}
