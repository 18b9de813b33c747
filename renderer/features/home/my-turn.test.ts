import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../../../shared/domain/sample/sample-office';
import type { Stage } from '../../../shared/domain/sheet/sheet';
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
const at = (stage: Stage) => sheets.map((sheet) => ({ ...sheet, stage }));

describe('myTurns', () => {
  it('holds her own sheet, and those that wait for her as an evaluator', () => {
    const turns = myTurns(sheets, chief);
    expect(turns.length).toBeGreaterThan(1);
    for (const { sheet, own } of turns) {
      const holder = {
        inProgress: sheet.staffId,
        firstEvaluation: sheet.firstEvaluator?.staffId,
        secondEvaluation: sheet.secondEvaluator?.staffId,
      }[sheet.stage as string];
      expect(holder).toBe(office.startAs);
      expect(own).toBe(sheet.staffId === office.startAs);
    }
  });

  it('holds what is to be moved on, where there is nothing to fill in', () => {
    const evaluated = evaluatedSheets(sheets, chief).length;
    const turns = myTurns(at('goalAgreement'), chief);
    expect(turns.length).toBeGreaterThan(0);
    expect(turns.length).toBeLessThanOrEqual(evaluated);
    expect(turns.every(({ progress }) => progress === null)).toBe(true);
  });

  it('holds the sheets of those for whom she types in, at their turn', () => {
    const proxy = { typist: 'first' as const, typings: [] };
    const typed = at('goalSetting').map((sheet) => ({ ...sheet, proxy }));
    const turns = myTurns(typed, chief).filter(({ own }) => !own);
    expect(turns.length).toBeGreaterThan(0);
    expect(turns.every(({ typing }) => typing)).toBe(true);
    for (const { sheet } of turns) expect(sheet.firstEvaluator?.staffId).toBe(office.startAs);
    expect(myTurns(at('goalSetting'), chief).filter(({ own }) => !own)).toEqual([]);
  });

  it.each(['confirmation', 'completed', 'exempt'] as const)('has nothing at %s', (stage) => {
    expect(myTurns(at(stage), chief)).toEqual([]);
  });

  it('puts her own sheet first, then what she has begun', () => {
    const turns = myTurns(sheets, chief);
    expect(turns[0]?.own).toBe(true);
    const begun = turns.slice(1).map(({ progress }) => (progress?.filled ?? 0) > 0);
    expect(begun).toEqual(begun.toSorted((left, right) => Number(right) - Number(left)));
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
