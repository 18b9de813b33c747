import type { Scale } from '../form/form';

/** How high a rating stands on its scale, the lowest 1; null where it is not one of them. */
export function ratingPoints(scale: Scale, rating: string | null | undefined): number | null {
  const index = scale.steps.findIndex((step) => step.rating === rating);
  return index < 0 ? null : scale.steps.length - index;
}

/** Steps by which `other` stands above (+) or below (−) `own`; null where one is missing. */
export function ratingGap(
  scale: Scale,
  own: string | null | undefined,
  other: string | null | undefined,
): number | null {
  const from = ratingPoints(scale, own);
  const to = ratingPoints(scale, other);
  return from === null || to === null ? null : to - from;
}
