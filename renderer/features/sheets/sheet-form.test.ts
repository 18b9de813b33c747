import { describe, expect, it } from 'vitest';
import { blankGoal } from '../../../shared/domain/sheet/new-goal';
import type { SheetEntry } from '../../../shared/domain/sheet/sheet';
import { entryKey, mergePatches, toSheetValues } from './sheet-form';

const entry: SheetEntry = {
  id: '0193b1f0-0000-7000-8000-000000000001',
  schemaVersion: 1,
  updatedAt: '2026-04-01T00:00:00.000Z',
  updatedBy: '0193b1f0-0000-7000-8000-000000000002',
  sheetId: '0193b1f0-0000-7000-8000-000000000003',
  partId: 'item/setsugu',
  author: 'employee',
  revision: 3,
  rating: 'A',
  text: '保存した文',
  goal: null,
  removed: false,
};
const key = entryKey('item/setsugu', 'employee');

describe('entryKey', () => {
  it('holds no dot or bracket, which the form would take for a path', () => {
    expect(key).toBe('employee/item/setsugu');
    expect(entryKey('goal/0193b1f0-0000-7000-8000-000000000001', 'first')).not.toMatch(/[.[\]]/u);
  });
});

describe('mergePatches', () => {
  it('keeps every field of a goal that was typed before the last one', () => {
    const earlier = { goal: { content: '目標', deadline: '年度' }, rating: 'A' };
    const later = { goal: { deadline: '年度末' }, text: '結果' };
    expect(mergePatches(earlier, later)).toEqual({
      goal: { content: '目標', deadline: '年度末' },
      rating: 'A',
      text: '結果',
    });
  });

  it('leaves a goal alone that the later change does not speak of', () => {
    expect(mergePatches({ goal: { content: '目標' } }, { text: '結果' })).toEqual({
      goal: { content: '目標' },
      text: '結果',
    });
    expect(mergePatches({ goal: { content: '目標' } }, { goal: null })).toEqual({ goal: null });
  });
});

describe('toSheetValues', () => {
  it('starts from what is stored', () => {
    expect(toSheetValues([entry], new Map()).entries).toEqual({
      [key]: { rating: 'A', text: '保存した文' },
    });
  });

  it('lays unsaved text over it and keeps the rest', () => {
    const values = toSheetValues([entry], new Map([[key, { text: 'まだ保存できない文' }]]));
    expect(values.entries[key]).toEqual({
      rating: 'A',
      text: 'まだ保存できない文',
    });
  });

  it('keeps a rating that was cleared but not saved cleared', () => {
    const values = toSheetValues([entry], new Map([[key, { rating: null }]]));
    expect(values.entries[key]?.rating).toBeNull();
  });

  it('lays the unsaved fields of a goal over the stored ones', () => {
    const goal = { ...blankGoal, order: 2, content: '目標' };
    const stored: SheetEntry = {
      ...entry,
      partId: 'goal/1',
      goal: { ...goal, difficulty: 'high' },
    };
    const place = entryKey('goal/1', 'employee');
    const values = toSheetValues([stored], new Map([[place, { goal: { deadline: '年度末' } }]]));
    expect(values.entries[place]?.goal).toEqual({
      ...goal,
      deadline: '年度末',
      difficulty: 'high',
    });
  });

  it('brings back unsaved text of a part that was never stored', () => {
    const other = entryKey('item/kikaku', 'employee');
    const values = toSheetValues([], new Map([[other, { text: '初めての文' }]]));
    expect(values.entries[other]).toEqual({ rating: null, text: '初めての文' });
  });
});
