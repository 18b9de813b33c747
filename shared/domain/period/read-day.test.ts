import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, typedDay } from './read-day';
import { formatWareki, formatWithWeekday } from './wareki';

const anyDay = fc
  .date({
    min: new Date('1873-01-01T00:00:00Z'),
    max: new Date('2200-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (each) =>
    String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0),
  );
}

describe('readDay', () => {
  it.each([
    'R8.10.1',
    'r8/10/1',
    'R8-10-1',
    'R08.10.01',
    '令和8年10月1日',
    '令和8年10月1日（木）',
    '令和 8年 10月 1日',
    '2026/10/1',
    '2026-10-01',
    '2026年10月1日',
    '20261001',
    '２０２６ー１０ー１',
    'Ｒ８．１０．１',
  ])('reads %s', (text) => {
    expect(readDay(text)).toEqual({ kind: 'day', day: '2026-10-01' });
  });

  it.each([
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['H31.4.30', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['R10.2.29', '2028-02-29'],
  ])('reads %s at the edge', (text, day) => {
    expect(readDay(text)).toEqual({ kind: 'day', day });
  });

  it.each([
    '',
    '年度内',
    '通年',
    '令和9年2月末',
    '3月第2週',
    '9月末',
    '8.10.1',
    '10/1',
    '123',
    '第3四半期まで',
  ])('leaves %j as words', (text) => {
    expect(readDay(text)).toEqual({ kind: 'words' });
  });

  it.each([
    ['R8.13.1', 'month', '13月はありません。'],
    ['R8.0.1', 'month', '0月はありません。'],
    ['R8.4.31', 'dayOfMonth', '4月は30日までです。'],
    ['R8.4.0', 'dayOfMonth', '0日はありません。'],
    ['令和9年2月29日', 'dayOfMonth', '2027年の2月は28日までです。'],
    ['令和0年5月1日', 'year', '令和0年はありません。'],
    ['昭和64年1月8日', 'year', '平成元年1月8日からが平成です。この日は平成元年1月8日です。'],
    ['平成40年4月1日', 'year', '令和元年5月1日からが令和です。この日は令和10年4月1日です。'],
    ['令和元年4月30日', 'year', '令和元年5月1日からが令和です。この日は平成31年4月30日です。'],
  ])('says what is wrong with %s', (text, part, message) => {
    expect(readDay(text)).toEqual({ kind: 'wrong', part, message });
  });

  it('reads back every way a day is written', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const ways = [formatWareki(day), formatWithWeekday(day), day, day.replaceAll('-', '')];
        for (const way of [...ways, ...ways.map(fullWidth)]) {
          expect(readDay(way)).toEqual({ kind: 'day', day });
        }
      }),
    );
  });

  it('answers any text, and a day only as one that exists', () => {
    const parts = fc.tuple(fc.nat(3000), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          parts.map((all) => all.join('/')),
        ),
        (text) => {
          const reading = readDay(text);
          if (reading.kind !== 'day') return;
          expect(new Date(`${reading.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(reading.day);
        },
      ),
    );
  });
});

describe('formatWithWeekday', () => {
  it('agrees with the calendar on any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weekday = '日月火水木金土'[new Date(`${day}T00:00:00Z`).getUTCDay()];
        expect(formatWithWeekday(day)).toBe(`${formatWareki(day)}（${weekday}）`);
      }),
    );
  });
});

describe('typedDay', () => {
  it('tells an empty box from what is no day', () => {
    expect(typedDay(' ')).toBeNull();
    expect(typedDay('R8.10.1')).toBe('2026-10-01');
    expect(typedDay('年度内')).toBeUndefined();
    expect(typedDay('R8.2.30')).toBeUndefined();
  });
});
