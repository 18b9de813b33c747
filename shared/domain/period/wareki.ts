import type { PlainDate } from './period';

type Era = { name: string; firstDay: PlainDate; firstYear: number };

/**
 * Newest first. 明治 starts at 6年1月1日: before that day Japan counted by another
 * calendar, and a day of ours has no right name in it.
 */
export const eras: readonly Era[] = [
  { name: '令和', firstDay: '2019-05-01', firstYear: 2019 },
  { name: '平成', firstDay: '1989-01-08', firstYear: 1989 },
  { name: '昭和', firstDay: '1926-12-25', firstYear: 1926 },
  { name: '大正', firstDay: '1912-07-30', firstYear: 1912 },
  { name: '明治', firstDay: '1873-01-01', firstYear: 1868 },
];

type DayParts = { year: number; month: number; dayOfMonth: number };

function partsOf(day: PlainDate): DayParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (match === null) throw new RangeError(`not a calendar day: ${day}`);
  return { year: Number(match[1]), month: Number(match[2]), dayOfMonth: Number(match[3]) };
}

/** `令和8年` for a day in it, `令和元年` for the first, `1870年` before 明治6年. */
export function formatWarekiYear(day: PlainDate): string {
  const { year } = partsOf(day);
  const era = eras.find(({ firstDay }) => day >= firstDay);
  if (era === undefined) return `${year}年`;
  const eraYear = year - era.firstYear + 1;
  return `${era.name}${eraYear === 1 ? '元' : eraYear}年`;
}

/** `令和8年4月1日`. @throws RangeError when `day` is not written as `2026-04-01` */
export function formatWareki(day: PlainDate): string {
  return `${formatWarekiYear(day)}${monthAndDay(day)}`;
}

/** `4月1日`, where the year is clear. @throws RangeError when `day` is not `2026-04-01` */
export function monthAndDay(day: PlainDate): string {
  const { month, dayOfMonth } = partsOf(day);
  return `${month}月${dayOfMonth}日`;
}

/**
 * `令和8年11月22日 14:05`.
 *
 * @param localIso local time as `2026-11-22T14:05`; seconds may follow and are left out
 */
export function formatWarekiDateTime(localIso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::[\d.]+)?$/u.exec(localIso);
  const [, day, time] = match ?? [];
  if (day === undefined || time === undefined) {
    throw new RangeError(`not a local date and time: ${localIso}`);
  }
  return `${formatWareki(day)} ${time}`;
}

/** `令和8年（2026年）`, for places where the Western year must be within reach. */
export function formatWithSeireki(day: PlainDate): string {
  return `${formatWarekiYear(day)}（${partsOf(day).year}年）`;
}

/** `令和8年10月1日（木）`. @throws RangeError when `day` is not written as `2026-04-01` */
export function formatWithWeekday(day: PlainDate): string {
  const { year, month, dayOfMonth } = partsOf(day);
  // Sakamoto's: January and February count with the year before.
  const counted = month < 3 ? year - 1 : year;
  const monthShift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const leaps = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400);
  const weekday = '日月火水木金土'[(counted + leaps + monthShift + dayOfMonth) % 7];
  return `${formatWareki(day)}（${weekday}）`;
}
