import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import type { Identity } from '../../../shared/domain/store/meta';
import { evaluatedSheets, myTurns } from './my-turn';

const office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
const current = office.periods.find(({ fiscalYear }) => fiscalYear === 2026);
const sheets = office.sheets.filter(({ periodId }) => periodId === current?.id);
const chief: Identity = {
  id: 'identity',
  schemaVersion: 1,
  updatedAt: '2026-04-01T00:00:00.000Z',
  updatedBy: office.startAs,
  staffId: office.startAs,
  rights: ['employee'],
};

describe('myTurns', () => {
  it('holds exactly the columns that she may write and has not filled', () => {
    const turns = myTurns(sheets, chief);
    expect(turns.length).toBeGreaterThan(1);
    for (const { sheet, author, progress } of turns) {
      expect(progress.filled).toBeLessThan(progress.total);
      const owner = {
        employee: sheet.staffId,
        first: sheet.firstEvaluator?.staffId,
        second: sheet.secondEvaluator?.staffId,
      };
      expect(owner[author]).toBe(office.startAs);
    }
    const filled = sheets.map((sheet) => ({
      ...sheet,
      progress: {
        employee: { filled: 1, total: 1 },
        first: { filled: 1, total: 1 },
        second: { filled: 1, total: 1 },
      },
    }));
    expect(myTurns(filled, chief)).toEqual([]);
  });

  it('puts her own sheet first, then what waits for nobody else', () => {
    const turns = myTurns(sheets, chief);
    expect(turns[0]?.own).toBe(true);
    const others = turns.filter(({ own }) => !own).map(({ waitsFor }) => waitsFor !== null);
    expect(others).toEqual(others.toSorted((left, right) => Number(left) - Number(right)));
    expect(new Set(others).size).toBe(2);
  });
});

describe('evaluatedSheets', () => {
  it('leaves out her own sheet and other sections', () => {
    const found = evaluatedSheets(sheets, chief);
    expect(found.length).toBeGreaterThan(0);
    for (const sheet of found) {
      expect(sheet.staffId).not.toBe(office.startAs);
      expect([sheet.firstEvaluator?.staffId, sheet.secondEvaluator?.staffId]).toContain(
        office.startAs,
      );
    }
  });
});
