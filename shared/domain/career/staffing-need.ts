import * as z from 'zod';
import { idSchema, lineSchema, longTextSchema, recordBase, slugSchema } from '../record/record';
import { workFieldSchema } from './work-field';

/** キャリア人材配置要求調査: the abilities and the experience that a unit asks for. */
export const staffingNeedSchema = z.looseObject({
  ...recordBase,
  orgUnitId: idSchema,
  fiscalYear: z.int().min(1989).max(2200),
  state: z.enum(['draft', 'handedIn']),
  /** 求める人数 as typed. */
  people: lineSchema,
  /** What they are to do. */
  work: longTextSchema,
  reason: longTextSchema,
  itemIds: z.array(slugSchema),
  fields: z.array(workFieldSchema),
  /** Licences and experience beyond the fields. */
  experience: longTextSchema,
  removed: z.boolean(),
});
export type StaffingNeed = z.infer<typeof staffingNeedSchema>;
