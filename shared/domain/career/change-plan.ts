import { IkuseiError } from '../errors';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import type { CareerPlan, CareerStep, SelfCheck } from './career-plan';

/** All that a person says in a plan. */
export type PlanContent = Pick<
  CareerPlan,
  | 'state'
  | 'analysis'
  | 'selfChecks'
  | 'wishedPositionId'
  | 'vision'
  | 'wishedPaths'
  | 'wishedField'
  | 'neededItemIds'
  | 'neededText'
  | 'steps'
>;

/** What changed; a text of `analysis` or `vision` comes alone. */
export type PlanPatch = Partial<Omit<PlanContent, 'analysis' | 'vision'>> & {
  analysis?: Partial<PlanContent['analysis']>;
  vision?: Partial<PlanContent['vision']>;
};

type Made = { now: Instant; by: Id };

/**
 * The plan of a year, begun by the person. It starts from her plan of an earlier year: what
 * she thinks of herself and where she wants to be go on, steps that are done or dropped stay
 * behind, and nobody else reads it before she shares it anew.
 */
export function newCareerPlan({
  id,
  fiscalYear,
  before,
  now,
  by,
}: Made & { id: Id; fiscalYear: number; before: CareerPlan | null }): CareerPlan {
  return {
    analysis: {
      experience: '',
      strengths: '',
      challenges: '',
      values: '',
      wantTo: '',
      canDo: '',
      askedFor: '',
    },
    selfChecks: [],
    wishedPositionId: null,
    vision: { in1: '', in3: '', in5: '', in10: '' },
    wishedPaths: [],
    wishedField: '',
    neededItemIds: [],
    neededText: '',
    ...before,
    id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: now,
    updatedBy: by,
    staffId: by,
    fiscalYear,
    state: 'draft',
    startedFrom: before?.id ?? null,
    steps: (before?.steps ?? []).filter(({ state }) => state === 'planned' || state === 'doing'),
  };
}

/** The later change laid over the earlier one. */
export function mergePlanPatches(earlier: PlanPatch, later: PlanPatch): PlanPatch {
  return {
    ...earlier,
    ...later,
    ...(earlier.analysis === undefined && later.analysis === undefined
      ? {}
      : { analysis: { ...earlier.analysis, ...later.analysis } }),
    ...(earlier.vision === undefined && later.vision === undefined
      ? {}
      : { vision: { ...earlier.vision, ...later.vision } }),
  };
}

/** What a change says before it is cleaned and stored. */
export function withPatch(plan: CareerPlan, patch: PlanPatch): CareerPlan {
  return {
    ...plan,
    ...patch,
    analysis: { ...plan.analysis, ...patch.analysis },
    vision: { ...plan.vision, ...patch.vision },
  };
}

/** The patch that takes another one back. */
export function inverseOf(plan: CareerPlan, patch: PlanPatch): PlanPatch {
  const inverse: Record<string, unknown> = {};
  for (const key of Object.keys(patch) as (keyof PlanPatch)[]) {
    const part = patch[key];
    inverse[key] =
      key === 'analysis' || key === 'vision'
        ? Object.fromEntries(
            Object.keys(part ?? {}).map((field) => [
              field,
              (plan[key] as Readonly<Record<string, string>>)[field],
            ]),
          )
        : plan[key];
  }
  return inverse as PlanPatch;
}

/**
 * The plan after its writer's change. Gives back `before` itself when nothing changes.
 *
 * @throws IkuseiError `notYours` for everybody else
 */
export function changeCareerPlan(before: CareerPlan, patch: PlanPatch, made: Made): CareerPlan {
  if (before.staffId !== made.by) throw new IkuseiError('notYours');
  const after = withPatch(before, patch);
  const clean: CareerPlan = {
    ...after,
    analysis: mapTexts(after.analysis),
    vision: mapTexts(after.vision),
    wishedField: sanitizeText(after.wishedField),
    neededText: sanitizeText(after.neededText),
    wishedPaths: [...new Set(after.wishedPaths)],
    neededItemIds: [...new Set(after.neededItemIds)],
    selfChecks: latestOfEach(after.selfChecks),
    steps: after.steps.map(cleanStep),
  };
  if (JSON.stringify(clean) === JSON.stringify(before)) return before;
  return { ...clean, updatedAt: made.now, updatedBy: made.by };
}

/** The self checks after one level was chosen, or taken back. */
export function withLevel(
  checks: readonly SelfCheck[],
  itemId: string,
  against: 'present' | 'wished',
  level: number | null,
): SelfCheck[] {
  const known = checks.find((check) => check.itemId === itemId);
  const after = { ...(known ?? { itemId, present: null, wished: null }), [against]: level };
  return known === undefined
    ? [...checks, after]
    : checks.map((check) => (check === known ? after : check));
}

function latestOfEach(checks: readonly SelfCheck[]): SelfCheck[] {
  return [...new Map(checks.map((check) => [check.itemId, check])).values()];
}

function cleanStep(step: CareerStep): CareerStep {
  return {
    ...step,
    text: sanitizeText(step.text),
    due: sanitizeLine(step.due),
    doneOn: sanitizeLine(step.doneOn),
  };
}

function mapTexts<Texts extends Readonly<Record<string, string>>>(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, sanitizeText(text)]),
  ) as Texts;
}
