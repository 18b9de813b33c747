/** Fits the width, fits the whole page, or per cent of the paper's real size. */
export type Zoom = 'width' | 'page' | number;

export type Size = { width: number; height: number };

export const zoomSteps = [50, 75, 100, 125, 150, 200, 300, 400] as const;
const SMALLEST = zoomSteps[0];
const LARGEST = 400;

/** CSS pixels to a point of paper at 100 %. */
const REAL_SIZE = 96 / 72;

/**
 * CSS pixels to a point.
 *
 * @param page in points
 * @param area that the page may take, in CSS pixels
 */
export function scaleOf(zoom: Zoom, page: Size, area: Size): number {
  if (typeof zoom === 'number') return (zoom / 100) * REAL_SIZE;
  const fitted =
    zoom === 'width'
      ? area.width / page.width
      : Math.min(area.width / page.width, area.height / page.height);
  // An area that has no size yet must not make a page of none.
  return Math.max(fitted, 0.1);
}

export function percentOf(scale: number): number {
  return Math.round((scale / REAL_SIZE) * 100);
}

/** The next step from a size that may lie between two; stays at the ends. */
export function nextZoom(percent: number, direction: 'in' | 'out'): number {
  return direction === 'in'
    ? (zoomSteps.find((step) => step > percent) ?? LARGEST)
    : (zoomSteps.findLast((step) => step < percent) ?? SMALLEST);
}
