import { describe, expect, it } from 'vitest';
import { PLAN_LIMITS } from '../../../shared/domain/training/read-training-plan';
import { makeWorkbook } from '../../../test/support/make-workbook';
import { testFrameworkSet } from '../../../test/support/sheet-builders';
import { encodeText } from '../../platform/encode-text';
import { readPlanFile } from './read-plan-file';

const known = { calls: [], frameworks: testFrameworkSet().tables.frameworks };
const read = (bytes: Uint8Array<ArrayBuffer>, name = '計画.xlsx') =>
  readPlanFile(new File([bytes], name), known, 2026);

describe('a plan file', () => {
  it('is read from a workbook, whose days are numbers', async () => {
    const bytes = makeWorkbook({
      sheetName: '令和8年度',
      formats: ['yyyy/m/d'],
      rows: [
        ['研修名', '区分', '開始日', '定員'],
        ['法務研修', '特別研修', { number: '46174', style: 1 }, 20],
      ],
    });
    const { courses, faults, source, comparison } = await read(Uint8Array.from(bytes));
    expect(faults).toEqual([]);
    expect(source).toEqual({ kind: 'workbook', sheetName: '令和8年度', otherSheets: [] });
    expect(courses[0]).toMatchObject({ title: '法務研修', startsOn: '2026-06-01', seats: 20 });
    expect(comparison.added).toHaveLength(1);
  });

  it('is read from a CSV of Windows', async () => {
    const bytes = encodeText('研修名,区分\n接遇研修,基本研修\n', 'Shift_JIS');
    const { courses, source } = await read(Uint8Array.from(bytes), '計画.csv');
    expect(source).toEqual({ kind: 'text', encoding: 'Shift_JIS' });
    expect(courses[0]?.title).toBe('接遇研修');
  });

  it('is refused where it is too large, before it is read, or no table', async () => {
    const huge = {
      name: '計画.csv',
      size: PLAN_LIMITS.bytes + 1,
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    await expect(readPlanFile(huge, known, 2026)).rejects.toMatchObject({
      errorName: 'trainingPlanNotRead',
      detail: expect.stringContaining('大きすぎます'),
    });
    await expect(read(Uint8Array.of(0, 1, 2, 0xff))).rejects.toMatchObject({
      errorName: 'trainingPlanNotRead',
    });
  });
});
