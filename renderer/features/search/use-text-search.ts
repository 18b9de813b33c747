import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { IkuseiError } from '../../../shared/domain/errors';
import { asIkuseiError } from '../../data/as-ikusei-error';
import { useStore } from '../../data/store-context';
import type { IndexProgress, TextAnswer, TextQuery } from '../../data/text-engine';
import { indexProgress, onIndexProgress, searchTexts } from '../../data/text-search';
import { onWritten } from '../../data/write-mark';

/** Between two keys of somebody who types. */
const PAUSE_MILLISECONDS = 80;

export type TextSearch = {
  /** The answer before stays in sight until the next one is there, as long as she types on. */
  answer: TextAnswer | null;
  /** Whether it answers what is asked now. */
  current: boolean;
  error: IkuseiError | null;
  /** Null once the index tells of everything. */
  progress: IndexProgress | null;
};

type Told = {
  key: string;
  typed: string;
  filter: string;
  answer: TextAnswer | null;
  error: IkuseiError | null;
};

const nothing: Told = { key: '', typed: '', filter: '', answer: null, error: null };

/** A letter more or less: what was found before is nearly what will be. */
function goesOn(before: string, now: string): boolean {
  return before !== '' && (now.startsWith(before) || before.startsWith(now));
}

/**
 * Asks again after every write, by whomever, and as the index grows.
 *
 * @param query null asks nothing
 */
export function useTextSearch(query: TextQuery | null): TextSearch {
  const store = useStore();
  const progress = useIndexProgress(query !== null);
  const [told, setTold] = useState(nothing);
  const key = query === null ? '' : JSON.stringify(query);

  useEffect(() => {
    if (key === '') return;
    let live = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const asked: TextQuery = JSON.parse(key);
    const { typed } = asked;
    const filter = JSON.stringify(asked.filter);
    const ask = () => {
      searchTexts(store, asked).then(
        (answer) => live && setTold({ key, typed, filter, answer, error: null }),
        (error: unknown) =>
          live && setTold({ key, typed, filter, answer: null, error: asIkuseiError(error) }),
      );
    };
    const askLater = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MILLISECONDS);
    };
    askLater();
    const stops = [onWritten(store, askLater), onIndexProgress(store, askLater)];
    return () => {
      live = false;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [store, key]);

  if (query === null) return { answer: null, current: true, error: null, progress };
  const current = told.key === key;
  // What another filter found may be what is not to be in sight any more.
  const isSameFilter = told.filter === JSON.stringify(query.filter);
  const kept = current || (isSameFilter && goesOn(told.typed, query.typed));
  return {
    answer: kept ? told.answer : null,
    current,
    error: current ? told.error : null,
    progress,
  };
}

function useIndexProgress(wanted: boolean): IndexProgress | null {
  const store = useStore();
  const subscribe = useCallback(
    (listener: () => void) => (wanted ? onIndexProgress(store, listener) : () => undefined),
    [store, wanted],
  );
  const progress = useSyncExternalStore(subscribe, () => indexProgress(store));
  return progress?.done === true ? null : progress;
}

/** How much of the index is made: `文章の索引を作っています（40％）`. */
export function progressWords({ read, total }: IndexProgress): string {
  const share = total === 0 ? 100 : Math.min(99, Math.floor((read / total) * 100));
  return `文章の索引を作っています（${share}％）`;
}
