import type { Migration, RawRecord } from './migration';

/**
 * Schema 5 adds talks, career plans and training; the new tables start empty. An assignment
 * on a sheet says whether 職員課 named the evaluator by it: 引継ぎ is written by herself.
 */
export const talksAndCareers: Migration = {
  to: 5,
  record: (table, record) => {
    const raised = 'schemaVersion' in record ? { ...record, schemaVersion: 5 } : record;
    return table === 'evaluatorAssignments' ? namedAssignment(raised) : raised;
  },
};

function namedAssignment(assignment: RawRecord): RawRecord {
  const { onSheet, role, evaluatorId, updatedBy } = assignment;
  if (typeof onSheet !== 'object' || onSheet === null || role === 'consulted') return assignment;
  const isNamed = Reflect.get(onSheet, 'former') !== null || updatedBy !== evaluatorId;
  return isNamed ? { ...assignment, onSheet: { ...onSheet, named: true } } : assignment;
}
