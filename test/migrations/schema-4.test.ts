import { describe, expect, it } from 'vitest';
import { sheetEntrySchema, sheetSchema } from '../../shared/domain/sheet/sheet';
import { year } from '../../shared/migrations/0004-year';
import { testEntry, testGoal, testSheet } from '../support/sheet-builders';

const column = (filled: number) => ({ filled, total: 16 });
const sheetOfSchema3 = (stage: string, first = 0, second = 0) => {
  const { stageRevision, skippedStages, disclosedOn, disclosedColumns, handlerId, ...old } =
    testSheet();
  const progress = { employee: column(16), first: column(first), second: column(second) };
  return { ...old, schemaVersion: 3, stage, progress };
};

describe('a sheet of schema 3', () => {
  it.each([
    ['drafting', 0, 0, 'goalSetting'],
    ['drafting', 1, 0, 'firstEvaluation'],
    ['drafting', 13, 1, 'secondEvaluation'],
    ['disclosed', 13, 13, 'completed'],
  ] as const)('that was %s (%i, %i) is at %s', (stage, first, second, expected) => {
    const record = year.record('sheets', sheetOfSchema3(stage, first, second));
    expect(sheetSchema.parse(record)).toMatchObject({ stage: expected, schemaVersion: 4 });
  });

  it('keeps what nobody knows here', () => {
    const record = year.record('sheets', { ...sheetOfSchema3('drafting'), later: 'kept' });
    expect(record).toMatchObject({ later: 'kept' });
  });
});

it('a goal of schema 3 is neither a challenge nor specially important', () => {
  const { difficultyReason, importance, challenge, unitGoalId, ...goal } = testGoal();
  const entry = { ...testEntry('goal/1', 'employee', { text: '結果' }), goal };
  expect(sheetEntrySchema.parse(year.record('sheetEntries', entry))).toMatchObject({
    text: '結果',
    goal: { ...goal, importance: 'normal', challenge: false, unitGoalId: null },
  });
});
