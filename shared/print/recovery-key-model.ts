import * as z from 'zod';
import { lineSchema } from '../domain/record/record';
import { printedAtSchema } from './printed-at';

/** The sheet of paper that holds the recovery key, to be kept in a locked place. */
export const recoveryKeyModelSchema = z.object({
  kind: z.literal('recovery-key'),
  /** Groups of the key in order, each printed with its number. */
  groups: z.array(z.string().regex(/^[0-9A-Z]{4}$/u)).min(1),
  ownerName: lineSchema,
  ownerNumber: lineSchema,
  orgUnit: lineSchema,
  printedAt: printedAtSchema,
});
export type RecoveryKeyModel = z.infer<typeof recoveryKeyModelSchema>;
