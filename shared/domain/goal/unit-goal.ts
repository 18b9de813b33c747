import * as z from 'zod';
import { idSchema, longTextSchema, recordBase } from '../record/record';

/** 組織目標: what a unit sets itself for a period; entered by its head, shown to its people. */
export const unitGoalSchema = z.looseObject({
  ...recordBase,
  periodId: idSchema,
  orgUnitId: idSchema,
  order: z.int(),
  content: longTextSchema,
  /** A goal taken off; the row stays, because individual goals may be linked to it. */
  removed: z.boolean(),
});
export type UnitGoal = z.infer<typeof unitGoalSchema>;
