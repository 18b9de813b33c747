import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextZoom, percentOf, scaleOf } from './zoom';

const a4 = { width: 595.28, height: 841.89 };

describe('scaleOf', () => {
  it('fits the width, or the whole page, whichever side is the shorter', () => {
    expect(scaleOf('width', a4, { width: 595.28, height: 100 })).toBeCloseTo(1);
    expect(scaleOf('page', a4, { width: 5952.8, height: 841.89 })).toBeCloseTo(1);
    expect(scaleOf('page', a4, { width: 297.64, height: 8418.9 })).toBeCloseTo(0.5);
  });

  it('shows paper in its real size at 100 %', () => {
    // A4 is 210 mm wide: 794 CSS pixels.
    expect(a4.width * scaleOf(100, a4, { width: 1, height: 1 })).toBeCloseTo(793.7, 1);
  });

  it('never makes a page of no size', () => {
    expect(scaleOf('width', a4, { width: 0, height: 0 })).toBeGreaterThan(0);
    expect(scaleOf('page', a4, { width: 500, height: -20 })).toBeGreaterThan(0);
  });
});

it('percentOf says what scaleOf was asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 400 }), (percent) => {
      expect(percentOf(scaleOf(percent, a4, { width: 1, height: 1 }))).toBe(percent);
    }),
  );
});

describe('nextZoom', () => {
  it.each([
    [100, 'in', 125],
    [100, 'out', 75],
    [66, 'in', 75],
    [66, 'out', 50],
    [400, 'in', 400],
    [50, 'out', 50],
    [30, 'out', 50],
    [720, 'in', 400],
  ] as const)('goes from %i %s to %i', (from, direction, to) => {
    expect(nextZoom(from, direction)).toBe(to);
  });
});
