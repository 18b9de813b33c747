import type { FormPlan, InitialValue } from './form-plan';

/** What 職員課 sets in a plan. */
export type FormPlanPatch = Partial<
  Pick<
    FormPlan,
    | 'name'
    | 'positionIds'
    | 'title'
    | 'formNumber'
    | 'sectionTitles'
    | 'sections'
    | 'steps'
    | 'goalCount'
    | 'disclosedColumns'
  >
> & {
  weights?: FormPlan['scoring']['sectionWeights'];
  adjustments?: Pick<FormPlan['scoring'], 'difficulty' | 'challenge'>;
  scaleRows?: readonly ScaleRow[];
  /** Items that are rated and not scored. */
  excludedItems?: readonly string[];
};

/** A step of the scale with its numbers; null where none is set. */
export type ScaleRow = {
  rating: string;
  meaning: string;
  points: number | null;
  atLeast: number | null;
};

/** The scale, its points and its thresholds as the rows of one table, best first. */
export function scaleRowsOf({ scale, scoring }: Pick<FormPlan, 'scale' | 'scoring'>): ScaleRow[] {
  return scale.steps.map(({ rating, meaning }) => ({
    rating,
    meaning,
    points: scoring.points.find((step) => step.rating === rating)?.points ?? null,
    atLeast: scoring.thresholds.find((step) => step.rating === rating)?.atLeast ?? null,
  }));
}

/**
 * The plan with a change. A scale or rules that differ are a new version, and new numbers
 * are not confirmed: nothing is suggested by them until 職員課 says so again.
 */
export function changeFormPlan(plan: FormPlan, patch: FormPlanPatch): FormPlan {
  const { weights, adjustments, scaleRows, excludedItems, ...direct } = patch;
  const scale = scaleRows === undefined ? plan.scale : { ...plan.scale, ...scaleOf(scaleRows) };
  const scoring = {
    ...plan.scoring,
    ...(excludedItems !== undefined && { excludedItems: excludedItems.toSorted() }),
    ...adjustments,
    ...(weights !== undefined && { sectionWeights: weights }),
    ...(scaleRows !== undefined && numbersOf(scaleRows)),
  };
  const changed: FormPlan = { ...plan, ...direct, scale, scoring };
  const newScale = differs(scale, plan.scale);
  const newScoring = newScale || differs(scoring, plan.scoring);
  return {
    ...changed,
    scale: newScale ? { ...scale, version: plan.scale.version + 1 } : plan.scale,
    scoring: newScoring
      ? { ...scoring, version: plan.scoring.version + 1, confirmed: false }
      : plan.scoring,
    reviewed: [...new Set([...plan.reviewed, ...touched(plan, changed)])],
  };
}

/** 職員課 says that a value holds as it is. */
export function reviewValue(plan: FormPlan, value: InitialValue): FormPlan {
  return { ...plan, reviewed: [...new Set([...plan.reviewed, value])] };
}

const confirmedValues: readonly InitialValue[] = ['weights', 'scale', 'thresholds', 'adjustments'];

/** 点数を確定する: from now on the numbers lead to a suggestion. */
export function confirmScoring(plan: FormPlan): FormPlan {
  return {
    ...plan,
    scoring: { ...plan.scoring, confirmed: true },
    reviewed: [...new Set([...plan.reviewed, ...confirmedValues])],
  };
}

function scaleOf(rows: readonly ScaleRow[]): Pick<FormPlan['scale'], 'steps'> {
  return { steps: rows.map(({ rating, meaning }) => ({ rating, meaning })) };
}

function numbersOf(rows: readonly ScaleRow[]): Pick<FormPlan['scoring'], 'points' | 'thresholds'> {
  return {
    points: rows.flatMap(({ rating, points }) => (points === null ? [] : [{ rating, points }])),
    thresholds: rows.flatMap(({ rating, atLeast }) =>
      atLeast === null ? [] : [{ rating, atLeast }],
    ),
  };
}

function touched(before: FormPlan, after: FormPlan): InitialValue[] {
  const of = ({ formNumber, goalCount, scoring, scale }: FormPlan) =>
    ({
      formNumber,
      goalCount,
      weights: scoring.sectionWeights,
      scale: [scale.steps, scoring.points],
      thresholds: scoring.thresholds,
      adjustments: [scoring.difficulty, scoring.challenge],
    }) satisfies Record<InitialValue, unknown>;
  const [one, other] = [of(before), of(after)];
  return (Object.keys(one) as InitialValue[]).filter((value) => differs(one[value], other[value]));
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
