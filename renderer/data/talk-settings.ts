import { Dexie } from 'dexie';
import { IkuseiError } from '../../shared/domain/errors';
import {
  defaultTalkSettings,
  talkSettingsId,
} from '../../shared/domain/talk/default-talk-settings';
import type { TalkSettings } from '../../shared/domain/talk/talk';
import { sanitizeLine, sanitizeText } from '../../shared/domain/text/sanitize';
import { requireHr } from './commands';
import { tableOf } from './database';
import { parseIdentity } from './queries';
import { parseRow } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

/**
 * What 職員課 keeps for all talks; the initial values while it has set nothing. Asked without
 * `await`, for live queries.
 *
 * @throws IkuseiError `rowDamaged`
 */
export function loadTalkSettings(store: Store): Promise<TalkSettings> {
  return Dexie.Promise.all([
    tableOf(store.db, 'meta').get('identity'),
    tableOf(store.db, 'talkSettings').get(talkSettingsId),
  ]).then(([identity, stored]) => {
    const { staffId } = parseIdentity(identity);
    if (stored === undefined) return defaultTalkSettings({ now: store.now(), by: staffId });
    const settings = parseRow(store, 'talkSettings', stored);
    if (settings === null) throw new IkuseiError('rowDamaged', '記録：talkSettings');
    return settings;
  });
}

export type TalkSettingsPatch = Partial<
  Pick<TalkSettings, 'retentionYears' | 'contactText' | 'cards'>
>;

/** @throws IkuseiError notYours for everybody but 職員課, contentRefused, saveFailed */
export async function saveTalkSettings(store: Store, patch: TalkSettingsPatch): Promise<void> {
  await writeStore(store, ['talkSettings'], async (writer) => {
    const { staffId } = await requireHr(store);
    const values = { ...(await loadTalkSettings(store)), ...patch };
    const after: TalkSettings = {
      ...values,
      updatedAt: store.now(),
      updatedBy: staffId,
      contactText: sanitizeText(values.contactText).trim(),
      cards: values.cards
        .map((card) => ({ ...card, text: sanitizeLine(card.text).trim() }))
        .filter(({ text }) => text !== ''),
    };
    const rows = tableOf(store.db, 'talkSettings').where(':id').equals(talkSettingsId);
    if ((await rows.count()) > 0) await writer.replace('talkSettings', [after]);
    else await writer.insert('talkSettings', [after]);
  });
}
