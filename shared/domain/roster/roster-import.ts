import * as z from 'zod';
import { idSchema, instantSchema, lineSchema, recordBase } from '../record/record';
import { staffMemberSchema } from '../staff/staff-member';

/** A roster that was taken in, with what it needs to be taken back. */
export const rosterImportSchema = z.looseObject({
  ...recordBase,
  fileName: lineSchema,
  takenAt: instantSchema,
  addedStaff: z.array(idSchema),
  addedUnits: z.array(idSchema),
  /** Those whom it changed, as they were. */
  changedStaff: z.array(staffMemberSchema),
  undoneAt: instantSchema.nullable(),
});
export type RosterImport = z.infer<typeof rosterImportSchema>;
