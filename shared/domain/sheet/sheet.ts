import * as z from 'zod';
import { authorSchema, disclosedColumnsSchema } from '../form/form';
import { plainDateSchema } from '../period/period';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';
import { proxySchema } from './proxy-rules';

/**
 * Where a sheet stands: what is being done, in the order of the year. Who reads and writes
 * at each is in `stage-rules.ts`, who moves it on in `stage-moves.ts`.
 */
export const stages = [
  'goalSetting',
  'goalAgreement',
  'inProgress',
  'selfEvaluation',
  'firstEvaluation',
  'secondEvaluation',
  'leveling',
  'confirmation',
  'confirmed',
  'disclosed',
  'completed',
  'exempt',
] as const;
export const stageSchema = z.enum(stages);
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
  /** Only of somebody who works short hours (短時間勤務), as the roster says it. */
  shortHours: lineSchema.exactOptional(),
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
  /** Counts the moves of the stage: of two copies of a sheet the higher one is newer. */
  stageRevision: z.int().min(0),
  /** Steps that 職員課 leaves out for this person alone. */
  skippedStages: z.array(stageSchema),
  /** Where it stood when it left the year as 評価の対象外; null otherwise. */
  exemptedFrom: stageSchema.nullable(),
  /** 開示日; null before it is disclosed. */
  disclosedOn: plainDateSchema.nullable(),
  /** What the person sees of her evaluators' columns at 開示. */
  disclosedColumns: disclosedColumnsSchema,
  /** Who of 職員課 alone handles the sheet of a person of 職員課; null: all of 職員課. */
  handlerId: idSchema.nullable(),
  /** 代理入力, where 職員課 has ever decided it. */
  proxy: proxySchema.exactOptional(),
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

/** 重要度: ◎ specially important, △ minor. */
export const importanceSchema = z.enum(['high', 'normal', 'low']);
export type Importance = z.infer<typeof importanceSchema>;

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
  /** Why it is ◎ or △. */
  difficultyReason: longTextSchema,
  importance: importanceSchema,
  /** 上位職相当への挑戦: the policy asks that it is rated for its content. */
  challenge: z.boolean(),
  /** The goal of the unit that this one serves; null when none is named. */
  unitGoalId: idSchema.nullable(),
});
export type GoalPlan = z.infer<typeof goalPlanSchema>;

export const goalFields = Object.keys(
  goalPlanSchema.shape,
) as (keyof typeof goalPlanSchema.shape)[];

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
