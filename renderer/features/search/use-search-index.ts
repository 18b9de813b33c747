import { useEffect, useState } from 'react';
import type { IkuseiError } from '../../../shared/domain/errors';
import { asIkuseiError } from '../../data/as-ikusei-error';
import { type ListMark, listSheetsInSteps, loadListMark } from '../../data/search-sheets';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { makeSearchIndex, type SearchIndex } from './search-index';

type Known = { mark: ListMark; index: SearchIndex };

export type SearchIndexState = { index: SearchIndex | null; error: IkuseiError | null };

const known = new WeakMap<Store, Known>();

/**
 * The index of everything that the person may find, made when it is first asked for. The
 * one made before is used at once, and made anew behind it when the store has changed;
 * never another person's.
 */
export function useSearchIndex(): SearchIndexState {
  const store = useStore();
  const [state, setState] = useState<SearchIndexState>({ index: null, error: null });
  useEffect(() => {
    let left = false;
    const show = (next: SearchIndexState) => {
      if (!left) setState(next);
    };
    async function load() {
      const mark = await loadListMark(store);
      const last = known.get(store);
      if (last !== undefined && last.mark.person === mark.person) {
        show({ index: last.index, error: null });
        if (last.mark.generation === mark.generation) return;
      }
      const listed = await listSheetsInSteps(store);
      const index = makeSearchIndex(listed.sheets, listed.periods);
      known.set(store, { mark: listed.mark, index });
      show({ index, error: null });
    }
    load().catch((error: unknown) => show({ index: null, error: asIkuseiError(error) }));
    return () => {
      left = true;
    };
  }, [store]);
  return state;
}
