import * as z from 'zod';
import { lineSchema, recordBase } from '../record/record';

/** A calendar day as `2026-04-01`. Never a `Date`: a day has no time zone. */
export const plainDateSchema = z.iso.date();
export type PlainDate = z.infer<typeof plainDateSchema>;

/** 年間評価, 半期, and what 職員課 names itself (特別評価 of 条件付採用 …). */
export const periodKinds = ['annual', 'half', 'special'] as const;
export const periodKindSchema = z.enum(periodKinds);
export type PeriodKind = z.infer<typeof periodKindSchema>;

/** The steps that have a deadline of their own. */
export const deadlineSteps = [
  'goalSetting',
  'goalAgreement',
  'selfEvaluation',
  'firstEvaluation',
  'secondEvaluation',
  'leveling',
  'confirmation',
  'disclosed',
] as const;
export type DeadlineStep = (typeof deadlineSteps)[number];

/** The last day of each step; a step without one has no deadline. */
export const deadlinesSchema = z.partialRecord(z.enum(deadlineSteps), plainDateSchema);
export type Deadlines = z.infer<typeof deadlinesSchema>;

/** Who is evaluated: everybody, or those whose 条件付採用 ends in the period. */
export const audienceSchema = z.enum(['everyone', 'probation']);

/** 評価期間. `fiscalYear` is the year in which its April lies. */
export const periodSchema = z.looseObject({
  ...recordBase,
  name: lineSchema,
  kind: periodKindSchema,
  fiscalYear: z.int().min(1989).max(2200),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
  deadlines: deadlinesSchema,
  /** Everybody where nothing is said. */
  audience: audienceSchema.optional(),
});
export type Period = z.infer<typeof periodSchema>;
