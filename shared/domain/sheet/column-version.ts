import * as z from 'zod';
import { authorSchema } from '../form/form';
import { idSchema, recordBase } from '../record/record';
import { sheetEntrySchema, stageSchema } from './sheet';

/**
 * A column as it was when its author handed it in. Kept at every hand-in, so that what
 * was agreed, or sent back, can still be read beside what it became.
 */
export const columnVersionSchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  author: authorSchema,
  /** The stage it was handed in from. */
  stage: stageSchema,
  /** The sheet's `stageRevision` after it was handed in. */
  stageRevision: z.int().min(1),
  entries: z.array(sheetEntrySchema),
});
export type ColumnVersion = z.infer<typeof columnVersionSchema>;
