/** 起動時の控え: the store's files as they were before the last so many good starts. */
export const GOOD_COPIES_KEPT = 3;

/**
 * Days after which no copy can hold what was destroyed. Nothing but the copies of the last
 * good starts exists, and they go by starts, not by days: an office PC on which 職員課 works is
 * started at least three times within a month, whatever holidays lie in it. Whatever keeps
 * copies longer has to raise this number first.
 */
export const COPY_DAYS = 31;
