import type * as InPage from '../support/roster-times';
import { type PageTimes, pageTimes } from './page-times';

/** The page of an application that has no store yet, with the roster of 3,000 people. */
export function prepareRosters(): Promise<PageTimes<typeof InPage>> {
  return pageTimes('roster-times');
}
