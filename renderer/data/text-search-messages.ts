import type { ErrorName } from '../../shared/domain/errors';
import type { DataSet } from '../../shared/domain/store/meta';
import type { IndexProgress, SearchPerson, TextAnswer, TextQuery } from './text-engine';
import type { Timeline } from './timeline-queries';
import type { WrittenRows } from './write-mark';

/** What the page asks of its search worker; each answer carries the number of its question. */
export type SearchQuestion =
  | { ask: 'search'; query: TextQuery }
  | { ask: 'people' }
  | { ask: 'timeline'; staffId: string; confidential: boolean }
  | { ask: 'flush' };

export type ToSearchWorker =
  /**
   * The data key goes from the page to the page's own worker: the same origin, the same
   * process, a file of our own bundle (`worker-src 'self'`). It opens what the page opens.
   */
  | { say: 'open'; dataSet: DataSet; key: Uint8Array }
  | { say: 'written'; written: WrittenRows }
  | { say: 'question'; number: number; question: SearchQuestion };

export type FromSearchWorker =
  | { say: 'progress'; progress: IndexProgress }
  | { say: 'answer'; number: number; answer: TextAnswer | SearchPerson[] | Timeline | null }
  | { say: 'failed'; number: number | null; errorName: ErrorName };
