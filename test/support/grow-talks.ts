import '../../renderer/configure-zod';
import { loadIdentity } from '../../renderer/data/queries';
import { writeStore } from '../../renderer/data/write-store';
import { insertTalks, MADE_TALKS, madeTables, makeTalks } from './made-talks';
import { inRealStore } from './open-real-store';

/** Runs in the page of an open real store: brings in 20,000 talks of its person. */
export async function growTalks(): Promise<void> {
  await inRealStore(async (store) => {
    const { staffId } = await loadIdentity(store);
    const made = makeTalks(MADE_TALKS, staffId);
    await writeStore(store, madeTables, (writer) => insertTalks(writer, made));
  });
}
