import type { PlainDate } from './period';

const DAY_MILLISECONDS = 86_400_000;

/** The day so many days later; earlier where `days` is negative. */
export function dayLater(day: PlainDate, days: number): PlainDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const time = Date.UTC(year, month - 1, dayOfMonth) + days * DAY_MILLISECONDS;
  return new Date(time).toISOString().slice(0, 10);
}
