import type { PlainDate } from './period';
import { eras, formatWareki } from './wareki';

export type DayPart = 'year' | 'month' | 'dayOfMonth';

/** A day part by part as it is written; nothing says that it exists. */
export type WrittenDay = { era: string } & Record<DayPart, string>;

/** Stands where an era's name would, for years that are counted the Western way. */
export const WESTERN_YEARS = '西暦';

/** What a typed text says of a day: one, none that exists, or no day but words. */
export type DayReading =
  | { kind: 'day'; day: PlainDate }
  | { kind: 'wrong'; part: DayPart; message: string }
  | { kind: 'words' };

const between = '[年./ー-]';
const rest = `(元|\\d{1,4})${between}(\\d{1,2})(?:月|[./ー-])(\\d{1,2})日?`;
const eraDay = new RegExp(`^(明治|大正|昭和|平成|令和|[MTSHR])\\.?${rest}$`, 'iu');
const westernDay = new RegExp(`^(?:西暦)?${rest}$`, 'u');
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/u;
const weekday = /\([日月火水木金土]曜?日?\)$/u;

const eraLetters: Readonly<Record<string, string>> = {
  M: '明治',
  T: '大正',
  S: '昭和',
  H: '平成',
  R: '令和',
};

/** The parts of a text that is a day from end to end; null when it is anything else. */
export function writtenDay(text: string): WrittenDay | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').replace(weekday, '');
  const inEra = eraDay.exec(plain);
  if (inEra !== null) {
    const [, written = '', year = '', month = '', dayOfMonth = ''] = inEra;
    return { era: eraNameOf(written), year, month, dayOfMonth };
  }
  const [, year = '', month = '', dayOfMonth = ''] =
    westernDay.exec(plain) ?? eightDigits.exec(plain) ?? [];
  return /^[12]\d{3}$/u.test(year) ? { era: WESTERN_YEARS, year, month, dayOfMonth } : null;
}

/** The name of an era that may be written as its letter. */
export function eraNameOf(written: string): string {
  return eraLetters[written.toUpperCase()] ?? written;
}

/**
 * Reads a whole text as a day: `令和8年10月1日（木）`, `R8.10.1`, `2026/10/1`, `20261001`, in
 * full width too. Only an era or four digits make a year: `8.10.1` stays words.
 */
export function readDay(text: string): DayReading {
  const written = writtenDay(text);
  if (written === null) return { kind: 'words' };
  const { era, year, month, dayOfMonth } = written;
  return era === WESTERN_YEARS
    ? readParts(Number(year), month, dayOfMonth)
    : readEraDay(era, year === '元' ? 1 : Number(year), month, dayOfMonth);
}

/** The day in a box for one; null for an empty box, undefined for what is no day. */
export function typedDay(text: string): PlainDate | null | undefined {
  if (text.trim() === '') return null;
  const reading = readDay(text);
  return reading.kind === 'day' ? reading.day : undefined;
}

function readEraDay(name: string, year: number, month: string, dayOfMonth: string): DayReading {
  const index = eras.findIndex((era) => era.name === name);
  const era = eras[index];
  if (era === undefined) return { kind: 'words' };
  if (year === 0) return wrong('year', `${name}0年はありません。`);
  const found = readParts(era.firstYear + year - 1, month, dayOfMonth);
  if (found.kind !== 'day') return found;
  const { day } = found;
  if (day < era.firstDay) {
    return wrong('year', `${formatWareki(era.firstDay)}からが${name}です。${otherName(day)}`);
  }
  const following = eras[index - 1];
  if (following === undefined || day < following.firstDay) return found;
  return wrong(
    'year',
    `${formatWareki(following.firstDay)}からが${following.name}です。${otherName(day)}`,
  );
}

function wrong(part: DayPart, message: string): DayReading {
  return { kind: 'wrong', part, message };
}

function otherName(day: PlainDate): string {
  return `この日は${formatWareki(day)}です。`;
}

function readParts(year: number, monthText: string, dayText: string): DayReading {
  const month = Number(monthText);
  const dayOfMonth = Number(dayText);
  if (month < 1 || month > 12) return wrong('month', `${month}月はありません。`);
  const days = daysIn(year, month);
  if (dayOfMonth < 1) return wrong('dayOfMonth', `${dayOfMonth}日はありません。`);
  if (dayOfMonth > days) {
    const which = month === 2 ? `${year}年の2月` : `${month}月`;
    return wrong('dayOfMonth', `${which}は${days}日までです。`);
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return { kind: 'day', day: `${year}-${two(month)}-${two(dayOfMonth)}` };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
