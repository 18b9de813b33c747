import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWareki, formatWarekiDateTime, formatWithSeireki } from './wareki';

describe('formatWareki', () => {
  it.each([
    ['1872-12-31', '1872年12月31日'],
    ['1873-01-01', '明治6年1月1日'],
    ['1912-07-29', '明治45年7月29日'],
    ['1912-07-30', '大正元年7月30日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1927-01-01', '昭和2年1月1日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-12-31', '平成元年12月31日'],
    ['1990-01-01', '平成2年1月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2020-01-01', '令和2年1月1日'],
    ['2026-04-01', '令和8年4月1日'],
  ])('%s is %s', (day, written) => {
    expect(formatWareki(day)).toBe(written);
  });

  it('agrees with the calendar of ICU on any day since 明治6年', () => {
    const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const days = fc.date({
      min: new Date('1873-01-01T00:00:00Z'),
      max: new Date('2200-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        expect(formatWareki(date.toISOString().slice(0, 10))).toBe(icu.format(date));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', '2026-4-1', '2026/04/01', '2026-04-01T00:00'])('refuses %j', (text) => {
    expect(() => formatWareki(text)).toThrow(RangeError);
  });
});

describe('formatWarekiDateTime', () => {
  it('writes the time as on the clock, without seconds', () => {
    expect(formatWarekiDateTime('2026-11-22T14:05')).toBe('令和8年11月22日 14:05');
    expect(formatWarekiDateTime('2019-05-01T00:00:59.123')).toBe('令和元年5月1日 00:00');
  });

  it.each(['2026-11-22', '2026-11-22T14:05Z', '2026-11-22 14:05'])('refuses %j', (text) => {
    expect(() => formatWarekiDateTime(text)).toThrow(RangeError);
  });
});

describe('formatWithSeireki', () => {
  it('has both years', () => {
    expect(formatWithSeireki('2026-04-01')).toBe('令和8年（2026年）');
    expect(formatWithSeireki('2019-05-01')).toBe('令和元年（2019年）');
  });
});
