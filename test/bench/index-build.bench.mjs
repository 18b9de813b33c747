// @ts-check
import { prepareSearching } from './searching.mjs';

/**
 * The search's index of 20,000 talks made from nothing, in memory and sealed on disk, against
 * the same rows opened and nothing else.
 */
export const benchmark = {
  id: 'index-build',
  unit: 'ms',
  target: 3,
  /** @param {string} chromium */
  async prepare(chromium) {
    const searching = await prepareSearching(chromium);
    return {
      ours: () => searching.time('timeBuilding'),
      reference: () => searching.time('timeUnsealing'),
      close: () => searching.close(),
    };
  },
};
