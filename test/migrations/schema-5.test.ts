import { expect, it } from 'vitest';
import { evaluatorAssignmentSchema } from '../../shared/domain/staff/evaluator-assignment';
import { talksAndCareers } from '../../shared/migrations/0005-talks-and-careers';
import { testId, testNow } from '../support/sheet-builders';

const hr = testId(1);
const evaluator = testId(11);

function assignmentOfSchema4(updatedBy: string, role: 'first' | 'consulted') {
  return {
    id: testId(70),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy,
    staffId: testId(10),
    role,
    evaluatorId: evaluator,
    from: '2026-10-01',
    to: '2027-03-31',
    remark: '',
    onSheet: {
      sheetId: testId(5),
      evaluator: { staffId: evaluator, name: '相川 直美', jobTitle: '係長' },
      former: null,
      formerColumn: [],
      text: '',
      organisation: '',
    },
  };
}

it.each([
  ['named by 職員課', hr, 'first', true],
  ['made by an evaluator for her 引継ぎ', evaluator, 'first', undefined],
  ['of who is consulted', hr, 'consulted', undefined],
] as const)('an assignment %s says so', (_words, updatedBy, role, named) => {
  const record = talksAndCareers.record(
    'evaluatorAssignments',
    assignmentOfSchema4(updatedBy, role),
  );
  expect(evaluatorAssignmentSchema.parse(record).onSheet?.named).toBe(named);
});
