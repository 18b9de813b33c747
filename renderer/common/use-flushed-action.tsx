import { type ReactNode, useState } from 'react';
import { type Problem, problemOf } from '../platform/problem';
import { flushAll } from '../state/save-state';
import { ErrorNotice } from '../ui/ErrorNotice';

type FlushedAction = {
  run: (action: () => Promise<unknown>) => void;
  /** What went wrong with the last one. */
  failure: ReactNode;
};

/** Does something once everything typed is stored, and says what kept it from being done. */
export function useFlushedAction(): FlushedAction {
  const [problem, setProblem] = useState<Problem | null>(null);
  async function attempt(action: () => Promise<unknown>) {
    setProblem(null);
    try {
      if (await flushAll()) await action();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }
  return {
    run: (action) => void attempt(action),
    failure:
      problem === null ? null : <ErrorNotice problem={problem} onClose={() => setProblem(null)} />,
  };
}
