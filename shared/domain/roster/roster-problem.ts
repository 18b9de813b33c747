import type { RosterColumn } from './roster-columns';

/**
 * What is wrong in a roster, at a row of the file (its first is 1) and a column.
 * A `fault` keeps the whole file out; a `gap` is said and may be left.
 */
export type RosterProblem = {
  weight: 'fault' | 'gap';
  row: number | null;
  column: RosterColumn | null;
  message: string;
};

/** The row of the file at which a person's main post stands, for what is said about her. */
export type RowOf = (number: string) => number | null;
