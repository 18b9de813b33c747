import { IkuseiError } from '../../shared/domain/errors';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { faultOf } from '../../shared/domain/staff/assignment-problems';
import { type EvaluatorAssignment, isByDays } from '../../shared/domain/staff/evaluator-assignment';
import { sanitizeText } from '../../shared/domain/text/sanitize';
import { requireHr } from './commands';
import { listStaff } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';
import { writeStore } from './write-store';

export type SaidAssignment = Pick<
  EvaluatorAssignment,
  'staffId' | 'role' | 'evaluatorId' | 'from' | 'to' | 'remark'
>;

/**
 * Writes who evaluates a person from which day to which; anew, or in place of what was said.
 *
 * @param id of the one to be changed
 * @throws IkuseiError notYours, badRequest, saveFailed
 */
export async function saveAssignment(
  store: Store,
  said: SaidAssignment,
  id: string | null,
): Promise<void> {
  await writeStore(store, ['evaluatorAssignments', 'staff'], async (writer) => {
    const { staffId: by } = await requireHr(store);
    const fault = faultOf(said, await listStaff(store));
    if (fault !== null) throw new IkuseiError('badRequest', fault);
    const stamp = { updatedAt: store.now(), updatedBy: by };
    const row = { ...said, remark: sanitizeText(said.remark).trim(), ...stamp };
    if (id === null) {
      const made = { ...row, id: store.newId(), schemaVersion: SCHEMA_VERSION };
      await writer.insert('evaluatorAssignments', [made]);
    } else {
      const before = await assignmentByDays(store, id);
      await writer.replace('evaluatorAssignments', [{ ...before, ...row }]);
    }
  });
}

/** What was said of one sheet holds a column, 引継ぎ or an opinion: it is never written over here. */
async function assignmentByDays(store: Store, id: string): Promise<EvaluatorAssignment> {
  const assignment = await readOne(store, 'evaluatorAssignments', id);
  if (!isByDays(assignment)) throw new IkuseiError('badRequest');
  return assignment;
}

/** @throws IkuseiError notYours, recordMissing, badRequest, saveFailed */
export async function removeAssignment(store: Store, id: string): Promise<void> {
  await writeStore(store, ['evaluatorAssignments'], async (writer) => {
    await requireHr(store);
    await writer.remove('evaluatorAssignments', [(await assignmentByDays(store, id)).id]);
  });
}
