import { describe, expect, it } from 'vitest';
import type { SectionPlan } from './sheet-plan';
import { partAt, placeOf } from './use-other-people';

const section = (id: 'goals' | 'ability', ...partIds: string[]): SectionPlan => ({
  id,
  title: id,
  growing: false,
  parts: partIds.map((partId) => ({
    partId: partId as SectionPlan['parts'][number]['partId'],
    section: id,
    name: partId,
    rated: true,
    expectation: null,
    columns: [],
    writesGoal: false,
    goal: null,
    unitGoal: null,
  })),
});
const mine = [section('goals', 'goal/1', 'goal/2'), section('ability', 'item/a', 'item/b')];
const hers = [section('goals', 'goal/7'), section('ability', 'item/b', 'item/a')];

describe('going on to the next person', () => {
  it('finds the same item, wherever it stands on her sheet', () => {
    const place = placeOf(mine, 'item/b');
    expect(place).toEqual({ partId: 'item/b', section: 'ability', index: 1 });
    expect(place && partAt(hers, place)).toBe('item/b');
  });

  it('finds her goal at the same place, or her last one', () => {
    for (const goal of ['goal/1', 'goal/2']) {
      const place = placeOf(mine, goal);
      expect(place && partAt(hers, place)).toBe('goal/7');
    }
  });

  it('stays above the sheet where there is no such section', () => {
    const place = placeOf(mine, 'goal/1');
    expect(place && partAt([section('goals'), section('ability', 'item/a')], place)).toBeNull();
    expect(placeOf(mine, null)).toBeNull();
  });
});
