// @ts-check

/**
 * Built from `start-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} StartTimes
 * @property {() => Promise<{ small: string, large: string }>} prepareOffices
 * @property {(userData: string) => Promise<number>} timeToSheetList
 * @property {(userData: string) => void} removeProfile
 */
const startTimesUrl = new URL('../../out/host/bench.mjs', import.meta.url).href;

/** How much longer the list of 3,000 people may take than that of a few. */
const EXTRA_MILLISECONDS = 1500;

/** What 3,000 people add to the time from the start of the process to their list. */
export const benchmark = {
  id: 'open-3000',
  unit: 'ms',
  target: 1,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {StartTimes} */
    const times = await import(startTimesUrl);
    const { small, large } = await times.prepareOffices();
    return {
      // Both starts in one turn, so that a busy moment meets both.
      ours: async () => (await times.timeToSheetList(large)) - (await times.timeToSheetList(small)),
      reference: async () => EXTRA_MILLISECONDS,
      async close() {
        times.removeProfile(small);
        times.removeProfile(large);
      },
    };
  },
};
