import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import type { Identity } from '../../../shared/domain/store/meta';
import { officeProgress } from './office-progress';

const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
const current = office.periods.find(({ fiscalYear }) => fiscalYear === 2026);
const done = { filled: 3, total: 3 };
const begun = { filled: 2, total: 3 };
const sheets = office.sheets
  .filter(({ periodId }) => periodId === current?.id)
  .slice(0, 3)
  .map((sheet, index) => ({
    ...sheet,
    progress: { employee: index === 0 ? begun : done, first: done, second: begun },
  }));

function hrClerk(staffId: string): Identity {
  return {
    id: 'identity',
    schemaVersion: 1,
    updatedAt: '2026-04-01T00:00:00.000Z',
    updatedBy: staffId,
    staffId,
    rights: ['employee', 'hr'],
  };
}

describe('how far the office is', () => {
  it('counts the sheets whose column is filled to its end', () => {
    expect(officeProgress(sheets, hrClerk('nobody-on-these'))).toEqual([
      { author: 'employee', filled: 2, total: 3 },
      { author: 'first', filled: 3, total: 3 },
      { author: 'second', filled: 0, total: 3 },
    ]);
  });

  it('leaves out what she may not know of her own sheet', () => {
    const own = sheets[0]?.staffId ?? '';
    expect(officeProgress(sheets, hrClerk(own))).toEqual([
      { author: 'employee', filled: 2, total: 3 },
      { author: 'first', filled: 2, total: 2 },
      { author: 'second', filled: 0, total: 2 },
    ]);
  });

  it('says nothing where there is nothing to count', () => {
    expect(officeProgress([], hrClerk('nobody'))).toEqual([]);
  });
});
