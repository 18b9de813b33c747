export type RowWindow = { first: number; end: number; before: number; after: number };

/** Rows kept at least above and below what is seen, so that Tab always finds a next one. */
const LEAST_OVERSCAN = 8;

/**
 * Which rows of a long list are worth drawing. `first` … `end` (exclusive) are drawn,
 * `before` and `after` are the heights in pixels that stand in for the others.
 */
export function windowOfRows(
  rowCount: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): RowWindow {
  const firstSeen = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const seen = Math.ceil(Math.max(0, viewHeight) / rowHeight);
  // A screen each way: the browser scrolls by itself, ahead of the page that draws the rows.
  const overscan = Math.max(LEAST_OVERSCAN, seen);
  const first = Math.max(0, Math.min(firstSeen, rowCount - seen) - overscan);
  const end = Math.min(rowCount, Math.max(0, first) + seen + 2 * overscan);
  return {
    first,
    end,
    before: first * rowHeight,
    after: Math.max(0, rowCount - end) * rowHeight,
  };
}
