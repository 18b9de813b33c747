import { describe, expect, it } from 'vitest';
import { testId, testPeriod } from '../../../test/support/sheet-builders';
import type { Period } from './period';
import { previousPeriod } from './running-periods';

const period = (number: number, kind: Period['kind'], startsOn: string): Period => ({
  ...testPeriod,
  id: testId(number),
  kind,
  startsOn,
});
const year7 = period(7, 'annual', '2025-04-01');
const special = period(8, 'special', '2025-10-01');
const year8 = period(9, 'annual', '2026-04-01');

describe('the period before', () => {
  it('is the year before, also where a 特別評価 lies in between', () => {
    expect(previousPeriod([year8, special, year7], year8.id)).toBe(year7);
  });

  it('is of another kind where there is none of its own', () => {
    expect(previousPeriod([year8, special], year8.id)).toBe(special);
    expect(previousPeriod([year8, special, year7], special.id)).toBe(year7);
  });

  it('is none for the first, or for one that is not there', () => {
    expect(previousPeriod([year8, special, year7], year7.id)).toBeNull();
    expect(previousPeriod([year7], year8.id)).toBeNull();
  });
});
