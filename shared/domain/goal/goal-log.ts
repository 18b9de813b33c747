import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, longTextSchema, recordBase } from '../record/record';
import { partIdSchema } from '../sheet/sheet';

export const logPhases = ['plan', 'do', 'check', 'action'] as const;
export const logPhaseSchema = z.enum(logPhases);
export type LogPhase = z.infer<typeof logPhaseSchema>;

/** 改善, 市民の声・現場, 提案. */
export const logTags = ['improvement', 'citizens', 'proposal'] as const;
export const logTagSchema = z.enum(logTags);
export type LogTag = z.infer<typeof logTagSchema>;

/** A step of PLAN–DO–CHECK–ACTION on one goal, written by the person herself. */
export const goalLogSchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  partId: partIdSchema,
  phase: logPhaseSchema,
  happenedOn: plainDateSchema,
  tags: z.array(logTagSchema),
  text: longTextSchema,
  removed: z.boolean(),
});
export type GoalLog = z.infer<typeof goalLogSchema>;
