import {
  defaultOfficeSettings,
  type OfficeSettings,
  type OfficeValues,
  officeSettingsId,
} from '../../shared/domain/office/office-settings';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { requireHr } from './commands';
import { tableOf } from './database';
import { loadIdentity } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/** What 職員課 has set; the initial values while it has set nothing. */
export async function loadOfficeSettings(store: Store): Promise<OfficeSettings> {
  const { staffId } = await loadIdentity(store);
  return (await hasSettings(store))
    ? readOne(store, 'officeSettings', officeSettingsId)
    : defaultOfficeSettings({ now: store.now(), by: staffId });
}

async function hasSettings(store: Store): Promise<boolean> {
  const rows = tableOf(store.db, 'officeSettings').where(':id').equals(officeSettingsId);
  return (await rows.count()) > 0;
}

/** @throws IkuseiError notYours, contentRefused, saveFailed */
export async function saveOfficeSettings(store: Store, values: OfficeValues): Promise<void> {
  await writeStore(store, ['officeSettings'], async (writer) => {
    const { staffId } = await requireHr(store);
    const before = await loadOfficeSettings(store);
    const { appeal, statement, result } = values.appealTitles;
    const after: OfficeSettings = {
      ...before,
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
  });
}
