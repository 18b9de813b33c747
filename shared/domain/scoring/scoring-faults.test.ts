import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringFaults } from './scoring-faults';
import { defaultScoringRules, type ScoringRules } from './scoring-rules';

const scale = { steps: ['S', 'A', 'B', 'C', 'D'].map((rating) => ({ rating, meaning: '' })) };

function faultsOf(changes: Partial<ScoringRules>, ratings = scale): string[] {
  return scoringFaults({ ...defaultScoringRules, ...changes }, ratings).map(
    ({ place, rating, words }) => `${place} ${rating ?? '－'} ${words}`,
  );
}

const { points, thresholds } = defaultScoringRules;

describe('scoringFaults', () => {
  it('finds none in the starting values', () => {
    expect(scoringFaults(defaultScoringRules, scale)).toEqual([]);
    expect(scoringFaults(defaultScoringRules, null)).toEqual([]);
  });

  it('names the sum of shares that do not add up, without a stray decimal', () => {
    expect(faultsOf({ sectionWeights: { goals: 33.3, ability: 33.3, conduct: 33.3 } })).toEqual([
      'sectionWeights － 実績、能力、意識・行動の割合の合計が 99.9％です。100％にします。',
    ]);
    expect(faultsOf({ sectionWeights: { goals: 33.3, ability: 33.3, conduct: 33.4 } })).toEqual([]);
  });

  it('takes any shares that add up in tenths of a per cent', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const sectionWeights = {
          goals: first / 10,
          ability: (second - first) / 10,
          conduct: (1_000 - second) / 10,
        };
        expect(faultsOf({ sectionWeights })).toEqual([]);
      }),
    );
  });

  it('names a rating of the scale without points, and points for no rating of the scale', () => {
    const six = { steps: [{ rating: 'SS', meaning: '' }, ...scale.steps] };
    expect(faultsOf({}, six)).toEqual(['points SS 評語「SS」の評点がありません。']);
    expect(faultsOf({}, { steps: scale.steps.slice(1) })).toEqual([
      'points S 評点のある「S」は、評語の尺度にありません。',
      'thresholds S 基準のある「S」は、評語の尺度にありません。',
    ]);
  });

  it('names points and thresholds that do not fall with the scale', () => {
    const level = points.map((step) => (step.rating === 'B' ? { ...step, points: 4 } : step));
    expect(faultsOf({ points: level })).toEqual([
      'points B 評語「B」の評点を、上の「A」の評点より低くします。',
    ]);
    const rising = thresholds.map((step) =>
      step.rating === 'A' ? { ...step, atLeast: 4.6 } : step,
    );
    expect(faultsOf({ thresholds: rising })).toEqual([
      'thresholds A 評語「A」の基準を、上の「S」の基準より低くします。',
    ]);
  });

  it('names what stands there twice', () => {
    expect(faultsOf({ points: [...points, { rating: 'D', points: 0 }] })).toEqual([
      'points D 評語「D」の評点が二つあります。',
    ]);
    expect(faultsOf({ thresholds: [...thresholds, { rating: 'S', atLeast: 0 }] })).toEqual([
      'thresholds S 評語「S」の基準が二つあります。',
    ]);
    // Without a scale the points are the scale, and may not repeat themselves either.
    expect(
      scoringFaults({ ...defaultScoringRules, points: [...points, ...points.slice(4)] }, null),
    ).toHaveLength(1);
  });

  it('asks for a rating of the lowest total', () => {
    const words = [
      'thresholds － 一番低い合計に、評語がありません。一番下の評語の基準を、最低の評点以下にします。',
    ];
    expect(faultsOf({ thresholds: thresholds.slice(0, 4) })).toEqual(words);
    expect(faultsOf({ thresholds: [] })).toEqual(words);
  });

  it('does not depend on the order in which the numbers are listed', () => {
    const shuffle = fc.shuffledSubarray([...points], { minLength: 5 });
    fc.assert(
      fc.property(shuffle, (shuffled) => {
        expect(faultsOf({ points: shuffled })).toEqual([]);
      }),
    );
  });
});
