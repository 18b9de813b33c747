// @ts-check
import { papers } from './papers.mjs';

/** A sheet from its data to its bytes, against Chromium's print of an equal HTML form. */
export const benchmark = {
  id: 'pdf-vs-chromium',
  unit: 'ms',
  target: 1 / 3,
  rounds: 15,
  /** @param {string} chromium */
  async prepare(chromium) {
    const { startOurs, startChromium } = await papers();
    const ours = startOurs(1);
    const reference = await startChromium(2, chromium);
    return {
      ours: ours.single,
      reference: reference.single,
      close: async () => {
        await ours.close();
        await reference.close();
      },
    };
  },
};
