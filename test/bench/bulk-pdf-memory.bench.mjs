// @ts-check
import { papers } from './papers.mjs';

/** What may come on top of the memory after the first sheets, in MB. */
const allowance = 100;
const sheets = 1000;
const first = 50;

/** The memory after 1,000 sheets are written, against after 50 and 100 MB more. */
export const benchmark = {
  id: 'bulk-pdf-memory',
  unit: 'MB',
  target: 1,
  once: true,
  async prepare() {
    const { startBulk } = await papers();
    const bulk = await startBulk(9);
    await bulk.write(first);
    const after50 = bulk.memory();
    for (let written = first; written < sheets; written += first) await bulk.write(first);
    return {
      ours: async () => bulk.memory(),
      reference: async () => after50 + allowance,
      close: bulk.close,
    };
  },
};
