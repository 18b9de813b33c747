import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayEras, dayInBoxes, faultOfBoxes, textOfBoxes, typeInBox } from './day-boxes';
import { type DayPart, readDay, type WrittenDay } from './read-day';

const empty: WrittenDay = { era: '令和', year: '', month: '', dayOfMonth: '' };

function boxes(era: string, year: string, month: string, dayOfMonth: string): WrittenDay {
  return { era, year, month, dayOfMonth };
}

/** Key by key from the year on, the keyboard going where it is sent. */
function typeKeys(keys: string, from: WrittenDay = empty): { boxes: WrittenDay; next: DayPart } {
  let state: { boxes: WrittenDay; next: DayPart } = { boxes: from, next: 'year' };
  for (const key of keys) {
    state = typeInBox(state.boxes, state.next, state.boxes[state.next] + key);
  }
  return state;
}

describe('dayInBoxes', () => {
  it.each([
    ['令和8年10月1日', boxes('令和', '8', '10', '1')],
    ['Ｈ３１．４．３０', boxes('平成', '31', '4', '30')],
    ['20261001', boxes('西暦', '2026', '10', '01')],
    ['平成40年4月1日', boxes('平成', '40', '4', '1')],
    ['令和元年5月', boxes('令和', '元', '5', '')],
    ['2026年10月', boxes('西暦', '2026', '10', '')],
    ['10月1日', boxes('令和', '', '10', '1')],
    ['年度内', empty],
    ['', empty],
  ])('takes %j apart', (text, expected) => {
    expect(dayInBoxes(text)).toEqual(expected);
  });

  it('finds again whatever the boxes said', () => {
    const anyBoxes = fc.record({
      era: fc.constantFrom(...dayEras.slice(0, -1)),
      year: fc.constantFrom('', '元', '8', '31'),
      month: fc.constantFrom('', '1', '10', '13'),
      dayOfMonth: fc.constantFrom('', '1', '31', '40'),
    });
    fc.assert(
      fc.property(anyBoxes, (written) => {
        const again = dayInBoxes(textOfBoxes(written));
        expect(again).toEqual(written.year === '' ? { ...written, era: '令和' } : written);
      }),
    );
  });
});

describe('typeInBox', () => {
  it.each([
    ['12101', boxes('令和', '12', '10', '1')],
    ['元51', boxes('令和', '元', '5', '1')],
    ['8.10.1', boxes('令和', '8', '10', '1')],
    ['8年10月1日', boxes('令和', '8', '10', '1')],
    ['8ー3ー31', boxes('令和', '8', '3', '31')],
    ['８．１０．１５', boxes('令和', '8', '１０', '１５')],
    ['R8.10.15', boxes('令和', '8', '10', '15')],
    ['h31.4.30', boxes('平成', '31', '4', '30')],
    ['昭和64.1.7', boxes('昭和', '64', '1', '7')],
    ['20261001', boxes('西暦', '2026', '10', '01')],
    ['2026/4/5', boxes('西暦', '2026', '4', '5')],
  ])('types %s from the year on', (keys, expected) => {
    expect(typeKeys(keys).boxes).toEqual(expected);
  });

  it.each([
    ['year', '8', 'year'],
    ['year', '31', 'month'],
    ['year', '20', 'year'],
    ['year', '元', 'month'],
    ['month', '1', 'month'],
    ['month', '2', 'dayOfMonth'],
    ['month', '１２', 'dayOfMonth'],
    ['month', '0', 'month'],
    ['dayOfMonth', '31', 'dayOfMonth'],
  ] as const)('after %s %s goes on in %s', (part, typed, next) => {
    expect(typeInBox(empty, part, typed)).toEqual({ boxes: { ...empty, [part]: typed }, next });
  });

  it.each(['R8.10.1', '２０２６１００１', '令和8年10月1日（木）', '2026/10/1'])(
    'lets a whole %s into any box',
    (typed) => {
      for (const part of ['year', 'month', 'dayOfMonth'] as const) {
        const { boxes: filled, next } = typeInBox(boxes('平成', '1', '2', '3'), part, typed);
        expect(readDay(textOfBoxes(filled))).toEqual({ kind: 'day', day: '2026-10-01' });
        expect(next).toBe('dayOfMonth');
      }
    },
  );

  it('keeps words, of which it understands nothing', () => {
    const anyWords = fc
      .string({ unit: 'binary' })
      .filter((text) => !/[\d元年月日./ー\-MTSHR]/iu.test(text.normalize('NFKC')));
    fc.assert(
      fc.property(anyWords, (typed) => {
        fc.pre(!dayEras.includes(typed.normalize('NFKC').trim()));
        expect(typeInBox(empty, 'year', typed).boxes.year).toBe(typed);
        expect(typeInBox(empty, 'month', typed).boxes.month).toBe(typed);
      }),
    );
  });
});

describe('faultOfBoxes', () => {
  it.each([
    [boxes('令和', '8', '10', '1'), null],
    [boxes('令和', '元', '５', '１'), null],
    [boxes('西暦', '2026', '10', '01'), null],
    [empty, 'year', '年を入れてください。'],
    [boxes('令和', '8', '', '1'), 'month', '月を入れてください。'],
    [boxes('令和', '8', '10', ''), 'dayOfMonth', '日を入れてください。'],
    [boxes('西暦', '8', '10', '1'), 'year', '西暦の年は、4桁の数字で入れてください。'],
    [boxes('令和', '八', '10', '1'), 'year', '年は、数字で入れてください。'],
    [boxes('令和', '8', '13', '1'), 'month', '13月はありません。'],
    [boxes('令和', '9', '2', '29'), 'dayOfMonth', '2027年の2月は28日までです。'],
    [
      boxes('平成', '40', '4', '1'),
      'year',
      '令和元年5月1日からが令和です。この日は令和10年4月1日です。',
    ],
  ] as [WrittenDay, DayPart | null, string?][])(
    'says of %j what is wrong',
    (written, part, message) => {
      expect(faultOfBoxes(written)).toEqual(part === null ? null : { part, message });
    },
  );

  it('finds none exactly where the line reads a day', () => {
    const text = fc.oneof(fc.constantFrom('', '元', '８'), fc.nat(40).map(String));
    const anyBoxes = fc.record({
      era: fc.constantFrom(...dayEras),
      year: fc.oneof(text, fc.nat(2200).map(String)),
      month: text,
      dayOfMonth: text,
    });
    fc.assert(
      fc.property(anyBoxes, (written) => {
        const isDay = readDay(textOfBoxes(written)).kind === 'day';
        expect(faultOfBoxes(written) === null).toBe(isDay);
      }),
    );
  });
});
