import {
  type DayPart,
  eraNameOf,
  readDay,
  WESTERN_YEARS,
  type WrittenDay,
  writtenDay,
} from './read-day';
import { eras } from './wareki';

/** Newest first, and the Western years last. */
export const dayEras: readonly string[] = [...eras.map(({ name }) => name), WESTERN_YEARS];

const newestEra = dayEras[0] ?? WESTERN_YEARS;
const eraNames = eras.map(({ name }) => name).join('|');
const begunDay = new RegExp(
  `^(${eraNames})?(?:(元|\\d{1,4})年)?(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?$`,
  'u',
);
const eraAndYear = new RegExp(`^(${eraNames}|[MTSHR])\\.?(元?|\\d{1,4})$`, 'iu');
const withUnit = /^(.*?)[年月日./ー-]$/u;

/** A text in boxes: the day it is, what it has of one (令和8年10月), or nothing. */
export function dayInBoxes(text: string): WrittenDay {
  const whole = writtenDay(text);
  if (whole !== null) return whole;
  const begun = begunDay.exec(text.normalize('NFKC'));
  const [, era, year = '', month = '', dayOfMonth = ''] = begun ?? [];
  const counted = year.length === 4 ? WESTERN_YEARS : newestEra;
  return { era: era ?? counted, year, month, dayOfMonth };
}

/** What stands in the boxes as one text, in the order it is read aloud. */
export function textOfBoxes({ era, year, month, dayOfMonth }: WrittenDay): string {
  const yearText = era === WESTERN_YEARS ? year : `${era}${year}`;
  return [
    year === '' ? '' : `${yearText}年`,
    month === '' ? '' : `${month}月`,
    dayOfMonth === '' ? '' : `${dayOfMonth}日`,
  ].join('');
}

export type BoxFault = { part: DayPart; message: string };

/** What keeps the boxes from being a day, at the first box to mend; null when they are one. */
export function faultOfBoxes(boxes: WrittenDay): BoxFault | null {
  for (const part of ['year', 'month', 'dayOfMonth'] as const) {
    const message = faultOfBox(part, boxes);
    if (message !== null) return { part, message };
  }
  const reading = readDay(textOfBoxes(boxes));
  return reading.kind === 'wrong' ? { part: reading.part, message: reading.message } : null;
}

const units = { year: '年', month: '月', dayOfMonth: '日' } as const;

function faultOfBox(part: DayPart, boxes: WrittenDay): string | null {
  const plain = boxes[part].normalize('NFKC').trim();
  if (plain === '') return `${units[part]}を入れてください。`;
  if (part === 'year' && boxes.era === WESTERN_YEARS) {
    return /^[12]\d{3}$/u.test(plain) ? null : '西暦の年は、4桁の数字で入れてください。';
  }
  const known = part === 'year' ? /^(元|\d{1,4})$/u : /^\d{1,2}$/u;
  return known.test(plain) ? null : `${units[part]}は、数字で入れてください。`;
}

/**
 * A box after typing or pasting: a whole day fills all of them, an era before the year
 * chooses it, and four digits are a Western year.
 *
 * @returns the boxes, and the one where typing goes on
 */
export function typeInBox(
  boxes: WrittenDay,
  part: DayPart,
  typed: string,
): { boxes: WrittenDay; next: DayPart } {
  const whole = writtenDay(typed);
  if (whole !== null) return { boxes: whole, next: 'dayOfMonth' };
  const plain = typed.normalize('NFKC').trim();
  const [, beforeUnit] = withUnit.exec(plain) ?? [];
  // The keyboard is already in the next box when a separator follows a full one.
  if (beforeUnit === '') return { boxes: { ...boxes, [part]: '' }, next: part };
  const text = beforeUnit ?? plain;
  if (part !== 'year') {
    const full = beforeUnit !== undefined || /^(\d\d|[2-9])$/u.test(text);
    const next = part === 'month' && full ? 'dayOfMonth' : part;
    return { boxes: { ...boxes, [part]: beforeUnit ?? typed }, next };
  }
  const [, writtenEra, eraYear] = eraAndYear.exec(text) ?? [];
  const western = /^[12]\d{3}$/u.test(text);
  const era =
    writtenEra === undefined ? (western ? WESTERN_YEARS : boxes.era) : eraNameOf(writtenEra);
  const year = eraYear ?? beforeUnit ?? typed;
  const full = beforeUnit !== undefined || isFullYear(era, eraYear ?? text);
  return { boxes: { ...boxes, era, year }, next: full && year !== '' ? 'month' : 'year' };
}

/** 19 and 20 are where a Western year begins, and wait for its other digits. */
function isFullYear(era: string, year: string): boolean {
  if (era === WESTERN_YEARS) return /^\d{4}$/u.test(year);
  return year === '元' || (/^\d\d$/u.test(year) && year !== '19' && year !== '20');
}
