import * as z from 'zod';
import { frameworkSchema } from '../framework/framework';
import { idSchema, lineSchema, longTextSchema, recordBase, slugSchema } from '../record/record';
import { scoringRulesSchema } from '../scoring/scoring-rules';

/** A step of the rating scale, best first. */
export const scaleStepSchema = z.looseObject({
  rating: z.string().min(1).max(8),
  meaning: longTextSchema,
});
export const scaleSchema = z.looseObject({
  version: z.int().min(1),
  steps: z.array(scaleStepSchema).min(2).max(10),
});
export type Scale = z.infer<typeof scaleSchema>;

export const authorSchema = z.enum(['employee', 'first', 'second']);
/** Whose column of a sheet: 本人, 一次評価者, 二次評価者. */
export type Author = z.infer<typeof authorSchema>;

/** A free-text place of the sheet (育成, 総合所見) and who writes in it. */
export const remarkSchema = z.looseObject({
  id: slugSchema,
  name: lineSchema,
  authors: z.array(authorSchema).min(1),
  rated: z.boolean(),
});
export type Remark = z.infer<typeof remarkSchema>;

/** How many 個人目標 a sheet asks for; more are allowed, fewer are missing. */
export const goalCountSchema = z.object({
  least: z.int().min(0).max(30),
  most: z.int().min(1).max(30),
});
export type GoalCount = z.infer<typeof goalCountSchema>;

/** What the person sees of her evaluators' columns at 開示. */
export const disclosedColumnsSchema = z.object({
  first: z.boolean(),
  second: z.boolean(),
});

/** Steps that an office may leave out of the year. */
export const formStepsSchema = z.object({
  secondEvaluation: z.boolean(),
  /** 調整; off unless 職員課 turns it on. */
  leveling: z.boolean(),
});
export type FormSteps = z.infer<typeof formStepsSchema>;

/**
 * What a sheet asks, frozen when the sheet is made (design §6): a later change of the
 * framework or the scale makes a new form, and old sheets keep theirs. Rows are never
 * changed once a sheet points at them.
 */
export const formSchema = z.looseObject({
  ...recordBase,
  periodId: idSchema,
  /** The plan it was made of; none for a sheet that somebody began herself. */
  planId: idSchema.optional(),
  /** 様式名 and 様式番号 as printed. */
  title: lineSchema,
  formNumber: lineSchema,
  positionId: lineSchema,
  framework: frameworkSchema,
  frameworkSetVersion: z.int().min(1),
  scale: scaleSchema,
  sectionTitles: z.object({
    goals: lineSchema,
    ability: lineSchema,
    conduct: lineSchema,
    development: lineSchema,
    overall: lineSchema,
  }),
  development: z.array(remarkSchema),
  overall: z.array(remarkSchema),
  /** The policy's footnotes to the table, as printed under the items. */
  notes: z.array(z.looseObject({ text: longTextSchema, questionId: lineSchema.nullable() })),
  steps: formStepsSchema,
  goalCount: goalCountSchema,
  scoring: scoringRulesSchema,
});
export type Form = z.infer<typeof formSchema>;
