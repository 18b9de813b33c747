import { undoSteps } from './0002-undo-steps';
import { roster } from './0003-roster';
import { year } from './0004-year';
import { talksAndCareers } from './0005-talks-and-careers';
import type { Migration } from './migration';

/**
 * Every step since the first release, in order; never edited once shipped. Schema 1 is
 * the first and needs none.
 */
export const migrations: readonly Migration[] = [undoSteps, roster, year, talksAndCareers];
