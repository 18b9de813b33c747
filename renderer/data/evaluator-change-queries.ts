import type { EvaluatorAssignment } from '../../shared/domain/staff/evaluator-assignment';
import { loadIdentity } from './queries';
import { readAll } from './read-rows';
import type { Store } from './store';

/** Whom I evaluate or am consulted about, beside whom the roster says. */
export async function listOwnAssignments(store: Store): Promise<EvaluatorAssignment[]> {
  const [identity, assignments] = await Promise.all([
    loadIdentity(store),
    readAll(store, 'evaluatorAssignments'),
  ]);
  return assignments.filter(({ evaluatorId }) => evaluatorId === identity.staffId);
}
