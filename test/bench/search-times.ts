import type * as InPage from '../support/search-times';
import { type PageTimes, pageTimes } from './page-times';

/** The page of an application that has no store yet, with 20,000 made talks. */
export function prepareSearching(): Promise<PageTimes<typeof InPage>> {
  return pageTimes('search-times');
}
