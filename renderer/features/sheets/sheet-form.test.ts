import { describe, expect, it } from 'vitest';
import type { SheetEntry } from '../../../shared/domain/sheet/sheet';
import { emptyGoal, entryKey, toSheetValues } from './sheet-form';

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

describe('toSheetValues', () => {
  it('starts from what is stored', () => {
    expect(toSheetValues([entry], new Map()).entries).toEqual({
      [key]: { rating: 'A', text: '保存した文', goal: emptyGoal },
    });
  });

  it('lays unsaved text over it and keeps the rest', () => {
    const values = toSheetValues([entry], new Map([[key, { text: 'まだ保存できない文' }]]));
    expect(values.entries[key]).toEqual({
      rating: 'A',
      text: 'まだ保存できない文',
      goal: emptyGoal,
    });
  });

  it('keeps a rating that was cleared but not saved cleared', () => {
    const values = toSheetValues([entry], new Map([[key, { rating: null }]]));
    expect(values.entries[key]?.rating).toBeNull();
  });

  it('brings back unsaved text of a part that was never stored', () => {
    const other = entryKey('item/kikaku', 'employee');
    const values = toSheetValues([], new Map([[other, { text: '初めての文' }]]));
    expect(values.entries[other]).toEqual({ rating: null, text: '初めての文', goal: emptyGoal });
  });
});
