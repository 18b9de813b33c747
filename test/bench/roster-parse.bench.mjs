// @ts-check
import { rosterSides } from './rosters.mjs';

/**
 * A roster of 3,000 people in CP932, every cell in quotes, read and checked whole (text, cells,
 * columns, days, places in the tables, evaluators, differences), against papaparse alone on its
 * text. Without any quotes papaparse only splits lines, and would be three times as quick.
 */
export const benchmark = {
  id: 'roster-parse',
  unit: 'ms',
  target: 4,
  rounds: 9,
  /** @param {string} chromium */
  prepare: (chromium) => rosterSides(chromium, { ours: 'timeReading', reference: 'timePapaparse' }),
};
