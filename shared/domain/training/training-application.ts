import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, longTextSchema, recordBase } from '../record/record';

export const applicationStates = [
  'draft',
  'applied',
  'recommended',
  'accepted',
  'declined',
  'attended',
  'absent',
  'reported',
  'withdrawn',
] as const;
export const applicationStateSchema = z.enum(applicationStates);
export type ApplicationState = z.infer<typeof applicationStateSchema>;

/** One person and one call: from the application to what she makes of it. */
export const trainingApplicationSchema = z.looseObject({
  ...recordBase,
  callId: idSchema,
  staffId: idSchema,
  /** 本人の申込, 所属長の推薦, or 職員課 who names those that a course is for. */
  route: z.enum(['self', 'head', 'hr']),
  state: applicationStateSchema,
  reason: longTextSchema,
  /** 申請額 in yen, where a kind asks for it. */
  amount: z.int().min(0).max(1_000_000_000).nullable(),
  /** The members of a 自主研究グループ. */
  members: longTextSchema,
  /** The head's, for 職員課; the person never reads it. */
  opinion: longTextSchema,
  /** 職員課's word with the decision. */
  decisionNote: longTextSchema,
  /** 受講報告, and what of it she will use. */
  report: longTextSchema,
  use: longTextSchema,
  appliedOn: plainDateSchema.nullable(),
  recommendedOn: plainDateSchema.nullable(),
  recommendedBy: idSchema.nullable(),
  decidedOn: plainDateSchema.nullable(),
  reportedOn: plainDateSchema.nullable(),
});
export type TrainingApplication = z.infer<typeof trainingApplicationSchema>;

/** What a text field of an application may be changed to. */
export type ApplicationPatch = Partial<
  Pick<
    TrainingApplication,
    'reason' | 'amount' | 'members' | 'opinion' | 'decisionNote' | 'report' | 'use'
  >
>;
