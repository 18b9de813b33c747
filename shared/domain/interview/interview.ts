import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, instantSchema, longTextSchema, recordBase } from '../record/record';

/** 期首, 期中, 期末. */
export const interviewKinds = ['start', 'middle', 'end'] as const;
export const interviewKindSchema = z.enum(interviewKinds);
export type InterviewKind = z.infer<typeof interviewKindSchema>;

export const agreementSchema = z.looseObject({ staffId: idSchema, agreedAt: instantSchema });

/** 評価者面談 about one sheet, written down by the evaluator and agreed by both. */
export const interviewSchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  kind: interviewKindSchema,
  /** Who held it. */
  evaluatorId: idSchema,
  heldOn: plainDateSchema.nullable(),
  minutes: z.int().min(0).max(1_440).nullable(),
  text: longTextSchema,
  /** Who has said that the text is right; a change of the text empties it. */
  agreements: z.array(agreementSchema),
  /** A change has emptied agreements, and nobody has agreed since. */
  agreementsLapsed: z.boolean(),
});
export type Interview = z.infer<typeof interviewSchema>;
