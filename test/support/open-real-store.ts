import { base64ToBytes } from '../../renderer/data/base64';
import { openCheckedStore } from '../../renderer/data/open-store';
import { createSentinelWriter } from '../../renderer/data/sentinel-writer';
import type { Store } from '../../renderer/data/store';
import { desktopApi } from '../../renderer/platform/desktop-api';

/**
 * In the page of an open real store: does something through the store's own writer, seal and
 * sentinel, and closes it again.
 */
export async function inRealStore(change: (store: Store) => Promise<void>): Promise<void> {
  const key = await desktopApi.keys.open('real');
  if (key.state !== 'open') throw new Error(`the real store is ${key.state}`);
  const sentinel = createSentinelWriter(
    (state) => desktopApi.sentinel.write(state),
    () => new Date().toISOString(),
  );
  const store = await openCheckedStore({
    dataSet: 'real',
    key: base64ToBytes(key.key),
    sentinel: null,
    committed: sentinel.committed,
    saveBeforeMigration: async () => {},
  });
  if (store === null) throw new Error('there is no real store to grow');
  await change(store);
  await sentinel.flush();
  store.db.close();
}
