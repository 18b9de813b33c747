// @ts-check

/**
 * Built from `roster-times.ts`, because Node 20 runs no TypeScript.
 *
 * @typedef {'timeReading' | 'timePapaparse' | 'timeTakingIn' | 'timeBulkPut'} Timed
 * @typedef {object} RosterTimes
 * @property {(name: Timed) => Promise<number>} time
 * @property {() => Promise<void>} close
 */
const rosterTimesUrl = new URL('../../out/host/bench-roster.mjs', import.meta.url).href;

/**
 * @param {string} chromium
 * @param {{ ours: Timed, reference: Timed }} timed
 */
export async function rosterSides(chromium, timed) {
  process.env['IKUSEI_CHROMIUM'] = chromium;
  /** @type {{ prepareRosters: () => Promise<RosterTimes> }} */
  const { prepareRosters } = await import(rosterTimesUrl);
  const rosters = await prepareRosters();
  return {
    ours: () => rosters.time(timed.ours),
    reference: () => rosters.time(timed.reference),
    close: () => rosters.close(),
  };
}
