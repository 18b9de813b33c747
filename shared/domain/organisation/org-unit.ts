import * as z from 'zod';
import { idSchema, lineSchema, recordBase } from '../record/record';

/** 所属: department 部 → division 課 → section 係. */
export const orgUnitSchema = z.looseObject({
  ...recordBase,
  name: lineSchema,
  kind: z.enum(['department', 'division', 'section']),
  parentId: idSchema.nullable(),
  order: z.int(),
});
export type OrgUnit = z.infer<typeof orgUnitSchema>;
