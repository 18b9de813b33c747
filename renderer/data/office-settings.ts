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
  const count = await tableOf(store.db, 'officeSettings')
    .where(':id')
    .equals(officeSettingsId)
    .count();
  return count === 0
    ? defaultOfficeSettings({ now: store.now(), by: staffId })
    : readOne(store, 'officeSettings', officeSettingsId);
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
    const isNew =
      (await tableOf(store.db, 'officeSettings').where(':id').equals(officeSettingsId).count()) ===
      0;
    if (isNew) await writer.insert('officeSettings', [after]);
    else await writer.replace('officeSettings', [after]);
  });
}
