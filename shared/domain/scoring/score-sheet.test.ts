import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartId } from '../sheet/sheet';
import { type ScoreBreakdown, type ScoredPart, scoredSections, scoreSheet } from './score-sheet';
import { scoringFaults } from './scoring-faults';
import { defaultScoringRules, type ScoringRules } from './scoring-rules';

const confirmed: ScoringRules = { ...defaultScoringRules, confirmed: true };

let lastPart = 0;
function part(changes: Partial<ScoredPart> = {}): ScoredPart {
  lastPart += 1;
  return {
    partId: `item/part${lastPart}`,
    name: `項目${lastPart}`,
    section: 'ability',
    rating: 'B',
    weight: null,
    difficulty: 'normal',
    challenge: false,
    excluded: false,
    ...changes,
  };
}

function goal(changes: Partial<ScoredPart> = {}): ScoredPart {
  return part({ section: 'goals', weight: 100, ...changes });
}

function sectionOf(breakdown: ScoreBreakdown, section: ScoredPart['section']) {
  const found = breakdown.sections.find((each) => each.section === section);
  if (found === undefined) throw new Error(section);
  return found;
}

/** A whole sheet: every section rated throughout. */
const whole = [
  goal({ rating: 'A', weight: 60, difficulty: 'high' }),
  goal({ rating: 'C', weight: 40 }),
  part({ rating: 'A' }),
  part({ rating: 'B' }),
  part({ rating: 'B' }),
  part({ section: 'conduct', rating: 'B' }),
];

