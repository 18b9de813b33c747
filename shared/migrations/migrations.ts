import type { Migration } from './migration';

/**
 * Every step since the first release, in order; never edited once shipped. Schema 1 is
 * the first, so there is no step yet.
 */
export const migrations: readonly Migration[] = [];
