import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for good that does what the newest one does; not to be called in a render. */
export function useStableHandler<Arguments extends unknown[], Result>(
  handler: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  return useCallback((...given: Arguments) => newest.current(...given), []);
}
