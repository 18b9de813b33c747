import * as z from 'zod';
import { idSchema, longTextSchema, recordBase } from '../record/record';

/** 一次評価者, 二次評価者, and who is consulted where a person holds posts of two appointers. */
export const evaluatorRoles = ['first', 'second', 'consulted'] as const;
export const evaluatorRoleSchema = z.enum(evaluatorRoles);
export type EvaluatorRole = z.infer<typeof evaluatorRoleSchema>;

/** Who evaluates a person, from a day on; until a day, both included, or with no end said. */
export const evaluatorAssignmentSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  role: evaluatorRoleSchema,
  evaluatorId: idSchema,
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  remark: longTextSchema,
});
export type EvaluatorAssignment = z.infer<typeof evaluatorAssignmentSchema>;
