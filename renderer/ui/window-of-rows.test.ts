import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOfRows } from './window-of-rows';

describe('windowOfRows', () => {
  it('draws a short list whole', () => {
    expect(windowOfRows(5, 44, 0, 600)).toEqual({ first: 0, end: 5, before: 0, after: 0 });
  });

  it('draws only what is near the seen part of a long list', () => {
    const window = windowOfRows(3000, 44, 44 * 1000, 440);
    expect(window).toEqual({ first: 990, end: 1020, before: 990 * 44, after: 1980 * 44 });
  });

  it('always keeps the total height and covers what is seen', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 20, max: 80 }),
        fc.nat(400_000),
        fc.integer({ min: 1, max: 2000 }),
        (rowCount, rowHeight, wanted, viewHeight) => {
          const scrollTop = Math.max(0, Math.min(wanted, rowCount * rowHeight - viewHeight));
          const window = windowOfRows(rowCount, rowHeight, scrollTop, viewHeight);
          const drawn = (window.end - window.first) * rowHeight;
          expect(window.before + drawn + window.after).toBe(rowCount * rowHeight);
          const bottom = Math.min(scrollTop + viewHeight, rowCount * rowHeight);
          expect(window.before).toBeLessThanOrEqual(scrollTop);
          expect(window.before + drawn).toBeGreaterThanOrEqual(bottom);
        },
      ),
    );
  });
});