describe('scoreSheet', () => {
  it('says every step from the rating of a goal to the suggestion', () => {
    const breakdown = scoreSheet({ rules: confirmed, parts: whole });
    const goals = sectionOf(breakdown, 'goals');
    expect(goals.parts[0]).toMatchObject({
      counted: true,
      rating: 'A',
      base: 4,
      effects: [{ cause: 'difficult', change: 1 }],
      points: 5,
      cutAt: null,
      weight: 60,
    });
    expect(goals).toMatchObject({ method: 'weighted', mean: 3.8, weight: 40, share: 40 });
    expect(sectionOf(breakdown, 'ability')).toMatchObject({ method: 'plain', mean: 3.33 });
    expect(sectionOf(breakdown, 'conduct')).toMatchObject({ mean: 3, share: 20, leftOut: null });
    // 3.8 × 40 % + 3.333… × 40 % + 3 × 20 %, rounded only here.
    expect(breakdown).toMatchObject({
      total: 3.45,
      rescaled: false,
      suggestion: { rating: 'B', atLeast: 2.5 },
    });
  });

  it('keeps a goal within the scale, and says that it did', () => {
    const hardest = goal({ rating: 'S', difficulty: 'high', challenge: true });
    const easiest = goal({ rating: 'D', difficulty: 'low' });
    const [above, below] = [hardest, easiest].map(
      (each) => sectionOf(scoreSheet({ rules: confirmed, parts: [each] }), 'goals').parts[0],
    );
    expect(above).toMatchObject({
      base: 5,
      effects: [
        { cause: 'difficult', change: 1 },
        { cause: 'challenge', change: 1 },
      ],
      points: 5,
      cutAt: 'highest',
    });
    expect(below).toMatchObject({
      effects: [{ cause: 'easy', change: -1 }],
      points: 1,
      cutAt: 'lowest',
    });
  });

  it('counts neither difficulty nor challenge for what is no goal', () => {
    const item = part({ difficulty: 'high', challenge: true });
    const { sections } = scoreSheet({ rules: confirmed, parts: [item] });
    expect(sections[1]?.parts[0]).toMatchObject({ effects: [], points: 3 });
  });

  it('leaves out a section with nothing rated and gives its share to the others', () => {
    const breakdown = scoreSheet({ rules: confirmed, parts: [part({ rating: 'A' }), goal()] });
    expect(sectionOf(breakdown, 'conduct')).toMatchObject({
      mean: null,
      share: null,
      leftOut: 'noParts',
    });
    expect(sectionOf(breakdown, 'goals').share).toBe(50);
    expect(breakdown).toMatchObject({ total: 3.5, rescaled: true, suggestion: { rating: 'A' } });
  });

  it.each<[string, ScoredPart[], 'noParts' | 'excluded' | 'unrated']>([
    ['no part', [], 'noParts'],
    ['only excluded parts', [part({ excluded: true })], 'excluded'],
    ['nothing rated', [part({ rating: null }), part({ excluded: true })], 'unrated'],
  ])('says why a section with %s is left out', (_what, parts, leftOut) => {
    const breakdown = scoreSheet({ rules: confirmed, parts });
    expect(sectionOf(breakdown, 'ability').leftOut).toBe(leftOut);
    expect(breakdown.total).toBeNull();
    expect(breakdown.suggestion.rating).toBeNull();
  });

  it.each<[string, (number | null)[], unknown]>([
    ['no goal has one', [null, null], { kind: 'none' }],
    ['a goal has none', [60, null], { kind: 'some', without: ['目標2'] }],
    ['they do not add up', [60, 40.5], { kind: 'sum', sum: 100.5 }],
  ])('takes the plain mean of the goals when %s, and says so', (_what, weights, fault) => {
    const goals = weights.map((weight, index) =>
      goal({ weight, name: `目標${index + 1}`, rating: index === 0 ? 'S' : 'D' }),
    );
    const breakdown = scoreSheet({ rules: confirmed, parts: goals });
    expect(sectionOf(breakdown, 'goals')).toMatchObject({
      method: 'plain',
      mean: 3,
      weightFault: fault,
    });
    const isSlip = weights.some((weight) => weight !== null);
    expect(breakdown.suggestion).toEqual(
      isSlip ? { rating: null, reasons: [{ kind: 'goalWeights' }] } : { rating: 'B', atLeast: 2.5 },
    );
  });

  it('adds shares up exactly', () => {
    const goals = [33.3, 33.3, 33.4].map((weight) => goal({ weight }));
    const tenths = Array.from({ length: 10 }, () => goal({ weight: 10.1 }));
    expect(scoreSheet({ rules: confirmed, parts: goals }).sections[0]?.method).toBe('weighted');
    expect(scoreSheet({ rules: confirmed, parts: tenths }).sections[0]?.weightFault).toEqual({
      kind: 'sum',
      sum: 101,
    });
  });

  it('asks the share of no excluded goal', () => {
    const goals = [goal({ rating: 'A' }), goal({ weight: null, rating: 'D', excluded: true })];
    const breakdown = scoreSheet({ rules: confirmed, parts: goals });
    expect(breakdown).toMatchObject({ total: 4, suggestion: { rating: 'A' } });
    expect(breakdown.sections[0]?.parts[1]).toMatchObject({ counted: false, reason: 'excluded' });
  });

  it('gives no mean to goals that are rated and have no share of the whole', () => {
    const goals = [goal({ rating: null }), goal({ weight: 0 })];
    expect(scoreSheet({ rules: confirmed, parts: goals })).toMatchObject({ total: null });
  });

  it.each<[string, ScoringRules, ScoredPart[], unknown[]]>([
    ['the numbers are not confirmed', defaultScoringRules, whole, [{ kind: 'notConfirmed' }]],
    [
      'a part is not rated',
      confirmed,
      [...whole, part({ rating: null, name: '判断力' })],
      [{ kind: 'missing', names: ['判断力'] }],
    ],
    [
      'the shares of the sections do not add up',
      { ...confirmed, sectionWeights: { goals: 40, ability: 40, conduct: 30 } },
      whole,
      [{ kind: 'faultyRules' }],
    ],
    [
      'a rating has no points',
      confirmed,
      [...whole, part({ rating: 'SS' })],
      [{ kind: 'faultyRules' }],
    ],
    ['everything is excluded', confirmed, [part({ excluded: true })], [{ kind: 'nothingCounts' }]],
    [
      'several things are amiss',
      defaultScoringRules,
      [goal({ weight: 50 }), part({ rating: null, name: '判断力' })],
      [{ kind: 'notConfirmed' }, { kind: 'missing', names: ['判断力'] }, { kind: 'goalWeights' }],
    ],
  ])('suggests nothing when %s, and says why', (_when, rules, parts, reasons) => {
    expect(scoreSheet({ rules, parts }).suggestion).toEqual({ rating: null, reasons });
  });

  it('judges rules by the scale of the form', () => {
    const scale = { steps: ['SS', 'S', 'A', 'B', 'C', 'D'].map(step) };
    expect(scoreSheet({ rules: confirmed, scale, parts: whole }).suggestion).toEqual({
      rating: null,
      reasons: [{ kind: 'faultyRules' }],
    });
  });

  it('suggests the rating whose threshold is reached exactly', () => {
    const parts = [part({ rating: 'A' }), part({ rating: 'B' })];
    expect(scoreSheet({ rules: confirmed, parts })).toMatchObject({
      total: 3.5,
      suggestion: { rating: 'A', atLeast: 3.5 },
    });
  });
});

