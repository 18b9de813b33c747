import type { PlainDate } from '../period/period';
import { type DayReading, readDay } from '../period/read-day';

const monthAndDayOnly = /^(\d{1,2})(?:月|[./-])(\d{1,2})日?$/u;

/**
 * The day that a note's box names. Without a year (`6月3日`, `6/3`) it is the last such day
 * that has come.
 *
 * @param today as `2026-06-03`
 */
export function readNoteDay(typed: string, today: PlainDate): DayReading {
  const [, month, dayOfMonth] = monthAndDayOnly.exec(typed.normalize('NFKC').trim()) ?? [];
  if (month === undefined || dayOfMonth === undefined) return readDay(typed);
  const year = Number(today.slice(0, 4));
  const inYear = (counted: number) => readDay(`${counted}/${month}/${dayOfMonth}`);
  const thisYear = inYear(year);
  if (thisYear.kind === 'day' && thisYear.day <= today) return thisYear;
  const lastYear = inYear(year - 1);
  return lastYear.kind === 'day' ? lastYear : thisYear;
}
