import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, longTextSchema, recordBase } from '../record/record';
import { partIdSchema } from '../sheet/sheet';
import type { SheetAccess } from '../sheet/stage-rules';

export const logPhases = ['plan', 'do', 'check', 'action'] as const;
export const logPhaseSchema = z.enum(logPhases);
export type LogPhase = z.infer<typeof logPhaseSchema>;

export const logPhaseLabels: Readonly<Record<LogPhase, string>> = {
  plan: '計画',
  do: '実行',
  check: '確認',
  action: '改善',
};

/** 改善, 市民の声・現場, 提案. */
export const logTags = ['improvement', 'citizens', 'proposal'] as const;
export const logTagSchema = z.enum(logTags);
export type LogTag = z.infer<typeof logTagSchema>;

export const logTagLabels: Readonly<Record<LogTag, string>> = {
  improvement: '改善',
  citizens: '市民の声・現場',
  proposal: '提案',
};

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

/** The person writes them as long as she prepares her result: until she hands it in. */
export function mayWriteGoalLogs(access: SheetAccess): boolean {
  return access.goals.writes.includes('employee');
}

/**
 * What this reader may have of them, the earliest day first: whoever may read what the goals
 * say. What was taken off is the person's alone, as long as she can bring it back.
 */
export function readableGoalLogs(logs: readonly GoalLog[], access: SheetAccess): GoalLog[] {
  if (!access.goalPlan.reads.includes('employee')) return [];
  return logs
    .filter(({ removed }) => !removed || mayWriteGoalLogs(access))
    .toSorted(
      (left, right) =>
        left.happenedOn.localeCompare(right.happenedOn) || (left.id < right.id ? -1 : 1),
    );
}
