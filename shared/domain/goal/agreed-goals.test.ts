import { describe, expect, it } from 'vitest';
import {
  testEntry,
  testGoal,
  testId,
  testNow,
  testSheet,
} from '../../../test/support/sheet-builders';
import type { ColumnVersion } from '../sheet/column-version';
import { type Stage, stages } from '../sheet/sheet';
import { accessTo } from '../sheet/stage-rules';
import { agreedGoals } from './agreed-goals';

function version(stageRevision: number, changes: Partial<ColumnVersion> = {}): ColumnVersion {
  return {
    id: testId(600 + stageRevision),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(10),
    sheetId: testId(5),
    author: 'employee',
    stage: 'goalSetting',
    stageRevision,
    entries: [
      testEntry('goal/1', 'employee', {
        goal: testGoal({ content: `${stageRevision}回目` }),
        rating: 'A',
        text: '下書きの結果',
      }),
      testEntry('item/setsugu', 'employee', { text: '下書きの事実' }),
    ],
    ...changes,
  };
}

const versions = [
  version(1),
  version(3),
  version(5, { stage: 'selfEvaluation' }),
  version(6, { author: 'first', stage: 'firstEvaluation' }),
];

function as(number: number, stage: Stage) {
  const identity = { staffId: testId(number), rights: ['employee' as const] };
  return agreedGoals(versions, stage, accessTo({ ...testSheet(), stage }, identity));
}

describe('agreedGoals', () => {
  it('are those that were handed in last, without what was being prepared of the result', () => {
    for (const reader of [10, 11, 12]) {
      const agreed = as(reader, 'disclosed');
      expect(agreed?.map(({ goal }) => goal?.content)).toEqual(['3回目']);
      expect(JSON.stringify(agreed)).not.toContain('下書き');
      expect(agreed?.[0]).toMatchObject({ rating: null, text: '' });
    }
  });

  it('are there from the agreement on, and not while there is none', () => {
    expect(stages.filter((stage) => as(11, stage) === null)).toEqual([
      'goalSetting',
      'goalAgreement',
      'exempt',
    ]);
  });

  it('are nobody’s who may not read the plan', () => {
    for (const stage of stages) expect(as(99, stage)).toBeNull();
  });
});
