import { dayLater } from '../period/day-steps';
import type { PlainDate } from '../period/period';
import type { Id } from '../record/record';
import type { Talk, TalkKind } from './talk';
import { isConfidential } from './talk-rules';
import { talkKindLabels } from './talk-words';

/** A month as weeks of seven days from Sunday on; days of the months beside it complete them. */
export function monthWeeks(month: string): PlainDate[][] {
  const first = `${month}-01`;
  const start = dayLater(first, -new Date(`${first}T00:00:00Z`).getUTCDay());
  const weeks: PlainDate[][] = [];
  for (let day = start; day < monthLater(month, 1); day = dayLater(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => dayLater(day, index)));
  }
  return weeks;
}

/** `2026-12` + 1 → `2027-01`. */
export function monthLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + (number - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

type Timed = Pick<Talk, 'id' | 'on' | 'at' | 'minutes' | 'state'>;

/** The other planned talks that take up some of the same time. */
export function overlapping<One extends Timed>(talk: Timed, others: readonly One[]): One[] {
  const span = spanOf(talk);
  if (span === null || talk.state === 'cancelled') return [];
  return others.filter((other) => {
    const taken = spanOf(other);
    if (other.id === talk.id || other.state === 'cancelled' || taken === null) return false;
    return other.on === talk.on && taken.from < span.to && span.from < taken.to;
  });
}

/** Minutes of the day; null without a day or a time. */
function spanOf({ on, at, minutes }: Timed): { from: number; to: number } | null {
  if (on === null || at === null) return null;
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const from = hour * 60 + minute;
  return { from, to: from + minutes };
}

/** Whole weeks from the day of the last talk to today; null where there was none. */
export function weeksSince(last: PlainDate | null, today: PlainDate): number | null {
  if (last === null || last > today) return null;
  const days = (Date.parse(today) - Date.parse(last)) / 86_400_000;
  return Math.floor(days / 7);
}

/** One entry of an .ics file: when, and of what kind. Nothing of what is spoken about. */
export type CalendarEntry = {
  id: Id;
  summary: string;
  on: PlainDate;
  at: string | null;
  minutes: number;
};

/**
 * What goes into the calendar of another program. A talk that stays between two goes only
 * when she asks for it, and then as 「予定」 without a name.
 */
export function calendarEntries(
  talks: readonly (Timed & { kind: TalkKind; otherNames: readonly string[] })[],
  { confidential }: { confidential: boolean },
): CalendarEntry[] {
  return talks.flatMap(({ id, on, at, minutes, state, kind, otherNames }) => {
    if (on === null || state === 'cancelled') return [];
    if (isConfidential(kind)) {
      return confidential ? [{ id, summary: '予定', on, at, minutes }] : [];
    }
    const names = kind === 'workplaceMeeting' ? [] : otherNames;
    const summary = [talkKindLabels[kind], ...names].join(' ');
    return [{ id, summary, on, at, minutes }];
  });
}
