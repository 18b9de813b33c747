import type { Author, FormSteps } from '../form/form';
import { type DeadlineStep, deadlineSteps } from '../period/period';
import type { Sheet, Stage } from './sheet';
import type { Viewer, ViewerRole } from './stage-rules';

/** Everything that moves a sheet from one stage to another. */
export const moveActions = [
  'handInGoals',
  'agreeGoals',
  'returnGoals',
  'beginSelfEvaluation',
  'handInSelfEvaluation',
  'returnSelfEvaluation',
  'handInFirstEvaluation',
  'returnFirstEvaluation',
  'handInSecondEvaluation',
  'askForReevaluation',
  'finishLeveling',
  'confirm',
  'disclose',
  'complete',
  'reopen',
  'skip',
  'exempt',
  'includeAgain',
] as const;
export type MoveAction = (typeof moveActions)[number];

/** What a move asks before it is done. */
type MoveRule = {
  from: readonly Stage[];
  by: readonly ViewerRole[];
  /** The stage it leads to; `onward` is the next one that this sheet has. */
  to: Stage | 'onward' | 'chosen';
  /** Says to the next person, and to the history, why. */
  needsReason: boolean;
  /** Whose column is handed in by it: what of it is due must be there. */
  hands?: Author;
};

const running: readonly Stage[] = [
  'goalSetting',
  'goalAgreement',
  'inProgress',
  'selfEvaluation',
  'firstEvaluation',
  'secondEvaluation',
  'leveling',
  'confirmation',
  'confirmed',
];

/** THE table of moves: from where, by whom, to where. Add a move here and nowhere else. */
export const moveRules: Readonly<Record<MoveAction, MoveRule>> = {
  handInGoals: {
    from: ['goalSetting'],
    by: ['employee'],
    to: 'onward',
    needsReason: false,
    hands: 'employee',
  },
  agreeGoals: { from: ['goalAgreement'], by: ['first'], to: 'onward', needsReason: false },
  returnGoals: { from: ['goalAgreement'], by: ['first'], to: 'goalSetting', needsReason: true },
  beginSelfEvaluation: {
    from: ['inProgress'],
    by: ['employee', 'hr'],
    to: 'onward',
    needsReason: false,
  },
  handInSelfEvaluation: {
    from: ['selfEvaluation'],
    by: ['employee'],
    to: 'onward',
    needsReason: false,
    hands: 'employee',
  },
  returnSelfEvaluation: {
    from: ['firstEvaluation'],
    by: ['first'],
    to: 'selfEvaluation',
    needsReason: true,
  },
  handInFirstEvaluation: {
    from: ['firstEvaluation'],
    by: ['first'],
    to: 'onward',
    needsReason: false,
    hands: 'first',
  },
  returnFirstEvaluation: {
    from: ['secondEvaluation'],
    by: ['second'],
    to: 'firstEvaluation',
    needsReason: true,
  },
  handInSecondEvaluation: {
    from: ['secondEvaluation'],
    by: ['second'],
    to: 'onward',
    needsReason: false,
    hands: 'second',
  },
  askForReevaluation: {
    from: ['leveling', 'confirmation'],
    by: ['hr'],
    to: 'chosen',
    needsReason: true,
  },
  finishLeveling: { from: ['leveling'], by: ['hr'], to: 'onward', needsReason: false },
  confirm: { from: ['confirmation'], by: ['hr'], to: 'onward', needsReason: false },
  disclose: { from: ['confirmed'], by: ['hr'], to: 'onward', needsReason: false },
  complete: { from: ['disclosed'], by: ['first', 'hr'], to: 'onward', needsReason: false },
  reopen: {
    from: ['confirmed', 'disclosed', 'completed'],
    by: ['hr'],
    to: 'chosen',
    needsReason: true,
  },
  skip: {
    from: ['goalAgreement', 'selfEvaluation', 'firstEvaluation', 'secondEvaluation'],
    by: ['hr'],
    to: 'onward',
    needsReason: true,
  },
  exempt: { from: running, by: ['hr'], to: 'exempt', needsReason: true },
  includeAgain: { from: ['exempt'], by: ['hr'], to: 'chosen', needsReason: true },
};

/** The stages of a year in their order; 評価の対象外 stands outside it. */
const yearOrder: readonly Stage[] = [...running, 'disclosed', 'completed'];

type Route = Pick<
  Sheet,
  'skippedStages' | 'exemptedFrom' | 'firstEvaluator' | 'secondEvaluator'
