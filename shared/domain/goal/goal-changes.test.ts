import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testEntry, testGoal } from '../../../test/support/sheet-builders';
import type { GoalPlan, SheetEntry } from '../sheet/sheet';
import { goalChanges } from './goal-changes';

const plan = fc.record({
  order: fc.integer({ min: 0, max: 5 }),
  content: fc.string({ maxLength: 3 }),
  deadline: fc.constantFrom('年度内', '9月末'),
  weight: fc.constantFrom('', '40'),
  difficulty: fc.constantFrom('high', 'normal', 'low'),
  importance: fc.constantFrom('high', 'normal', 'low'),
  challenge: fc.boolean(),
});

/** Some of five goals, each with a plan, some of them taken off. */
const column = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.tuple(plan, fc.boolean()))
  .map((goals) => Object.entries(goals).map(([id, [goal, off]]) => entry(id, goal, off)));

function entry(id: string, goal: Partial<GoalPlan>, removed = false): SheetEntry {
  return testEntry(`goal/${id}`, 'employee', { goal: testGoal(goal as GoalPlan), removed });
}

const onSheet = (entries: readonly SheetEntry[]) =>
  entries.filter(({ removed }) => !removed).map(({ partId }) => partId);

describe('goalChanges', () => {
  it('finds nothing where nothing was changed, whatever the order', () => {
    fc.assert(
      fc.property(column, fc.integer(), (agreed, shift) => {
        const moved = agreed.map((one) => ({
          ...one,
          goal: one.goal === null ? null : { ...one.goal, order: one.goal.order + shift },
        }));
        expect(goalChanges(agreed, moved)).toEqual([]);
      }),
    );
  });

  it('says of every goal that came or went that it did, and of no other', () => {
    fc.assert(
      fc.property(column, column, (agreed, entries) => {
        const changes = goalChanges(agreed, entries);
        const of = (kind: string) =>
          changes.filter((change) => change.kind === kind).map(({ partId }) => partId);
        const before = onSheet(agreed);
        const after = onSheet(entries);
        expect(new Set(of('added'))).toEqual(new Set(after.filter((id) => !before.includes(id))));
        expect(new Set(of('removed'))).toEqual(new Set(before.filter((id) => !after.includes(id))));
        expect(new Set(changes.map(({ partId }) => partId)).size).toBe(changes.length);
      }),
    );
  });

  it('keeps enough to go back: the changed fields as agreed make the goal what it was', () => {
    fc.assert(
      fc.property(column, column, (agreed, entries) => {
        const changed = goalChanges(agreed, entries).flatMap((change) =>
          change.kind === 'changed' ? [change] : [],
        );
        const back = entries.map((one) => {
          const change = changed.find(({ partId }) => partId === one.partId);
          if (change === undefined || one.goal === null) return one;
          const old = Object.fromEntries(
            change.fields.map((field) => [field, change.agreed[field]]),
          );
          return { ...one, goal: { ...one.goal, ...old } };
        });
        expect(goalChanges(agreed, back).filter(({ kind }) => kind === 'changed')).toEqual([]);
      }),
    );
  });

  it('names the fields in the order of the form', () => {
    const before = entry('a', { deadline: '9月末', challenge: false });
    const after = entry('a', { deadline: '年度内', challenge: true });
    expect(goalChanges([before], [after])).toMatchObject([
      { kind: 'changed', agreed: { deadline: '9月末' }, fields: ['deadline', 'challenge'] },
    ]);
  });
});
