import * as z from 'zod';
import {
  idSchema,
  instantSchema,
  lineSchema,
  longTextSchema,
  recordBase,
  slugSchema,
} from '../record/record';

/** A step of the policy's table. `rank` orders steps; a variant shares its step's rank. */
export const positionSchema = z.looseObject({
  id: slugSchema,
  name: lineSchema,
  grades: lineSchema.nullable(),
  rank: z.int().min(1),
  variantOf: lineSchema.nullable(),
  manager: z.boolean(),
  role: longTextSchema,
});
export type Position = z.infer<typeof positionSchema>;

export const frameworkItemSchema = z.looseObject({
  id: slugSchema,
  name: lineSchema,
  kind: z.enum(['ability', 'conduct']),
});
export type FrameworkItem = z.infer<typeof frameworkItemSchema>;

/**
 * One merged cell of the table: these items, at these positions, ask this. `confirm` is
 * the question 職員課 has to settle before the first hand-out.
 */
export const expectationCellSchema = z.looseObject({
  items: z.array(lineSchema).min(1),
  positions: z.array(lineSchema).min(1),
  text: longTextSchema,
  confirm: longTextSchema.optional(),
});
export type ExpectationCell = z.infer<typeof expectationCellSchema>;

export const frameworkSchema = z.looseObject({
  id: slugSchema,
  name: lineSchema,
  positions: z.array(positionSchema).min(1),
  items: z.array(frameworkItemSchema),
  cells: z.array(expectationCellSchema),
});
export type Framework = z.infer<typeof frameworkSchema>;

export const frameworkRuleSchema = z.looseObject({
  text: longTextSchema,
  confirm: longTextSchema.optional(),
});

/** The policy's ability tables as published, all of them together, as one version. */
export const policyTablesSchema = z.looseObject({
  source: longTextSchema,
  reading: longTextSchema,
  heading: longTextSchema,
  rules: z.array(frameworkRuleSchema),
  frameworks: z.array(frameworkSchema).min(1),
});
export type PolicyTables = z.infer<typeof policyTablesSchema>;

/** 職員課's answer to one open question; `text` is the wording that holds from then on. */
export const settlementSchema = z.looseObject({
  questionId: lineSchema,
  text: longTextSchema,
  settledAt: instantSchema,
  settledBy: idSchema,
});
export type Settlement = z.infer<typeof settlementSchema>;

/** A stored version of the policy's tables with what 職員課 has settled so far. */
export const frameworkSetSchema = z.looseObject({
  ...recordBase,
  version: z.int().min(1),
  tables: policyTablesSchema,
  settlements: z.array(settlementSchema),
});
export type FrameworkSet = z.infer<typeof frameworkSetSchema>;