> & {
  steps: FormSteps;
};

/** Whether this sheet comes by this stage at all. */
export function hasStage(route: Route, stage: Stage): boolean {
  return isOnWay(route, stage) && !route.skippedStages.includes(stage);
}

/** Whether it would, had nothing been left out for this person. */
function isOnWay(route: Route, stage: Stage): boolean {
  if (stage === 'goalAgreement' || stage === 'firstEvaluation')
    return route.firstEvaluator !== null;
  if (stage === 'secondEvaluation') {
    return route.steps.secondEvaluation && route.secondEvaluator !== null;
  }
  return stage !== 'leveling' || route.steps.leveling;
}

/** Whose column a move hands in; null for a move that hands in none. */
export function handedInBy(action: MoveAction): Author | null {
  return moveRules[action].hands ?? null;
}

/** The next stage that this sheet has. The last one leads nowhere. */
export function stageAfter(route: Route, stage: Stage): Stage | null {
  const later = yearOrder.slice(yearOrder.indexOf(stage) + 1);
  return yearOrder.includes(stage) ? (later.find((next) => hasStage(route, next)) ?? null) : null;
}

/** Every stage that this sheet has, in its order; one that stands outside the year, alone. */
export function stagesOf(route: Route & Pick<Sheet, 'stage'>): Stage[] {
  const stages = yearOrder.filter((stage) => hasStage(route, stage) || stage === route.stage);
  return yearOrder.includes(route.stage) ? stages : [route.stage];
}

/**
 * Where 職員課 may send a sheet back to: every earlier stage, also one that was left out. A
 * sheet that comes back into the year goes on at most where it left: nothing that nobody
 * handed in is passed over.
 */
export function earlierStages(route: Route, stage: Stage): Stage[] {
  const left = route.exemptedFrom ?? 'goalSetting';
  const end = stage === 'exempt' ? yearOrder.indexOf(left) + 1 : yearOrder.indexOf(stage);
  return yearOrder.slice(0, end).filter((before) => isOnWay(route, before));
}

/** What stays left out once a sheet stands at a stage: what is to be done again is not. */
export function skippedBefore(skippedStages: readonly Stage[], stage: Stage): Stage[] {
  if (stage === 'exempt') return [...skippedStages];
  return skippedStages.filter((skipped) => yearOrder.indexOf(skipped) < yearOrder.indexOf(stage));
}

/** Where a move may lead; more than one only where the mover chooses. Empty: not now. */
export function moveTargets(
  action: MoveAction,
  sheet: Route & Pick<Sheet, 'stage'>,
): readonly Stage[] {
  const rule = moveRules[action];
  if (!rule.from.includes(sheet.stage)) return [];
  if (rule.to === 'onward') {
    const next = stageAfter(sheet, sheet.stage);
    return next === null ? [] : [next];
  }
  if (rule.to !== 'chosen') return rule.to === 'exempt' || isOnWay(sheet, rule.to) ? [rule.to] : [];
  const earlier = earlierStages(sheet, sheet.stage);
  return action === 'askForReevaluation'
    ? earlier.filter((stage) => stage === 'firstEvaluation' || stage === 'secondEvaluation')
    : earlier;
}

/** The moves that this viewer may make now, in the order of the table. */
export function movesOf(viewer: Viewer, sheet: Route & Pick<Sheet, 'stage'>): MoveAction[] {
  return moveActions.filter(
    (action) =>
      moveRules[action].by.some((role) => viewer.includes(role)) &&
      moveTargets(action, sheet).length > 0,
  );
}

/** Whose turn it is at a stage; null where nothing waits for anybody. */
export const turnAt: Readonly<Record<Stage, ViewerRole | null>> = {
  goalSetting: 'employee',
  goalAgreement: 'first',
  inProgress: 'employee',
  selfEvaluation: 'employee',
  firstEvaluation: 'first',
  secondEvaluation: 'second',
  leveling: 'hr',
  confirmation: 'hr',
  confirmed: 'hr',
  disclosed: 'first',
  completed: null,
  exempt: null,
};

/** The step whose deadline a sheet at this stage has to keep; null where none applies. */
export function deadlineStepOf(stage: Stage): DeadlineStep | null {
  if (stage === 'inProgress') return 'selfEvaluation';
  if (stage === 'confirmed') return 'disclosed';
  return deadlineSteps.find((step) => step === stage && stage !== 'disclosed') ?? null;
}
