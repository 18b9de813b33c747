import { dayLater } from '../period/day-steps';
import { fiscalYearEnd } from '../period/fiscal-year';
import type { PlainDate } from '../period/period';
import { COPY_DAYS } from '../store/copy-retention';
import type { PlacementRequest } from './placement-request';

/**
 * 「初期値」: years after its own for which a 配属希望申告 is kept. The city has published no
 * number; other cities keep theirs for one year (雲南市) or three (行方市).
 */
export const REQUEST_YEARS = 3;

/** The last day on which a request is kept. */
export function keptUntil({ fiscalYear }: Pick<PlacementRequest, 'fiscalYear'>): PlainDate {
  return fiscalYearEnd(fiscalYear + REQUEST_YEARS);
}

/** Whether its time is over, so that it is to be destroyed. */
export function isDue(request: Pick<PlacementRequest, 'fiscalYear'>, today: PlainDate): boolean {
  return today > keptUntil(request);
}

/**
 * The last day on which a copy can still hold what was destroyed on a day; later, as long as
 * the application is not started again.
 */
export function copiesUntil(destroyedOn: PlainDate): PlainDate {
  return dayLater(destroyedOn, COPY_DAYS);
}
