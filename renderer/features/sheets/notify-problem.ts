import { problemOf } from '../../platform/problem';
import { notifyProblem as notify } from '../../state/notifications';

/** Says an error with its code and what to do next. */
export function notifyProblem(error: unknown): void {
  notify(problemOf(error));
}
