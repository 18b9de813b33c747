import type { Scale } from '../form/form';
import { compare, exactly, sumOf, toNumber } from './fraction';
import type { ScoringRules } from './scoring-rules';

/** What is wrong with rules, and at which of their numbers. */
export type ScoringFault = {
  place: 'points' | 'sectionWeights' | 'thresholds';
  /** The rating it is about; null when it is about all of them. */
  rating: string | null;
  words: string;
};

/**
 * What keeps rules from being used: a warning while 職員課 drafts them, and no form is
 * handed out with them. Empty when nothing does.
 *
 * @param scale null where it is not known: the ratings of the points stand for it
 */
export function scoringFaults(
  rules: Pick<ScoringRules, 'points' | 'sectionWeights' | 'thresholds'>,
  scale: Pick<Scale, 'steps'> | null,
): ScoringFault[] {
  const ratings = distinct(scale?.steps ?? rules.points);
  return [
    ...pointsFaults(rules, ratings),
    ...weightFaults(rules),
    ...thresholdFaults(rules, ratings),
  ];
}

function pointsFaults({ points }: Pick<ScoringRules, 'points'>, ratings: string[]): ScoringFault[] {
  const fault = faultAt('points');
  const known = ratings.flatMap((rating) => points.find((step) => step.rating === rating) ?? []);
  return [
    ...ratings
      .filter((rating) => points.every((step) => step.rating !== rating))
      .map((rating) => fault(rating, `評語「${rating}」の評点がありません。`)),
    ...strangers(points, ratings).map((rating) =>
      fault(rating, `評点のある「${rating}」は、評語の尺度にありません。`),
    ),
    ...repeated(points).map((rating) => fault(rating, `評語「${rating}」の評点が二つあります。`)),
    ...known.flatMap((step, index) => {
      const above = known[index - 1];
      return above === undefined || above.points > step.points
        ? []
        : [
            fault(
              step.rating,
              `評語「${step.rating}」の評点を、上の「${above.rating}」の評点より低くします。`,
            ),
          ];
    }),
  ];
}

function weightFaults({ sectionWeights }: Pick<ScoringRules, 'sectionWeights'>): ScoringFault[] {
  const sum = sumOf(Object.values(sectionWeights).map(exactly));
  if (compare(sum, exactly(100)) === 0) return [];
  const words = `実績、能力、意識・行動の割合の合計が ${toNumber(sum)}％です。100％にします。`;
  return [faultAt('sectionWeights')(null, words)];
}

function thresholdFaults(
  { points, thresholds }: Pick<ScoringRules, 'points' | 'thresholds'>,
  ratings: string[],
): ScoringFault[] {
  const fault = faultAt('thresholds');
  const known = ratings.flatMap(
    (rating) => thresholds.find((step) => step.rating === rating) ?? [],
  );
  const lowestPoints = Math.min(...points.map((step) => step.points));
  const isCovered = thresholds.some(({ atLeast }) => atLeast <= lowestPoints);
  return [
    ...strangers(thresholds, ratings).map((rating) =>
      fault(rating, `基準のある「${rating}」は、評語の尺度にありません。`),
    ),
    ...repeated(thresholds).map((rating) =>
      fault(rating, `評語「${rating}」の基準が二つあります。`),
    ),
    ...known.flatMap((step, index) => {
      const above = known[index - 1];
      return above === undefined || above.atLeast > step.atLeast
        ? []
        : [
            fault(
              step.rating,
              `評語「${step.rating}」の基準を、上の「${above.rating}」の基準より低くします。`,
            ),
          ];
    }),
    ...(isCovered
      ? []
      : [
          fault(
            null,
            '一番低い合計に、評語がありません。一番下の評語の基準を、最低の評点以下にします。',
          ),
        ]),
  ];
}

type RatedStep = { rating: string };

function faultAt(place: ScoringFault['place']) {
  return (rating: string | null, words: string): ScoringFault => ({ place, rating, words });
}

function strangers(steps: readonly RatedStep[], ratings: readonly string[]): string[] {
  return distinct(steps).filter((rating) => !ratings.includes(rating));
}

function repeated(steps: readonly RatedStep[]): string[] {
  return distinct(steps).filter(
    (rating) => steps.filter((step) => step.rating === rating).length > 1,
  );
}

function distinct(steps: readonly RatedStep[]): string[] {
  return [...new Set(steps.map(({ rating }) => rating))];
}
