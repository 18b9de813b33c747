import * as z from 'zod';
import { idSchema, lineSchema, longTextSchema, recordBase, slugSchema } from '../record/record';

/** 自己分析, in the order it is asked. */
export const analysisFields = [
  'experience',
  'strengths',
  'challenges',
  'values',
  'wantTo',
  'canDo',
  'askedFor',
] as const;
export type AnalysisField = (typeof analysisFields)[number];

/** Years ahead for which ありたい姿 is drawn. */
export const visionYears = [1, 3, 5, 10] as const;
export const visionFields = ['in1', 'in3', 'in5', 'in10'] as const;
export type VisionField = (typeof visionFields)[number];

/** 専門性を高める, 管理職, 派遣・人事交流, 庁内公募. */
export const wishedPaths = ['specialist', 'manager', 'exchange', 'openCall'] as const;
export const wishedPathSchema = z.enum(wishedPaths);
export type WishedPath = z.infer<typeof wishedPathSchema>;

/** 研修, 職場研修(OJT), 自己啓発, 資格, 挑戦したい仕事. */
export const stepKinds = ['training', 'ojt', 'selfStudy', 'licence', 'work'] as const;
export const stepKindSchema = z.enum(stepKinds);
export type StepKind = z.infer<typeof stepKindSchema>;

export const stepStates = ['planned', 'doing', 'done', 'dropped'] as const;
export const stepStateSchema = z.enum(stepStates);
export type StepState = z.infer<typeof stepStateSchema>;

/** A level of 自己チェック: 3 is what the position asks, 5 the most. */
export const checkLevelSchema = z.int().min(1).max(5);

/** How a person sees herself in one item of the framework; THE row that training builds on. */
export const selfCheckSchema = z.looseObject({
  itemId: slugSchema,
  /** Against what her present position asks; null while she has not said. */
  present: checkLevelSchema.nullable(),
  /** Against what the position she wishes for asks. */
  wished: checkLevelSchema.nullable(),
});
export type SelfCheck = z.infer<typeof selfCheckSchema>;

/** A thing she will do. `due` and `doneOn` are as typed: a day, or words like 年度内. */
export const careerStepSchema = z.looseObject({
  id: idSchema,
  kind: stepKindSchema,
  text: longTextSchema,
  due: lineSchema,
  state: stepStateSchema,
  doneOn: lineSchema,
});
export type CareerStep = z.infer<typeof careerStepSchema>;

/** A draft is its writer's alone; a shared plan is read by her 上司 and 職員課 as it grows. */
export const planStateSchema = z.enum(['draft', 'shared']);

/** キャリアプラン: one person × one fiscal year. Only she writes it. */
export const careerPlanSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  fiscalYear: z.int().min(1989).max(2200),
  state: planStateSchema,
  /** The plan of an earlier year that it started from; null for a first one. */
  startedFrom: idSchema.nullable(),
  analysis: z.object({
    experience: longTextSchema,
    strengths: longTextSchema,
    challenges: longTextSchema,
    values: longTextSchema,
    wantTo: longTextSchema,
    canDo: longTextSchema,
    askedFor: longTextSchema,
  }),
  selfChecks: z.array(selfCheckSchema),
  /** The position of her framework that she aims at; null while none is named. */
  wishedPositionId: slugSchema.nullable(),
  vision: z.object({
    in1: longTextSchema,
    in3: longTextSchema,
    in5: longTextSchema,
    in10: longTextSchema,
  }),
  wishedPaths: z.array(wishedPathSchema),
  /** Which field of work, in her words. */
  wishedField: longTextSchema,
  /** The items that she wants to grow in, and what beyond them. */
  neededItemIds: z.array(slugSchema),
  neededText: longTextSchema,
  steps: z.array(careerStepSchema),
});
export type CareerPlan = z.infer<typeof careerPlanSchema>;
