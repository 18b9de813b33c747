import { liveQuery } from 'dexie';
import { startTransition, useEffect, useState } from 'react';
import type { IkuseiError } from '../../shared/domain/errors';
import { keepSame } from '../../shared/domain/record/keep-same';
import { asIkuseiError } from './as-ikusei-error';
import type { Store } from './store';
import { useStore } from './store-context';

export type LiveResult<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; error: IkuseiError };

type Answer<Value> = { key: string; store: Store; result: LiveResult<Value> };

/**
 * Reads from the store and again whenever what was read changes. What a later answer says
 * again is the same object as before, and an answer that says nothing new draws nothing.
 *
 * @param query reads only; called anew when `deps` change
 * @param deps everything the query uses besides the store, comparable as JSON; a result
 *   for other deps is never shown, so no page shows the person before
 */
export function useLiveQuery<Value>(
  query: (store: Store) => Promise<Value>,
  deps: readonly (string | number | boolean | null)[],
): LiveResult<Value> {
  const store = useStore();
  const key = JSON.stringify(deps);
  const [answer, setAnswer] = useState<Answer<Value> | null>(null);

  // The query is a new function on every render; `key` says when it means something else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let shown: LiveResult<Value> | null = null;
    const show = (answered: LiveResult<Value>) => {
      const result = keepSame(shown, answered);
      if (result === shown) return;
      const update = () => setAnswer({ key, store, result });
      // The first answer is waited for; a later one must not hold up a key.
      if (shown === null) update();
      else startTransition(update);
      shown = result;
    };
    const subscription = liveQuery(() => query(store)).subscribe({
      next: (value) => show({ state: 'ready', value }),
      error: (error: unknown) => show({ state: 'failed', error: asIkuseiError(error) }),
    });
    return () => subscription.unsubscribe();
  }, [store, key]);

  return answer !== null && answer.key === key && answer.store === store
    ? answer.result
    : { state: 'loading' };
}
