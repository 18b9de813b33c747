import { describe, expect, it } from 'vitest';
import { makeSampleOffice } from '../sample/sample-office';
import { boardSheets, moveForMany, progressBoard, sectionOf } from './progress-board';
import { type Stage, stages } from './sheet';
import { moveRules } from './stage-moves';

const { sheets } = makeSampleOffice({ seed: 5, fiscalYear: 2026 });

describe('progressBoard', () => {
  it('counts every sheet once, in its 課 and at its stage', () => {
    const board = progressBoard(sheets);
    const sum = (counts: Partial<Record<Stage, number>>) =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    expect(sum(board.total)).toBe(sheets.length);
    expect(board.rows.reduce((total, { counts }) => total + sum(counts), 0)).toBe(sheets.length);
    expect(new Set(board.rows.map(({ section }) => section))).toEqual(
      new Set(sheets.map(sectionOf)),
    );
    expect(board.stages).toEqual(stages.filter((stage) => board.total[stage] !== undefined));
  });

  it('is empty where there is nobody', () => {
    expect(progressBoard([])).toEqual({ stages: [], rows: [], total: {} });
  });
});

describe('boardSheets', () => {
  it('shows nothing to somebody who is not 職員課', () => {
    expect(boardSheets(sheets, { staffId: 'x', rights: ['employee'] })).toEqual([]);
  });
});

it('moves many only by moves that 職員課 makes from that stage without a reason', () => {
  for (const stage of stages) {
    const action = moveForMany[stage];
    if (action === undefined) continue;
    const rule = moveRules[action];
    expect(rule.from).toContain(stage);
    expect(rule.by).toContain('hr');
    expect(rule.needsReason).toBe(false);
  }
});
