// @ts-check
import { rosterSides } from './rosters.mjs';

/** 3,000 people taken in, against their rows put into the same sealed store at once. */
export const benchmark = {
  id: 'roster-commit',
  unit: 'ms',
  target: 1.5,
  rounds: 7,
  /** @param {string} chromium */
  prepare: (chromium) => rosterSides(chromium, { ours: 'timeTakingIn', reference: 'timeBulkPut' }),
};
