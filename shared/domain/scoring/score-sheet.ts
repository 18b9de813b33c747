import type { Scale } from '../form/form';
import type { Difficulty, PartId } from '../sheet/sheet';
import {
  compare,
  dividedBy,
  exactly,
  type Fraction,
  isZero,
  plus,
  sumOf,
  times,
  toHundredths,
  toNumber,
  zero,
} from './fraction';
import { scoringFaults } from './scoring-faults';
import type { ScoringRules } from './scoring-rules';

export const scoredSections = ['goals', 'ability', 'conduct'] as const;
export type ScoredSection = (typeof scoredSections)[number];

/** A rated part of one evaluator's column, as scoring takes it. */
export type ScoredPart = {
  partId: PartId;
  name: string;
  section: ScoredSection;
  rating: string | null;
  /** A goal's share in per cent; null when there is none that can be read as a number. */
  weight: number | null;
  difficulty: Difficulty;
  challenge: boolean;
  /** Taken out of the scoring, whether it is rated or not. */
  excluded: boolean;
};

export type PointsEffect = { cause: 'difficult' | 'easy' | 'challenge'; change: number };

export type PartScore = {
  partId: PartId;
  name: string;
  rating: string | null;
} & (
  | {
      counted: true;
      /** 評点 of the rating. */
      base: number;
      effects: PointsEffect[];
      /** With the effects, within the bounds of the scale. */
      points: number;
      /** The end of the scale that has cut the effects. */
      cutAt: 'highest' | 'lowest' | null;
      /** Its share in the weighted mean of its section; null in a plain mean. */
      weight: number | null;
    }
  | { counted: false; reason: 'excluded' | 'unrated' | 'withoutPoints' }
);

/** Why the goals' shares are not used. */
export type WeightFault =
  | { kind: 'none' }
  | { kind: 'some'; without: string[] }
  | { kind: 'sum'; sum: number };

export type SectionScore = {
  section: ScoredSection;
  parts: PartScore[];
  /** To two places, for reading; the total is made from the exact one. Null: left out. */
  mean: number | null;
  method: 'weighted' | 'plain';
  weightFault: WeightFault | null;
  /** 職員課's share of the section in per cent. */
  weight: number;
  /** Its share in this total, to two places; more than `weight` where others are left out. */
  share: number | null;
  leftOut: 'noParts' | 'excluded' | 'unrated' | null;
};

export type NoSuggestion =
  | { kind: 'notConfirmed' }
  | { kind: 'faultyRules' }
  | { kind: 'missing'; names: string[] }
  | { kind: 'goalWeights' }
  | { kind: 'nothingCounts' };

export type Suggestion =
  | { rating: string; atLeast: number }
  | { rating: null; reasons: NoSuggestion[] };

/** Every step from the ratings of one column to the suggestion of its overall rating. */
export type ScoreBreakdown = {
  sections: SectionScore[];
  /** Rounded half up to two places, here and nowhere before. Null: nothing counts. */
  total: number | null;
  /** Whether sections are left out, so that the others have more of the total. */
  rescaled: boolean;
  suggestion: Suggestion;
};

/**
 * Scores one evaluator's column. What is missing or excluded is left out and never
 * counted as zero; the order of the parts makes no difference.
 *
 * @param scale tells whether the rules fit it; without it only the rules themselves are judged
 */
export function scoreSheet({
  rules,
  scale = null,
  parts,
}: {
  rules: ScoringRules;
  scale?: Pick<Scale, 'steps'> | null;
  parts: readonly ScoredPart[];
}): ScoreBreakdown {
  const scored = scoredSections.map((section) =>
    scoreSection(
      rules,
      section,
      parts.filter((part) => part.section === section),
    ),
  );
  const shares = sumOf(
    scored.map(({ exact, weight }) => (exact === null ? zero : exactly(weight))),
  );
  const sections = scored.map(({ exact, ...section }) => ({
    ...section,
    share:
      exact === null || isZero(shares)
        ? null
        : toHundredths(dividedBy(times(exactly(section.weight), exactly(100)), shares)),
  }));
  const total = isZero(shares)
    ? null
    : toHundredths(
        dividedBy(
          sumOf(
            scored.map(({ exact, weight }) =>
              exact === null ? zero : times(exact, exactly(weight)),
            ),
          ),
          shares,
        ),
      );
  return {
    sections,
    total,
    rescaled:
      total !== null && sections.some(({ leftOut, weight }) => leftOut !== null && weight > 0),
    suggestion: suggest({ rules, scale, sections, total }),
  };
}

type CountedPart = PartScore & { counted: true };
type ExactPart = { score: PartScore; points: Fraction; weight: Fraction };

function scoreSection(
  rules: ScoringRules,
  section: ScoredSection,
  parts: readonly ScoredPart[],
): Omit<SectionScore, 'share'> & { exact: Fraction | null } {
  const expected = parts.filter(({ excluded }) => !excluded);
  const weightFault = section === 'goals' ? weightFaultOf(expected) : null;
  const isWeighted = section === 'goals' && expected.length > 0 && weightFault === null;
  const scored = parts.map((part) => scorePart(rules, part, isWeighted));
  const counted = scored.filter(({ score }) => score.counted);
  const weights = sumOf(counted.map(({ weight }) => weight));
  // A goal with a share of 0 counts for nothing, also when it is the only one rated.
  const exact = isZero(weights)
    ? null
    : dividedBy(sumOf(counted.map(({ points, weight }) => times(points, weight))), weights);
  return {
    section,
    parts: scored.map(({ score }) => score),
    mean: exact === null ? null : toHundredths(exact),
    method: isWeighted ? 'weighted' : 'plain',
    weightFault,
    weight: rules.sectionWeights[section],
    leftOut: exact === null ? whyLeftOut(parts, expected) : null,
    exact,
  };
}

