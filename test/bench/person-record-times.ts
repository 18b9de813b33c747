import type * as InPage from '../support/person-record-times';
import { type PageTimes, pageTimes } from './page-times';

/** The page of an application that has no store yet, with one person of thirty years. */
export function preparePersonRecord(): Promise<PageTimes<typeof InPage>> {
  return pageTimes('person-record-times');
}
