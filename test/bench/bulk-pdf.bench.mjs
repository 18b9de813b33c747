// @ts-check
import { papers } from './papers.mjs';

/** Five rounds of them are 1,000 distinct sheets. */
const sheetsOfRound = 200;

/** A sheet of many written into a folder, against one that is only set in such a batch. */
export const benchmark = {
  id: 'bulk-pdf',
  unit: 'ms',
  target: 1.1,
  rounds: 5,
  async prepare() {
    const { startBulk, startOurs } = await papers();
    const bulk = await startBulk(7);
    const batch = startOurs(8);
    return {
      ours: () => bulk.write(sheetsOfRound),
      reference: () => batch.batch(sheetsOfRound),
      close: async () => {
        await bulk.close();
        await batch.close();
      },
    };
  },
};
