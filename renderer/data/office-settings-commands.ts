import {
  defaultOfficeSettings,
  type OfficeSettings,
  officeSettingsId,
} from '../../shared/domain/office/office-settings';
import { requireHr } from './commands';
import { readAll } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

export type OfficeSettingsPatch = Partial<
  Pick<OfficeSettings, 'appealDays' | 'appealBoard' | 'leastMonths' | 'ownHandlerId'>
>;

/** As 職員課 has set it; 「初期値」 while it has set nothing. */
export function settingsOf(rows: readonly OfficeSettings[]): OfficeSettings {
  return (
    rows.find(({ id }) => id === officeSettingsId) ??
    defaultOfficeSettings({ now: '1970-01-01T00:00:00.000Z', by: officeSettingsId })
  );
}

/** @throws IkuseiError notYours, contentRefused, saveFailed */
export async function changeOfficeSettings(
  store: Store,
  patch: OfficeSettingsPatch,
): Promise<void> {
  await writeStore(store, ['officeSettings'], async (writer) => {
    const identity = await requireHr(store);
    const rows = await readAll(store, 'officeSettings');
    const stamp = { updatedAt: store.now(), updatedBy: identity.staffId };
    const settings = { ...settingsOf(rows), ...patch, ...stamp };
    if (rows.length === 0) await writer.insert('officeSettings', [settings]);
    else await writer.replace('officeSettings', [settings]);
  });
}
