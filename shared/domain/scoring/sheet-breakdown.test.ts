import { describe, expect, it } from 'vitest';
import { testEntry, testForm, testGoal, testId } from '../../../test/support/sheet-builders';
import type { Author } from '../form/form';
import { goalPartId, type SheetPart, sheetParts } from '../sheet/part';
import type { GoalPlan } from '../sheet/sheet';
import { defaultScoringRules } from './scoring-rules';
import { breakdownOf } from './sheet-breakdown';

const form = testForm();
const rules = { ...defaultScoringRules, confirmed: true };
const items = sheetParts(form, []).filter(({ partId }) => partId.startsWith('item/'));

function goalEntry(number: number, changes: Partial<GoalPlan>) {
  const goal = testGoal({ order: number, difficulty: 'normal', ...changes });
  return testEntry(goalPartId(testId(number)), 'employee', { goal, rating: 'S' });
}

function rate(partId: string, author: Author, rating: string) {
  return testEntry(partId, author, { rating });
}

const goals = [
  goalEntry(31, { weight: '６０％', difficulty: 'high' }),
  goalEntry(32, { weight: '40' }),
];
const ratedItems = items.map(({ partId }) => rate(partId, 'first', 'B'));
const entries = [
  ...goals,
  rate(goalPartId(testId(31)), 'first', 'A'),
  rate(goalPartId(testId(32)), 'first', 'C'),
  ...ratedItems,
];

describe('breakdownOf', () => {
  it('scores the column of one author by the goals as the person has set them', () => {
    const breakdown = breakdownOf(form, entries, 'first', rules);
    const [first, second] = breakdown.sections[0]?.parts ?? [];
    expect(first).toMatchObject({ name: '個人目標1', rating: 'A', points: 5, weight: 60 });
    expect(second).toMatchObject({ name: '個人目標2', rating: 'C', points: 2, weight: 40 });
    // 3.8 × 40 % + 3 × 60 %
    expect(breakdown).toMatchObject({ total: 3.32, suggestion: { rating: 'B' } });
  });

  it('knows nothing of the other columns', () => {
    expect(breakdownOf(form, entries, 'second', rules).total).toBeNull();
    const others = [...entries, ...items.map(({ partId }) => rate(partId, 'second', 'S'))];
    expect(breakdownOf(form, others, 'first', rules)).toEqual(
      breakdownOf(form, entries, 'first', rules),
    );
  });

  it.each([
    ['６０％', 60],
    [' 60 % ', 60],
    ['33.3', 33.3],
    ['', null],
    ['半分', null],
    ['9'.repeat(400), null],
  ])('reads the share %j as %s', (weight, share) => {
    const only = [goalEntry(31, { weight }), rate(goalPartId(testId(31)), 'first', 'A')];
    const [goals] = breakdownOf(form, only, 'first', rules).sections;
    const expected =
      share === null ? { kind: 'none' } : share === 100 ? null : { kind: 'sum', sum: share };
    expect(goals?.weightFault).toEqual(expected);
  });

  it('adds to a goal that is a challenge, and only to a goal of the person’s', () => {
    const challenge = goalEntry(31, { weight: '100', challenge: true });
    const rated = rate(goalPartId(testId(31)), 'first', 'B');
    const [goals] = breakdownOf(form, [challenge, rated], 'first', rules).sections;
    expect(goals?.parts[0]).toMatchObject({ points: 4, effects: [{ cause: 'challenge' }] });
  });

  it('forgets a goal that was taken off', () => {
    const [kept, taken] = goals;
    if (kept === undefined || taken === undefined) throw new Error('two goals');
    const removed = { ...taken, removed: true };
    const { sections } = breakdownOf(form, [kept, removed], 'first', rules);
    expect(sections[0]?.parts).toHaveLength(1);
  });

  it('leaves out an item that 職員課 has taken out of the scoring', () => {
    const [item] = items;
    const excludedItems = [item?.partId.replace('item/', '') ?? ''];
    const high = [...entries, rate(item?.partId ?? '', 'first', 'S')].filter(
      (entry) => entry !== ratedItems[0],
    );
    const breakdown = breakdownOf(form, high, 'first', { ...rules, excludedItems });
    expect(breakdown.sections[1]?.parts[0]).toMatchObject({ counted: false, reason: 'excluded' });
    expect(breakdown).toMatchObject({ total: 3.32, suggestion: { rating: 'B' } });
  });

  it('misses what is on the sheet and cannot be read', () => {
    const lost: SheetPart = {
      partId: goalPartId(testId(33)),
      section: 'goals',
      name: '読めなくなった個人目標1',
      authors: ['employee', 'first', 'second'],
      rated: true,
      texted: true,
    };
    expect(breakdownOf(form, entries, 'first', rules, [lost]).suggestion).toMatchObject({
      rating: null,
      reasons: [{ kind: 'missing', names: [lost.name] }, { kind: 'goalWeights' }],
    });
  });

  it('leaves sections without items out where the form has none', () => {
    const fixedTerm = testForm('kaikei-nendo');
    const breakdown = breakdownOf(fixedTerm, entries, 'first', rules);
    expect(breakdown).toMatchObject({ total: 3.8, rescaled: true, suggestion: { rating: 'A' } });
  });
});
