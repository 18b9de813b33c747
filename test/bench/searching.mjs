// @ts-check

/**
 * Built from `search-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {'timeBuilding' | 'timeUnsealing' | 'timeSearching' | 'timeTakingUp'} Timed
 * @typedef {object} SearchTimes
 * @property {(name: Timed) => Promise<number>} time
 * @property {() => Promise<void>} close
 */
const searchTimesUrl = new URL('../../out/host/bench-search.mjs', import.meta.url).href;

/**
 * @param {string} chromium
 * @returns {Promise<SearchTimes>}
 */
export async function prepareSearching(chromium) {
  process.env['IKUSEI_CHROMIUM'] = chromium;
  /** @type {{ prepareSearching: () => Promise<SearchTimes> }} */
  const built = await import(searchTimesUrl);
  return built.prepareSearching();
}