function whyLeftOut(
  parts: readonly ScoredPart[],
  expected: readonly ScoredPart[],
): SectionScore['leftOut'] {
  if (parts.length === 0) return 'noParts';
  return expected.length === 0 ? 'excluded' : 'unrated';
}

/** Shares count when each goal that is not excluded has one and they add up to 100. */
function weightFaultOf(goals: readonly ScoredPart[]): WeightFault | null {
  if (goals.length === 0) return null;
  const without = goals.filter(({ weight }) => weight === null);
  if (without.length === goals.length) return { kind: 'none' };
  if (without.length > 0) return { kind: 'some', without: without.map(({ name }) => name) };
  const sum = sumOf(goals.map(({ weight }) => exactly(weight ?? 0)));
  return compare(sum, exactly(100)) === 0 ? null : { kind: 'sum', sum: toNumber(sum) };
}

function scorePart(rules: ScoringRules, part: ScoredPart, isWeighted: boolean): ExactPart {
  const { partId, name, rating } = part;
  const leftOut = (reason: (PartScore & { counted: false })['reason']): ExactPart => ({
    score: { partId, name, rating, counted: false, reason },
    points: zero,
    weight: zero,
  });
  if (part.excluded) return leftOut('excluded');
  if (rating === null) return leftOut('unrated');
  const step = rules.points.find((candidate) => candidate.rating === rating);
  if (step === undefined) return leftOut('withoutPoints');
  const effects = effectsOn(rules, part);
  const reached = effects.reduce(
    (points, { change }) => plus(points, exactly(change)),
    exactly(step.points),
  );
  const points = withinScale(rules, reached);
  const score: CountedPart = {
    partId,
    name,
    rating,
    counted: true,
    base: step.points,
    effects,
    points: toNumber(points),
    cutAt:
      compare(points, reached) === 0 ? null : compare(points, reached) < 0 ? 'highest' : 'lowest',
    weight: isWeighted ? part.weight : null,
  };
  return { score, points, weight: exactly(isWeighted ? (part.weight ?? 0) : 1) };
}

/** Only a goal has a difficulty and can be a challenge; an effect of nothing is none. */
function effectsOn(
  rules: ScoringRules,
  { section, difficulty, challenge }: ScoredPart,
): PointsEffect[] {
  if (section !== 'goals') return [];
  const effects: PointsEffect[] = [];
  if (difficulty === 'high') effects.push({ cause: 'difficult', change: rules.difficulty.high });
  if (difficulty === 'low') effects.push({ cause: 'easy', change: -rules.difficulty.low });
  if (challenge) effects.push({ cause: 'challenge', change: rules.challenge });
  return effects.filter(({ change }) => change !== 0);
}

function withinScale({ points }: ScoringRules, reached: Fraction): Fraction {
  const [lowest = reached, ...others] = points
    .map((step) => exactly(step.points))
    .toSorted(compare);
  const highest = others.at(-1) ?? lowest;
  if (compare(reached, lowest) < 0) return lowest;
  return compare(reached, highest) > 0 ? highest : reached;
}

function suggest({
  rules,
  scale,
  sections,
  total,
}: {
  rules: ScoringRules;
  scale: Pick<Scale, 'steps'> | null;
  sections: readonly SectionScore[];
  total: number | null;
}): Suggestion {
  const reasons: NoSuggestion[] = [];
  const leftOut = sections.flatMap(({ parts }) => parts.filter(isLeftOut));
  const missing = leftOut.filter(({ reason }) => reason === 'unrated');
  const isFaulty =
    scoringFaults(rules, scale).length > 0 ||
    leftOut.some(({ reason }) => reason === 'withoutPoints');
  if (!rules.confirmed) reasons.push({ kind: 'notConfirmed' });
  if (isFaulty) reasons.push({ kind: 'faultyRules' });
  if (missing.length > 0) reasons.push({ kind: 'missing', names: missing.map(({ name }) => name) });
  // Goals without any share are all alike; shares that contradict each other are a slip.
  const isContradictory = ({ weightFault }: SectionScore) =>
    weightFault !== null && weightFault.kind !== 'none';
  if (sections.some(isContradictory)) reasons.push({ kind: 'goalWeights' });
  if (reasons.length > 0) return { rating: null, reasons };
  const [best] = rules.thresholds
    .filter(({ atLeast }) => total !== null && atLeast <= total)
    .toSorted((left, right) => right.atLeast - left.atLeast);
  return best === undefined
    ? { rating: null, reasons: [{ kind: 'nothingCounts' }] }
    : { rating: best.rating, atLeast: best.atLeast };
}

function isLeftOut(part: PartScore): part is PartScore & { counted: false } {
  return !part.counted;
}
