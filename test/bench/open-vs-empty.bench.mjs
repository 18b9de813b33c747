// @ts-check

/**
 * Built from `start-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} StartTimes
 * @property {() => Promise<string>} prepareRealStore
 * @property {() => string} prepareEmptyProfile
 * @property {(userData: string) => Promise<number>} timeToUsableList
 * @property {(userData: string) => Promise<number>} timeToEmptyPage
 * @property {(userData: string) => void} removeProfile
 */
const startTimesUrl = new URL('../../out/host/bench.mjs', import.meta.url).href;

/** From the start of the process to a usable list, against an empty page in this host. */
export const benchmark = {
  id: 'open-vs-empty',
  unit: 'ms',
  target: 1.8,
  rounds: 7,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {StartTimes} */
    const times = await import(startTimesUrl);
    const real = await times.prepareRealStore();
    const empty = times.prepareEmptyProfile();
    return {
      ours: () => times.timeToUsableList(real),
      reference: () => times.timeToEmptyPage(empty),
      async close() {
        times.removeProfile(real);
        times.removeProfile(empty);
      },
    };
  },
};
