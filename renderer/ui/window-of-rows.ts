export type RowWindow = { first: number; end: number; before: number; after: number };

/** Rows kept above and below what is seen, so that Tab always finds a next one. */
const OVERSCAN = 8;

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
  const first = Math.max(0, Math.min(firstSeen, rowCount - seen) - OVERSCAN);
  const end = Math.min(rowCount, Math.max(0, first) + seen + 2 * OVERSCAN);
  return {
    first,
    end,
    before: first * rowHeight,
    after: Math.max(0, rowCount - end) * rowHeight,
  };
}
