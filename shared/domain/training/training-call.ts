import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import {
  idSchema,
  instantSchema,
  lineSchema,
  longTextSchema,
  recordBase,
  slugSchema,
} from '../record/record';

/** 研修, 庁内公募, 職場研修の経費, 自主研究グループへの補助: what one mechanism serves. */
export const callKinds = ['course', 'posting', 'ojtCost', 'studyGroup'] as const;
export const callKindSchema = z.enum(callKinds);
export type CallKind = z.infer<typeof callKindSchema>;

/** 基本研修, 特別研修, 派遣研修, 職場研修(OJT), 自己啓発, 自主研究グループ. */
export const trainingKinds = ['basic', 'special', 'dispatch', 'ojt', 'self', 'studyGroup'] as const;
export const trainingKindSchema = z.enum(trainingKinds);
export type TrainingKind = z.infer<typeof trainingKindSchema>;

/** In the plan only, open for applications, and over. */
export const callStateSchema = z.enum(['planned', 'open', 'closed']);
export type CallState = z.infer<typeof callStateSchema>;

export const hoursSchema = z.number().min(0).max(10_000);

/** A course of the yearly plan or another call of 職員課, and whether it takes applications. */
export const trainingCallSchema = z.looseObject({
  ...recordBase,
  fiscalYear: z.int(),
  kind: callKindSchema,
  /** What its record will be of; null where nothing is learned by taking part (庁内公募). */
  trainingKind: trainingKindSchema.nullable(),
  title: lineSchema,
  /** 対象, in words. */
  audience: lineSchema,
  startsOn: plainDateSchema.nullable(),
  endsOn: plainDateSchema.nullable(),
  hours: hoursSchema.nullable(),
  seats: z.int().min(0).max(100_000).nullable(),
  /** The abilities it serves, by their ids in all frameworks that have them. */
  itemIds: z.array(slugSchema),
  guidance: longTextSchema,
  /** The last day on which a person or her head may apply. */
  applyBy: plainDateSchema.nullable(),
  state: callStateSchema,
});
export type TrainingCall = z.infer<typeof trainingCallSchema>;

/** A plan that was taken in, with what it needs to be taken back. */
export const trainingPlanImportSchema = z.looseObject({
  ...recordBase,
  fileName: lineSchema,
  fiscalYear: z.int(),
  takenAt: instantSchema,
  addedCalls: z.array(idSchema),
  /** Those whom it changed, as they were. */
  changedCalls: z.array(trainingCallSchema),
  undoneAt: instantSchema.nullable(),
});
export type TrainingPlanImport = z.infer<typeof trainingPlanImportSchema>;
