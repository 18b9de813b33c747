import type { Id } from '../record/record';
import { dayLater } from './day-steps';
import type { Period, PlainDate } from './period';

/** Days after its last deadline in which what is late is still to be seen. */
const LATE_DAYS = 60;

/**
 * The periods under way on a day, in the order given: begun, and not long past their last
 * deadline. Where there is none, the first one, so that nobody stands before an empty page.
 *
 * @param periods newest first
 */
export function runningPeriods(periods: readonly Period[], today: PlainDate): Period[] {
  const running = periods.filter(
    (period) => period.startsOn <= today && today <= dayLater(lastDayOf(period), LATE_DAYS),
  );
  return running.length > 0 ? running : periods.slice(0, 1);
}

/** The period that everybody works in today; null when there is none at all. */
export function presentPeriod(periods: readonly Period[], today: PlainDate): Period | null {
  const running = runningPeriods(periods, today);
  return running.find(({ audience }) => audience !== 'probation') ?? running[0] ?? null;
}

function lastDayOf({ endsOn, deadlines }: Period): PlainDate {
  return [endsOn, ...Object.values(deadlines)].reduce((last, day) => (day > last ? day : last));
}

/**
 * The last of these periods that began before a period, one of its own kind first: a 特別評価
 * in between does not hide the year before.
 */
export function previousPeriod(periods: readonly Period[], periodId: Id): Period | null {
  const current = periods.find(({ id }) => id === periodId);
  if (current === undefined) return null;
  const earlier = periods
    .filter(({ startsOn }) => startsOn < current.startsOn)
    .toSorted((left, right) => right.startsOn.localeCompare(left.startsOn));
  return earlier.find(({ kind }) => kind === current.kind) ?? earlier[0] ?? null;
}
