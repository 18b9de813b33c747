import { dayLater } from '../period/day-steps';
import type { Period, PlainDate } from '../period/period';

/**
 * Whole months of a period in which a person serves, from the day she came; 0 when she comes
 * after it. A month is whole from a day to the day before the same day of the next.
 */
export function monthsServed(
  period: Pick<Period, 'startsOn' | 'endsOn'>,
  hiredOn: PlainDate | null,
): number {
  const from = hiredOn === null || hiredOn < period.startsOn ? period.startsOn : hiredOn;
  const until = dayLater(period.endsOn, 1);
  if (from >= until) return 0;
  const months = monthNumber(until) - monthNumber(from);
  return from.slice(8) > until.slice(8) ? months - 1 : months;
}

function monthNumber(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
