import '../../renderer/configure-zod';
import { base64ToBytes } from '../../renderer/data/base64';
import { openCheckedStore } from '../../renderer/data/open-store';
import { loadIdentity } from '../../renderer/data/queries';
import { createSentinelWriter } from '../../renderer/data/sentinel-writer';
import { writeStore } from '../../renderer/data/write-store';
import { desktopApi } from '../../renderer/platform/desktop-api';
import { insertTalks, MADE_TALKS, madeTables, makeTalks } from './made-talks';

/** Runs in the page of an open real store: brings in 20,000 talks of its person. */
export async function growTalks(): Promise<void> {
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
  const { staffId } = await loadIdentity(store);
  const made = makeTalks(MADE_TALKS, staffId);
  await writeStore(store, madeTables, (writer) => insertTalks(writer, made));
  await sentinel.flush();
  store.db.close();
}
