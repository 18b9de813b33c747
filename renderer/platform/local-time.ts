function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Local time as `2026-11-22T14:05`, the form `formatWarekiDateTime` takes. */
export function toLocalIso(date: Date): string {
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return `${day.join('-')}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The page's clock; the pure parts of the project are given its answer. */
export function localNow(): string {
  return toLocalIso(new Date());
}

/** An instant as the clock on this PC showed it: `14:05`. */
export function clockTime(instant: string): string {
  return toLocalIso(new Date(instant)).slice(11);
}

/** Today on this PC's clock, as `2026-04-01`. */
export function localToday(): string {
  return localNow().slice(0, 10);
}
