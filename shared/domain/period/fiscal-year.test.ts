import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYearEnd, fiscalYearName, fiscalYearOf, fiscalYearStart } from './fiscal-year';
import { makeAnnualPeriod } from './make-period';
import { periodSchema } from './period';

describe('fiscal years', () => {
  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2027-03-31', 2026],
    ['2027-04-01', 2027],
  ])('%s lies in %i', (day, year) => {
    expect(fiscalYearOf(day)).toBe(year);
  });

  it('contain every day between their ends and no other', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2200-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const year = fiscalYearOf(day);
        expect(day >= fiscalYearStart(year) && day <= fiscalYearEnd(year)).toBe(true);
        expect(day < fiscalYearStart(year + 1) && day > fiscalYearEnd(year - 1)).toBe(true);
      }),
    );
  });

  it.each([
    [1988, '昭和63年度'],
    [1989, '平成元年度'],
    [2018, '平成30年度'],
    [2019, '令和元年度'],
    [2020, '令和2年度'],
    [2026, '令和8年度'],
  ])('%i is called %s', (year, name) => {
    expect(fiscalYearName(year)).toBe(name);
  });

  it('make an annual period', () => {
    const id = '00000000-0000-7000-8000-000000000001';
    const now = '2026-04-01T00:00:00.000Z';
    const period = makeAnnualPeriod({ fiscalYear: 2026, now, by: id });
    expect(periodSchema.parse(period)).toEqual(period);
    expect(period).toMatchObject({
      name: '令和8年度 年間評価',
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
    });
  });
});
