import type { Sheet } from '../sheet/sheet';
import type { Viewer } from '../sheet/stage-rules';
import type { Appeal, AppealState, AppealStatement } from './appeal';

export const appealActions = [
  'write',
  'file',
  'withdraw',
  'examine',
  'ask',
  'record',
  'decide',
] as const;
export type AppealAction = (typeof appealActions)[number];
export type AppealRole = 'employee' | 'hr';

type AppealRule = { by: AppealRole; from: readonly AppealState[]; to: AppealState | 'same' };

/** THE table of an appeal: what is done by whom, in which state, and what it becomes. */
export const appealRules: Readonly<Record<AppealAction, AppealRule>> = {
  write: { by: 'employee', from: ['draft'], to: 'same' },
  file: { by: 'employee', from: ['draft'], to: 'filed' },
  withdraw: { by: 'employee', from: ['filed', 'examined'], to: 'withdrawn' },
  examine: { by: 'hr', from: ['filed'], to: 'examined' },
  ask: { by: 'hr', from: ['examined'], to: 'same' },
  // Evidence and the result, while it is examined.
  record: { by: 'hr', from: ['examined'], to: 'same' },
  decide: { by: 'hr', from: ['examined'], to: 'decided' },
};

/**
 * As what somebody meets the appeals of a sheet; null for everybody who may not know of
 * any. Of 職員課, whoever evaluates the person has no part in her appeal.
 */
export function appealRoleOf(viewer: Viewer): AppealRole | null {
  if (viewer.includes('employee')) return 'employee';
  const evaluates = viewer.includes('first') || viewer.includes('second');
  return viewer.includes('hr') && !evaluates ? 'hr' : null;
}

/** Whether this role may do it now. */
export function mayDo(action: AppealAction, role: AppealRole | null, state: AppealState): boolean {
  const rule = appealRules[action];
  return rule.by === role && rule.from.includes(state);
}

/** What an appeal is after an action. */
export function stateAfter(action: AppealAction, state: AppealState): AppealState {
  const { to } = appealRules[action];
  return to === 'same' ? state : to;
}

/**
 * The appeal as this role may have it; null where she may not know of it. A draft is the
 * person's alone; one that she took back stays on 職員課's record. She reads the result once it
 * is decided.
 */
export function readableAppeal(appeal: Appeal, role: AppealRole | null): Appeal | null {
  if (role === 'hr') return appeal.state === 'draft' ? null : appeal;
  if (role === null) return null;
  const isDecided = appeal.state === 'decided';
  return {
    ...appeal,
    evidence: appeal.evidence.filter(({ addedBy }) => addedBy === 'employee'),
    statements: [],
    result: isDecided ? appeal.result : '',
    decidedOn: isDecided ? appeal.decidedOn : null,
  };
}

/** What an asked evaluator has of an appeal: the question and her own answer. */
export function statementOf(appeal: Appeal, staffId: string): AppealStatement | null {
  const isOpen = appeal.state === 'examined';
  const asked = appeal.statements.find(({ evaluatorId }) => evaluatorId === staffId);
  return isOpen && asked !== undefined ? asked : null;
}

/** Whether an appeal stands in the way of another one about the same result. */
export function isStanding(
  { state, filedOn }: Pick<Appeal, 'state' | 'filedOn'>,
  { disclosedOn }: Pick<Sheet, 'disclosedOn'>,
): boolean {
  // A result that was disclosed anew after the decision is another one.
  const isOfEarlier =
    state === 'decided' && filedOn !== null && disclosedOn !== null && filedOn < disclosedOn;
  return state !== 'withdrawn' && !isOfEarlier;
}
