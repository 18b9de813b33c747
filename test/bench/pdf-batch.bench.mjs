// @ts-check
import { papers } from './papers.mjs';

const sheetsOfRound = 100;
const singlesOfRound = 20;

/** A sheet of 600 in a batch on all processes, against one that is waited for alone. */
export const benchmark = {
  id: 'pdf-batch',
  unit: 'ms',
  target: 1,
  rounds: 5,
  async prepare() {
    const { startOurs } = await papers();
    const batch = startOurs(4);
    const alone = startOurs(5, 1);
    return {
      ours: () => batch.batch(sheetsOfRound),
      reference: async () => {
        let milliseconds = 0;
        for (let count = 0; count < singlesOfRound; count += 1) {
          milliseconds += await alone.single();
        }
        return milliseconds / singlesOfRound;
      },
      close: async () => {
        await batch.close();
        await alone.close();
      },
    };
  },
};
