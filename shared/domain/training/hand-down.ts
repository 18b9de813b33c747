import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';

export const handDownStates = ['planned', 'doing', 'done'] as const;
export type HandDownState = (typeof handDownStates)[number];

/** 知識・技術の継承: what a veteran hands down, to whom, how and until when. */
export const handDownSchema = z.looseObject({
  ...recordBase,
  /** Whose knowledge it is. */
  giverId: idSchema,
  /** Who takes it over; null while only words say it (「係の全員」). */
  receiverId: idSchema.nullable(),
  receiverWords: lineSchema,
  knowledge: longTextSchema,
  how: longTextSchema,
  until: plainDateSchema.nullable(),
  state: z.enum(handDownStates),
  removed: z.boolean(),
});
export type HandDown = z.infer<typeof handDownSchema>;
