// @ts-check

/**
 * Built from `switch-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {object} SwitchTimes
 * @property {() => Promise<number>} toNextPerson
 * @property {() => Promise<number>} fromList
 * @property {() => Promise<void>} close
 */
const switchTimesUrl = new URL('../../out/host/bench-switch.mjs', import.meta.url).href;

/** Going on to the next person's sheet by the key against opening one from the list. */
export const benchmark = {
  id: 'switch-people',
  unit: 'ms',
  target: 1,
  /** @param {string} chromium */
  async prepare(chromium) {
    process.env['IKUSEI_CHROMIUM'] = chromium;
    /** @type {{ prepareSwitching: () => Promise<SwitchTimes> }} */
    const { prepareSwitching } = await import(switchTimesUrl);
    const switching = await prepareSwitching();
    return {
      ours: () => switching.toNextPerson(),
      reference: () => switching.fromList(),
      close: () => switching.close(),
    };
  },
};
