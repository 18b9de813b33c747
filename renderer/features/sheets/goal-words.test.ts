import { describe, expect, it } from 'vitest';
import { weightTotal } from './goal-words';

describe('weightTotal', () => {
  it.each([
    [['40', '30', '30'], 100],
    [['４０', '６０％'], 100],
    [['12.5', '12.5'], 25],
  ])('adds %j', (weights, total) => {
    expect(weightTotal(weights.map((weight) => ({ weight })))).toBe(total);
  });

  it.each([[[]], [['40', '']], [['半分', '50']], [['-40', '60']]])(
    'does not guess from %j',
    (weights) => {
      expect(weightTotal(weights.map((weight) => ({ weight })))).toBeNull();
    },
  );
});
