import { expect, it } from 'vitest';
import { testForm, testPeriod, testSheet, testStaff } from '../../test/support/sheet-builders';
import { evaluationSheetFileName } from './suggested-file-name';

it('names a sheet by form, year, number and person', () => {
  expect(evaluationSheetFileName(testSheet(), testPeriod)).toBe(
    '人事評価シート_令和8年度_100234_𠮷田美咲',
  );
});

it('is safe whatever a name holds', () => {
  const staff = testStaff(10, { number: '00/12', name: '長い　名前'.repeat(80) });
  const name = evaluationSheetFileName(testSheet(testForm(), staff), testPeriod);
  expect(name).toMatch(/^人事評価シート_令和8年度_0012_長い名前/u);
  expect(name.length).toBeLessThanOrEqual(120);
});
