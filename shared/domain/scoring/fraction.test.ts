import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  dividedBy,
  exactly,
  plus,
  sumOf,
  times,
  toHundredths,
  toNumber,
} from './fraction';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('fraction', () => {
  it('takes a number as it is written and gives it back', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(toNumber(exactly(value))).toBeCloseTo(value, 9);
      }),
    );
    expect(exactly(0.1)).toEqual({ top: 1n, bottom: 10n });
    expect(exactly(1e-7)).toEqual({ top: 1n, bottom: 10_000_000n });
    expect(exactly(2.5e21)).toEqual({ top: 2_500_000_000_000_000_000_000n, bottom: 1n });
    expect(exactly(-0.5)).toEqual({ top: -1n, bottom: 2n });
  });

  it('adds tenths without a remainder', () => {
    expect(plus(exactly(0.1), exactly(0.2))).toEqual(exactly(0.3));
    expect(sumOf([33.3, 33.3, 33.4].map(exactly))).toEqual(exactly(100));
  });

  it('undoes what it does, in any order', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [left, middle, right] = [exactly(a), exactly(b), exactly(c)];
        expect(sumOf([left, middle, right])).toEqual(sumOf([right, left, middle]));
        expect(plus(plus(left, right), exactly(-c))).toEqual(left);
        if (c > 0) expect(dividedBy(times(left, right), right)).toEqual(left);
        expect(Math.sign(compare(left, right))).toBe(Math.sign(a - c) + 0);
      }),
    );
  });

  it.each([
    [1.005, 1.01],
    [1.004999, 1],
    [8.345, 8.35],
    [2.675, 2.68],
    [0.615, 0.62],
    [3, 3],
  ])('rounds %d half up to %d', (value, rounded) => {
    expect(toHundredths(exactly(value))).toBe(rounded);
  });

  it('rounds every half of a hundredth up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (hundredths) => {
        const half = dividedBy(exactly(2 * hundredths + 1), exactly(200));
        expect(toHundredths(half)).toBe((hundredths + 1) / 100);
      }),
    );
  });
});
