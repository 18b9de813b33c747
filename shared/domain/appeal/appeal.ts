import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';

/** 記入中, 申出済み, 審査中, 結果通知済み, 取り下げ. */
export const appealStates = ['draft', 'filed', 'examined', 'decided', 'withdrawn'] as const;
export const appealStateSchema = z.enum(appealStates);
export type AppealState = z.infer<typeof appealStateSchema>;

/** What 職員課 asked one evaluator to state, and what she stated. */
export const appealStatementSchema = z.looseObject({
  evaluatorId: idSchema,
  evaluatorName: lineSchema,
  question: longTextSchema,
  askedOn: plainDateSchema,
  text: longTextSchema,
  statedOn: plainDateSchema.nullable(),
});
export type AppealStatement = z.infer<typeof appealStatementSchema>;

export const appealEvidenceSchema = z.looseObject({
  title: lineSchema,
  text: longTextSchema,
  /** What 職員課 has added is not shown to the person. */
  addedBy: z.enum(['employee', 'hr']),
});
export type AppealEvidence = z.infer<typeof appealEvidenceSchema>;

/**
 * 不服申出 to 人事評価調査会. No evaluator learns of it until 職員課 asks her for a
 * statement, and then only what she is asked.
 */
export const appealSchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  staffId: idSchema,
  state: appealStateSchema,
  text: longTextSchema,
  filedOn: plainDateSchema.nullable(),
  /** What the person, or 職員課, lays before the 調査会. */
  evidence: z.array(appealEvidenceSchema),
  statements: z.array(appealStatementSchema),
  /** The person reads it once it is decided. */
  result: longTextSchema,
  decidedOn: plainDateSchema.nullable(),
});
export type Appeal = z.infer<typeof appealSchema>;
