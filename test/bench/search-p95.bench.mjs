// @ts-check
import { prepareSearching } from './searching.mjs';

/** After which a person who types feels that she waits. */
const MILLISECONDS = 100;

/**
 * Twenty questions about 20,000 talks of one person, the slowest but one: from the question
 * to fifty hits, each read again from its sealed row, decided by the rules and marked.
 */
export const benchmark = {
  id: 'search-p95',
  unit: 'ms',
  target: 1,
  /** @param {string} chromium */
  async prepare(chromium) {
    const searching = await prepareSearching(chromium);
    return {
      ours: () => searching.time('timeSearching'),
      reference: async () => MILLISECONDS,
      close: () => searching.close(),
    };
  },
};
