import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import {
  defaultOfficeSettings,
  type OfficeSettings,
  type OfficeValues,
  officeSettingsId,
} from '../../shared/domain/office/office-settings';
import { sanitizeLine } from '../../shared/domain/text/sanitize';
import { requireHr } from './commands';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow } from './read-rows';
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

async function hasSettings(store: Store): Promise<boolean> {
  const rows = tableOf(store.db, 'officeSettings').where(':id').equals(officeSettingsId);
  return (await rows.count()) > 0;
}

/**
 * @param patch what changes; the rest stays
 * @throws IkuseiError notYours, contentRefused, saveFailed
 */
export async function saveOfficeSettings(
  store: Store,
  patch: Partial<OfficeValues>,
): Promise<void> {
  await writeStore(store, ['officeSettings'], async (writer) => {
    const { staffId } = await requireHr(store);
    const before = await loadOfficeSettings(store);
    const values = { ...before, ...patch };
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
  });
}