function step(rating: string) {
  return { rating, meaning: '' };
}

/** Rules without a fault over five or six ratings, with numbers that floats stumble over. */
const rulesOf = fc
  .record({
    ratings: fc.constantFrom(['S', 'A', 'B', 'C', 'D'], ['SS', 'S', 'A', 'B', 'C', 'D']),
    gaps: fc.array(fc.integer({ min: 1, max: 170 }), { minLength: 6, maxLength: 6 }),
    lowest: fc.nat(300),
    cuts: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 6, maxLength: 6 }),
    shares: fc.tuple(fc.nat(1_000), fc.nat(1_000)),
    effects: fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)),
  })
  .map(({ ratings, gaps, lowest, cuts, shares, effects }): ScoringRules => {
    const rising = (steps: number[], from: number) =>
      ratings.map((_rating, index) => {
        const above = steps.slice(0, ratings.length - 1 - index);
        return above.reduce((sum, each) => sum + each, from) / 100;
      });
    const points = rising(gaps, lowest);
    const thresholds = rising(cuts, lowest);
    const [first, second] = [Math.min(...shares), Math.max(...shares)];
    const [high, low, challenge] = effects;
    return {
      version: 1,
      confirmed: true,
      points: ratings.map((rating, index) => ({ rating, points: points[index] ?? 0 })),
      thresholds: ratings.map((rating, index) => ({ rating, atLeast: thresholds[index] ?? 0 })),
      sectionWeights: {
        goals: first / 10,
        ability: (second - first) / 10,
        conduct: (1_000 - second) / 10,
      },
      difficulty: { high: high / 100, low: low / 100 },
      challenge: challenge / 100,
    };
  });

type Drawn = {
  section: ScoredPart['section'];
  rating: number | null;
  weight: number | null;
  difficulty: ScoredPart['difficulty'];
  challenge: boolean;
  excluded: boolean;
};

const drawnPart: fc.Arbitrary<Drawn> = fc.record({
  section: fc.constantFrom(...scoredSections),
  rating: fc.option(fc.nat(5), { freq: 6 }),
  weight: fc.option(fc.constantFrom(20, 25, 30, 33.3, 33.4, 50, 100), { freq: 6 }),
  difficulty: fc.constantFrom('high', 'normal', 'low'),
  challenge: fc.boolean(),
  excluded: fc.boolean(),
});

const sheet = fc
  .record({
    rules: rulesOf,
    drawn: fc.array(drawnPart, { minLength: 1, maxLength: 14 }),
    // Half of the sheets have goals whose shares add up.
    split: fc.option(fc.constantFrom([60, 40], [33.3, 33.3, 33.4], [12.5, 12.5, 75])),
  })
  .map(({ rules, drawn, split }) => {
    const ratingAt = (index: number | null) =>
      index === null ? null : (rules.points[index % rules.points.length]?.rating ?? null);
    const weighted: Drawn[] = (split ?? []).map((weight, index) => ({
      section: 'goals',
      rating: index,
      weight,
      difficulty: 'normal',
      challenge: index === 1,
      excluded: false,
    }));
    const others = split === null ? drawn : drawn.filter(({ section }) => section !== 'goals');
    const parts = [...weighted, ...others].map(
      (each, index): ScoredPart => ({
        ...each,
        rating: ratingAt(each.rating),
        partId: `item/${index}` as PartId,
        name: `項目${index}`,
      }),
    );
    return { rules, parts };
  });

/** The place of the suggestion from the bottom; -1 when there is none. */
function rank({ suggestion }: ScoreBreakdown, rules: ScoringRules): number {
  const ratings = rules.points.map(({ rating }) => rating).toReversed();
  return suggestion.rating === null ? -1 : ratings.indexOf(suggestion.rating);
}

