import * as z from 'zod';
import { idSchema, lineSchema, longTextSchema, recordBase } from '../record/record';
import { stageSchema } from './sheet';
import { moveActions } from './stage-moves';
import type { Viewer } from './stage-rules';

/** 代理入力 is decided and ended; the sheet stays where it is. */
export const proxyActions = ['allowProxy', 'endProxy'] as const;
/** What is decided about a sheet and moves it nowhere; 「最新に更新」 is among it. */
const decisions = [...proxyActions, 'renew'] as const;
export type Decision = (typeof decisions)[number];
const sheetEventActions = [...moveActions, ...decisions] as const;

/** One move of a sheet, or a decision about it: who, when (`updatedAt`), from, to, why. Never changed once written. */
export const sheetEventSchema = z.looseObject({
  ...recordBase,
  sheetId: idSchema,
  action: z.enum(sheetEventActions),
  from: stageSchema,
  to: stageSchema,
  /** The sheet's `stageRevision` after it. */
  stageRevision: z.int().min(1),
  byName: lineSchema,
  /** For whom it was done by 代理入力. */
  forName: lineSchema.exactOptional(),
  reason: longTextSchema,
});
export type SheetEvent = z.infer<typeof sheetEventSchema>;

/** Whether it moved nothing. */
export function isDecision(action: SheetEvent['action']): action is Decision {
  return decisions.some((one) => one === action);
}

/** What passes between evaluators and 職員課 can give away a rating: never the person's. */
const keptFromEmployee: readonly SheetEvent['action'][] = [
  'returnFirstEvaluation',
  'askForReevaluation',
];

/** Why somebody is 評価の対象外 is for 職員課 and herself alone. */
const keptFromEvaluators: readonly SheetEvent['action'][] = [
  'exempt',
  'includeAgain',
  'skip',
  // Why somebody cannot type in herself is nobody else's either.
  ...proxyActions,
];

const disclosedStages: readonly SheetEvent['from'][] = ['disclosed', 'completed'];

/** The history as this viewer may know it, oldest first. Nobody who has no part: nothing. */
export function readableEvents(events: readonly SheetEvent[], viewer: Viewer): SheetEvent[] {
  if (viewer.length === 0) return [];
  const isEmployee = viewer.includes('employee');
  return events
    .filter(({ action }) => !isEmployee || !keptFromEmployee.includes(action))
    .map((event) => (mayKnowWhy(event, viewer, isEmployee) ? event : { ...event, reason: '' }))
    .toSorted((left, right) => left.stageRevision - right.stageRevision);
}

function mayKnowWhy(event: SheetEvent, viewer: Viewer, isEmployee: boolean): boolean {
  // Why a step was left out may speak of the health of whoever should have done it.
  if (isEmployee && event.action === 'skip') return false;
  // Reopened before 開示, the reason speaks of what she has not seen.
  if (isEmployee) return event.action !== 'reopen' || disclosedStages.includes(event.from);
  return viewer.includes('hr') || !keptFromEvaluators.includes(event.action);
}
