import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import type { Stage } from '../../../shared/domain/sheet/sheet';
import type { Identity } from '../../../shared/domain/store/meta';
import { officeProgress } from './office-progress';

const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
const current = office.periods.find(({ fiscalYear }) => fiscalYear === 2026);
const stagesOfThree: Stage[] = ['inProgress', 'secondEvaluation', 'confirmation'];
const three = office.sheets
  .filter(({ periodId, secondEvaluator }) => periodId === current?.id && secondEvaluator !== null)
  .slice(0, 3)
  .map((sheet, index) => ({ ...sheet, stage: stagesOfThree[index] ?? 'inProgress' }));

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
  it('counts the people who have handed in each column', () => {
    expect(officeProgress(three, hrClerk('nobody-on-these'))).toEqual([
      { author: 'employee', handedIn: 2, total: 3 },
      { author: 'first', handedIn: 2, total: 3 },
      { author: 'second', handedIn: 1, total: 3 },
    ]);
  });

  it('leaves out what she may not know of her own sheet', () => {
    const own = three[2]?.staffId ?? '';
    expect(officeProgress(three, hrClerk(own))).toEqual([
      { author: 'employee', handedIn: 2, total: 3 },
      { author: 'first', handedIn: 1, total: 2 },
      { author: 'second', handedIn: 0, total: 2 },
    ]);
  });

  it('leaves out whoever is not evaluated', () => {
    const exempt = three.map((sheet) => ({ ...sheet, stage: 'exempt' as const }));
    expect(officeProgress(exempt, hrClerk('nobody-on-these'))).toEqual([]);
  });

  it('says nothing where there is nothing to count', () => {
    expect(officeProgress([], hrClerk('nobody'))).toEqual([]);
  });
});
