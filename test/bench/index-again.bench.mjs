// @ts-check
import { prepareSearching } from './searching.mjs';

/** The index of 20,000 talks taken up at the next start, against the same made from nothing. */
export const benchmark = {
  id: 'index-again',
  unit: 'ms',
  target: 0.5,
  /** @param {string} chromium */
  async prepare(chromium) {
    const searching = await prepareSearching(chromium);
    return {
      ours: () => searching.time('timeTakingUp'),
      reference: () => searching.time('timeBuilding'),
      close: () => searching.close(),
    };
  },
};
