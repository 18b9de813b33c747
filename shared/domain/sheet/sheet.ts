import * as z from 'zod';
import { authorSchema } from '../form/form';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';

/** Where a sheet stands. The rules of each stage are in `stage-rules.ts`. */
export const stageSchema = z.enum(['drafting', 'disclosed']);
export type Stage = z.infer<typeof stageSchema>;

/** The person as she was when the sheet was made; later moves do not change it. */
export const staffSnapshotSchema = z.looseObject({
  number: lineSchema,
  name: lineSchema,
  kana: lineSchema,
  /** The unit itself, because names change; the path is what is shown and printed. */
  orgUnitId: idSchema,
  /** From the department down, e.g. `['市民部', '市民課', '市民係']`. */
  orgUnitPath: z.array(lineSchema),
  positionName: lineSchema,
  grade: lineSchema,
  jobTitle: lineSchema,
});
export type StaffSnapshot = z.infer<typeof staffSnapshotSchema>;

export const evaluatorSnapshotSchema = z.looseObject({
  staffId: idSchema,
  name: lineSchema,
  jobTitle: lineSchema,
});
export type EvaluatorSnapshot = z.infer<typeof evaluatorSnapshotSchema>;

export const progressSchema = z.object({
  filled: z.int().min(0),
  total: z.int().min(0),
});
export type Progress = z.infer<typeof progressSchema>;

/** The small header row of a sheet: lists read this and never unseal entries. */
export const sheetSchema = z.looseObject({
  ...recordBase,
  periodId: idSchema,
  staffId: idSchema,
  formId: idSchema,
  stage: stageSchema,
  staff: staffSnapshotSchema,
  firstEvaluator: evaluatorSnapshotSchema.nullable(),
  secondEvaluator: evaluatorSnapshotSchema.nullable(),
  progress: z.object({
    employee: progressSchema,
    first: progressSchema,
    second: progressSchema,
  }),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** 困難度: ◎ too hard to expect of everyone in the post, △ easy. */
export const difficultySchema = z.enum(['high', 'normal', 'low']);
export type Difficulty = z.infer<typeof difficultySchema>;

/** What the person sets herself to do; written by the employee in a goal part. */
export const goalPlanSchema = z.looseObject({
  order: z.int(),
  content: longTextSchema,
  deadline: lineSchema,
  level: longTextSchema,
  method: longTextSchema,
  /** Share in per cent as typed; empty while undecided. */
  weight: lineSchema,
  difficulty: difficultySchema,
});
export type GoalPlan = z.infer<typeof goalPlanSchema>;

/**
 * `goal/<uuid>`, `item/<framework item id>`, `development/<remark id>`,
 * `overall/<remark id>` (see `part.ts`).
 */
export const partIdSchema = z
  .string()
  .max(200)
  .regex(/^(goal|item|development|overall)\/[\w-]+$/u);
export type PartId = z.infer<typeof partIdSchema>;

/**
 * What one author wrote in one part. One row each, so that a package can hold exactly
 * what its receiver may see, and two people never write the same row.
 * `revision` counts the author's own changes.
 */
export const sheetEntrySchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  partId: partIdSchema,
  author: authorSchema,
  revision: z.int().min(1),
  rating: z.string().max(8).nullable(),
  text: longTextSchema,
  /** Only in the employee's entry of a goal part. */
  goal: goalPlanSchema.nullable(),
  /** A goal taken off the sheet; the row stays, so that it can be brought back. */
  removed: z.boolean(),
});
export type SheetEntry = z.infer<typeof sheetEntrySchema>;
