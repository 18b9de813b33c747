// @ts-check
import { papers } from './papers.mjs';

/** What may come on top of the memory after the first sheets, in MB. */
const allowance = 100;

/** The memory of the paper processes after 500 sheets, against after 50 and 100 MB more. */
export const benchmark = {
  id: 'pdf-batch-memory',
  unit: 'MB',
  target: 1,
  once: true,
  async prepare() {
    const { startOurs } = await papers();
    const batch = startOurs(6);
    await batch.batch(50);
    const after50 = batch.memory();
    await batch.batch(450);
    return {
      ours: async () => batch.memory(),
      reference: async () => after50 + allowance,
      close: batch.close,
    };
  },
};
