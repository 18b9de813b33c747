import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, longTextSchema, recordBase } from '../record/record';
import { partIdSchema } from '../sheet/sheet';

/** 良かったこと, 改善したいこと, どちらでもない. */
export const noteToneSchema = z.enum(['good', 'improve', 'neutral']);
export type NoteTone = z.infer<typeof noteToneSchema>;

/**
 * 職務行動記録: what a person was seen to do. It is its writer's alone: in no other
 * person's lists, search, papers or files, and neither is the fact that it exists.
 */
export const conductNoteSchema = z.looseObject({
  ...recordBase,
  writerId: idSchema,
  /** Whom it is about; may be the writer herself. Null as long as nobody is chosen. */
  staffId: idSchema.nullable(),
  happenedOn: plainDateSchema,
  text: longTextSchema,
  tone: noteToneSchema,
  /** The items or goals it speaks of. */
  partIds: z.array(partIdSchema),
  /** Taken out of the list; the row stays, so that it can be brought back. */
  removed: z.boolean(),
});
export type ConductNote = z.infer<typeof conductNoteSchema>;
