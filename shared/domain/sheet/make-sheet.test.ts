import { describe, expect, it } from 'vitest';
import { testForm, testId, testSheet, testStaff } from '../../../test/support/sheet-builders';
import { sheetSchema } from './sheet';

describe('makeSheet', () => {
  it('keeps the person and her evaluators as they are now', () => {
    const sheet = testSheet();
    expect(sheetSchema.parse(sheet)).toEqual(sheet);
    expect(sheet.staff).toEqual({
      number: '100234',
      name: '𠮷田 美咲',
      kana: 'よしだ みさき',
      orgUnitId: testStaff(10).orgUnitId,
      orgUnitPath: ['市民部', '市民課', '市民係'],
      positionName: '主任',
      grade: '3級',
      jobTitle: '主任',
    });
    expect(sheet.firstEvaluator).toEqual({
      staffId: testId(11),
      name: '相川 直美',
      jobTitle: '市民係長',
    });
    expect(sheet.stage).toBe('goalSetting');
    expect(sheet.progress.employee).toEqual({ filled: 0, total: 16 });
  });

  it('has no evaluator where the roster names none, herself, or somebody unknown', () => {
    const evaluators = (firstEvaluatorId: string | null) =>
      testSheet(testForm(), testStaff(10, { firstEvaluatorId })).firstEvaluator;
    expect(evaluators(null)).toBeNull();
    expect(evaluators(testId(10))).toBeNull();
    expect(evaluators(testId(77))).toBeNull();
  });
});
