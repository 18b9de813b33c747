import { problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';

/** Says an error with its code and what to do next. */
export function notifyProblem(error: unknown): void {
  const { title, code, detail, next } = problemOf(error);
  notify({ tone: 'error', title, code, body: [detail, next].filter(Boolean).join('\n') });
}
