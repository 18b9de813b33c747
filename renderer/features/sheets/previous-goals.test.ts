import { describe, expect, it } from 'vitest';
import type { SheetEntry } from '../../../shared/domain/sheet/sheet';
import { previousGoals } from './previous-goals';

const plan = {
  order: 1,
  content: '窓口の改善',
  deadline: '令和8年2月末',
  level: '3日にする',
  method: '分担する',
  weight: '60',
  difficulty: 'high',
  difficultyReason: '件数が倍になった',
  importance: 'high',
  challenge: true,
  unitGoalId: '00000000-0000-7000-8000-000000000009',
} as const;

const entry: SheetEntry = {
  id: 'one',
  schemaVersion: 1,
  updatedAt: '2026-04-01T00:00:00.000Z',
  updatedBy: 'her',
  sheetId: 'sheet',
  partId: 'goal/one',
  author: 'employee',
  revision: 1,
  rating: 'A',
  text: '3日になった',
  goal: plan,
  removed: false,
};

describe('previousGoals', () => {
  it('copies the plan without its place, its day, its result and its rating', () => {
    const { order: _order, ...copied } = plan;
    const kept = { deadline: '', unitGoalId: null };
    expect(previousGoals([entry])).toEqual([{ id: 'one', goal: { ...copied, ...kept } }]);
  });

  it('leaves out what was taken off, what is empty and what others wrote', () => {
    expect(
      previousGoals([
        { ...entry, removed: true },
        { ...entry, goal: { ...plan, content: ' ' } },
        { ...entry, author: 'first' },
      ]),
    ).toEqual([]);
  });
});
