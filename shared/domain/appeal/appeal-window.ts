import { dayLater } from '../period/day-steps';
import type { PlainDate } from '../period/period';

export type AppealWindow = {
  /** The first day that counts: the day after 開示. */
  countedFrom: PlainDate;
  /** The last day on which an appeal can be filed. */
  lastDay: PlainDate;
};

/** Counted from the day after 開示, holidays included: they do not move its end. */
export function appealWindow(disclosedOn: PlainDate, days: number): AppealWindow {
  return { countedFrom: dayLater(disclosedOn, 1), lastDay: dayLater(disclosedOn, days) };
}

/** Before 開示 and after the last day nothing is filed; on the day of 開示 it already is. */
export function isAppealOpen(disclosedOn: PlainDate, days: number, today: PlainDate): boolean {
  return today >= disclosedOn && today <= appealWindow(disclosedOn, days).lastDay;
}

/** Days that are left, today included; 0 when it is over. */
export function daysLeft(lastDay: PlainDate, today: PlainDate): number {
  const between = (Date.parse(lastDay) - Date.parse(today)) / 86_400_000;
  return Math.max(0, between + 1);
}
