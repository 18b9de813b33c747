import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';
import { workFieldSchema } from './work-field';

/** Proposed by the person until 職員課 has confirmed it. */
export const postStateSchema = z.enum(['proposed', 'confirmed']);

/** A post that a person holds or has held (職歴). Names are as they were at that time. */
export const postSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  /** Null for a unit that there is no longer, or of another office. */
  unitId: idSchema.nullable(),
  unitName: lineSchema,
  positionName: lineSchema,
  jobTitle: lineSchema,
  duties: longTextSchema,
  field: workFieldSchema.nullable(),
  from: plainDateSchema,
  /** The last day; null for a post she holds today. */
  to: plainDateSchema.nullable(),
  /** 兼務: held beside her main post, so that it may lie over one. */
  concurrent: z.boolean(),
  state: postStateSchema,
  /** Taken out of the history; the row stays, so that it can be brought back. */
  removed: z.boolean(),
});
export type Post = z.infer<typeof postSchema>;
