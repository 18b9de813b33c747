import type { PlainDate } from './period';
import { formatWarekiYear } from './wareki';

/** The fiscal year a day lies in, named by the year of its April. */
export function fiscalYearOf(day: PlainDate): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) < '04' ? year - 1 : year;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}

export function fiscalYearStart(year: number): PlainDate {
  return `${fourDigits(year)}-04-01`;
}

export function fiscalYearEnd(year: number): PlainDate {
  return `${fourDigits(year + 1)}-03-31`;
}

/**
 * `令和8年度`. A fiscal year bears the era of its first day; only 2019, which began in
 * 平成31年, was declared 令和元年度 as a whole.
 */
export function fiscalYearName(year: number): string {
  if (year === 2019) return '令和元年度';
  return `${formatWarekiYear(fiscalYearStart(year))}度`;
}
