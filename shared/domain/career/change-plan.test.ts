import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testForm, testId, testNow } from '../../../test/support/sheet-builders';
import { abilityRows, levelOfRating } from './ability-check';
import {
  changeCareerPlan,
  inverseOf,
  mergePlanPatches,
  newCareerPlan,
  type PlanPatch,
  withLevel,
  withPatch,
} from './change-plan';

const made = { now: testNow, by: testId(10) };
const plan = newCareerPlan({ ...made, id: testId(60), fiscalYear: 2026, before: null });
const step = (state: 'planned' | 'doing' | 'done' | 'dropped', number: number) => ({
  id: testId(number),
  kind: 'training' as const,
  text: '研修',
  due: '年度内',
  state,
  doneOn: '',
});

const anyPatch: fc.Arbitrary<PlanPatch> = fc.record(
  {
    analysis: fc.record(
      { strengths: fc.string(), challenges: fc.string() },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>,
    vision: fc.record(
      { in1: fc.string(), in10: fc.string() },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>,
    wishedField: fc.string(),
    neededText: fc.string(),
    state: fc.constantFrom('draft' as const, 'shared' as const),
  },
  { requiredKeys: [] },
);

describe('a career plan', () => {
  it('starts from the one before: what is over stays behind, and nobody reads it yet', () => {
    const before = {
      ...plan,
      state: 'shared' as const,
      analysis: { ...plan.analysis, strengths: '聞く力' },
      wishedPositionId: 'kakaricho',
      steps: [step('planned', 1), step('doing', 2), step('done', 3), step('dropped', 4)],
    };
    const next = newCareerPlan({ ...made, id: testId(61), fiscalYear: 2027, before });
    expect(next).toMatchObject({
      id: testId(61),
      fiscalYear: 2027,
      state: 'draft',
      startedFrom: plan.id,
      wishedPositionId: 'kakaricho',
      analysis: { strengths: '聞く力' },
    });
    expect(next.steps.map(({ state }) => state)).toEqual(['planned', 'doing']);
  });

  it('is changed by its writer alone, and is the same one where nothing changes', () => {
    const after = changeCareerPlan(plan, { analysis: { strengths: '聞く\u0000力' } }, made);
    expect(after.analysis).toEqual({ ...plan.analysis, strengths: '聞く力' });
    expect(changeCareerPlan(after, { analysis: { strengths: '聞く力' } }, made)).toBe(after);
    expect(() => changeCareerPlan(plan, {}, { ...made, by: testId(11) })).toThrow('E114');
  });

  it('takes any change back as it was', () => {
    fc.assert(
      fc.property(anyPatch, anyPatch, (first, patch) => {
        const before = withPatch(plan, first);
        expect(withPatch(withPatch(before, patch), inverseOf(before, patch))).toEqual(before);
      }),
    );
  });

  it('comes to the same whether changes are stored one by one or merged', () => {
    fc.assert(
      fc.property(anyPatch, anyPatch, (first, second) => {
        expect(withPatch(plan, mergePlanPatches(first, second))).toEqual(
          withPatch(withPatch(plan, first), second),
        );
      }),
    );
  });

  it('keeps one level per item', () => {
    const once = withLevel([], 'setsugu', 'present', 3);
    expect(withLevel(once, 'setsugu', 'wished', 2)).toEqual([
      { itemId: 'setsugu', present: 3, wished: 2 },
    ]);
    expect(withLevel(once, 'setsugu', 'present', null)).toEqual([
      { itemId: 'setsugu', present: null, wished: null },
    ]);
  });
});

describe('the abilities of a plan', () => {
  it('put the best rating at 5, the last at 1 and the middle at what is asked', () => {
    const scale = testForm().scale;
    expect(['S', 'A', 'B', 'C', 'D', 'X'].map((rating) => levelOfRating(scale, rating))).toEqual([
      5,
      4,
      3,
      2,
      1,
      null,
    ]);
    const six = ['1', '2', '3', '4', '5', '6'].map((rating) => ({ rating, meaning: '' }));
    expect(levelOfRating({ steps: six }, '2')).toBeCloseTo(4.2);
  });

  it('stand beside what both positions ask, in the words of the frozen framework', () => {
    const { framework } = testForm();
    const rows = abilityRows({
      framework,
      positionId: 'shunin',
      wishedPositionId: 'kacho',
      selfChecks: [{ itemId: 'setsugu', present: 4, wished: 2 }],
      disclosed: new Map([['setsugu', { rating: 'A', level: 4 }]]),
    });
    expect(rows).toHaveLength(12);
    const row = rows.find(({ itemId }) => itemId === 'setsugu');
    expect(row).toMatchObject({ present: 4, wished: 2, disclosed: { rating: 'A' } });
    expect(row?.expectedPresent).not.toBe(row?.expectedWished);
    expect(rows.find(({ itemId }) => itemId === 'handan')).toMatchObject({
      present: null,
      disclosed: null,
    });
  });
});
