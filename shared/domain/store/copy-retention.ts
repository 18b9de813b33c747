/** 起動時の控え: the store's files as they were before the last so many good starts. */
export const GOOD_COPIES_KEPT = 3;

/**
 * Days for which a copy, or what was put aside as damaged, is kept: a good start after them
 * drops it. Only the newest good copy stays whatever its age, until a good start has taken a
 * newer one.
 */
export const COPY_DAYS = 31;

const DAY_MILLISECONDS = 86_400_000;

/**
 * Whether a copy of this moment is kept too long. What was destroyed on a day is in no copy
 * that is left by a good start more than `COPY_DAYS` days after that day. A time that lies
 * ahead, because the clock was put back, says nothing.
 */
export function isPastCopyDays(taken: Date, now: Date): boolean {
  return now.getTime() - taken.getTime() > COPY_DAYS * DAY_MILLISECONDS;
}