describe('the score of any sheet', () => {
  it('is drawn from rules without a fault', () => {
    fc.assert(
      fc.property(rulesOf, (rules) => {
        const scale = { steps: rules.points.map(({ rating }) => step(rating)) };
        expect(scoringFaults(rules, scale)).toEqual([]);
      }),
    );
  });

  it('never falls when one rating is raised, nor does the suggestion', () => {
    fc.assert(
      fc.property(sheet, fc.nat(), fc.nat(), ({ rules, parts }, which, to) => {
        const index = which % parts.length;
        const rated = parts[index];
        const from = rules.points.findIndex(({ rating }) => rating === rated?.rating);
        if (rated === undefined || from < 1) return;
        const rating = rules.points[to % from]?.rating ?? null;
        const before = scoreSheet({ rules, parts });
        const after = scoreSheet({ rules, parts: parts.with(index, { ...rated, rating }) });
        expect(after.total ?? 0).toBeGreaterThanOrEqual(before.total ?? 0);
        expect(rank(after, rules)).toBeGreaterThanOrEqual(rank(before, rules));
      }),
      { numRuns: 500 },
    );
  });

  it('lies between the lowest and the highest points', () => {
    fc.assert(
      fc.property(sheet, ({ rules, parts }) => {
        const { total, sections } = scoreSheet({ rules, parts });
        const points = rules.points.map((each) => each.points);
        for (const value of [total, ...sections.map(({ mean }) => mean)]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(Math.min(...points));
          expect(value).toBeLessThanOrEqual(Math.max(...points));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the parts', () => {
    const shuffled = sheet.chain(({ rules, parts }) =>
      fc.record({
        rules: fc.constant(rules),
        parts: fc.constant(parts),
        mixed: fc.shuffledSubarray(parts, { minLength: parts.length }),
      }),
    );
    const inOrder = (breakdown: ScoreBreakdown) => ({
      ...breakdown,
      sections: breakdown.sections.map(({ parts, weightFault, ...section }) => ({
        ...section,
        fault: weightFault?.kind,
        parts: parts.toSorted((left, right) => (left.partId < right.partId ? -1 : 1)),
      })),
      suggestion: breakdown.suggestion.rating,
    });
    fc.assert(
      fc.property(shuffled, ({ rules, parts, mixed }) => {
        expect(inOrder(scoreSheet({ rules, parts: mixed }))).toEqual(
          inOrder(scoreSheet({ rules, parts })),
        );
      }),
    );
  });

  it('is the same with what is excluded or missing as without it', () => {
    fc.assert(
      fc.property(sheet, ({ rules, parts }) => {
        const { total } = scoreSheet({ rules, parts });
        expect(scoreSheet({ rules, parts: parts.filter(({ excluded }) => !excluded) }).total).toBe(
          total,
        );
        // Goals are weighted by all that are asked for, so only the rest may go away.
        const rated = parts.filter(({ rating, section }) => rating !== null || section === 'goals');
        expect(scoreSheet({ rules, parts: rated }).total).toBe(total);
      }),
    );
  });

  it('never falls when a part rated with the lowest points is excluded', () => {
    fc.assert(
      fc.property(sheet, fc.constantFrom('ability', 'conduct'), ({ rules, parts }, section) => {
        const lowest = part({ section, rating: rules.points.at(-1)?.rating ?? null });
        const isRated = parts.some(
          (each) => each.section === section && each.rating !== null && !each.excluded,
        );
        if (!isRated) return;
        const counted = scoreSheet({ rules, parts: [...parts, lowest] }).total ?? 0;
        const excluded = scoreSheet({ rules, parts: [...parts, { ...lowest, excluded: true }] });
        const missing = scoreSheet({ rules, parts: [...parts, { ...lowest, rating: null }] });
        expect(excluded.total ?? 0).toBeGreaterThanOrEqual(counted);
        expect(missing.total).toBe(excluded.total);
      }),
    );
  });

  it('is rounded half up from the exact value, which no float carries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (count, better) => {
        // The mean of points 1.005 and 1.015 in any proportion, in thousandths.
        const rules: ScoringRules = {
          ...confirmed,
          points: [
            { rating: 'A', points: 1.015 },
            { rating: 'B', points: 1.005 },
          ],
        };
        const parts = Array.from({ length: count }, (_part, index) =>
          part({ rating: index < better ? 'A' : 'B' }),
        );
        const high = Math.min(count, better);
        const thousandths = high * 1_015 + (count - high) * 1_005;
        const expected = Math.floor((2 * thousandths + 10 * count) / (20 * count)) / 100;
        expect(scoreSheet({ rules, parts }).total).toBe(expected);
      }),
    );
  });
});
