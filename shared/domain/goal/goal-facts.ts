import type { Id } from '../record/record';
import type { SheetEntry } from '../sheet/sheet';

/** A goal of the unit as it stands beside the individual ones. */
export type NamedUnitGoal = { id: Id; unitName: string; content: string; removed: boolean };

/** What stands around the goals of a sheet, as far as its reader may know of it. */
export type GoalFacts = {
  /** The goals as they were agreed; null where nothing was. */
  agreed: readonly SheetEntry[] | null;
  /** Of the person's unit and those above it, from the department down, in their order. */
  unitGoals: readonly NamedUnitGoal[];
};

export const noGoalFacts: GoalFacts = { agreed: null, unitGoals: [] };
