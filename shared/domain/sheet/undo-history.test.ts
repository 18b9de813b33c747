import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testGoal, testId } from '../../../test/support/sheet-builders';
import type { Author } from '../form/form';
import { changeEntry, type EntryPatch } from './change-entry';
import { goalPartId, itemPartId } from './part';
import type { PartId, SheetEntry } from './sheet';
import { nextStep, recordChange, turnedStep, type UndoDirection } from './undo-history';
import { holdsValues, type UndoStep, undoStepSchema } from './undo-step';

const item = itemPartId('handan');
const otherItem = itemPartId('setsugu');
const goal = goalPartId(testId(31));
const me = testId(9);

/** A sheet and one writer's history in memory, kept as the store keeps them. */
function openDesk() {
  const entries = new Map<string, SheetEntry>();
  let steps: UndoStep[] = [];
  let lastId = 100;
  let time = Date.parse('2026-12-01T00:00:00.000Z');
  const now = () => new Date(time).toISOString();
  const keyOf = (partId: PartId, author: Author) => `${author} ${partId}`;
  const newId = () => {
    lastId += 1;
    return testId(lastId);
  };

  function write(partId: PartId, author: Author, patch: EntryPatch) {
    const before = entries.get(keyOf(partId, author)) ?? null;
    const place = { sheetId: testId(5), partId, author };
    const after = changeEntry(before, { ...place, patch, id: newId(), now: now(), by: me });
    entries.set(keyOf(partId, author), after);
    return { before, after };
  }

  const endOf = () => ({
    lastDone: steps.findLast((step) => !step.undone) ?? null,
    undone: steps.filter((step) => step.undone),
  });

  return {
    steps: () => steps,
    wait(milliseconds: number) {
      time += milliseconds;
    },
    /** A change that no history of mine records: somebody else's, or a merge. */
    overwrite: write,
    change(partId: PartId, patch: EntryPatch, author: Author = 'employee') {
      const { before, after } = write(partId, author, patch);
      const made = recordChange(endOf(), { before, after, staffId: me, id: newId(), now: now() });
      steps = steps
        .filter((step) => !made.dropped.includes(step))
        .map((step) => (step.id === made.replaced?.id ? made.replaced : step));
      if (made.added !== null) steps.push(undoStepSchema.parse(made.added));
    },
    turn(direction: UndoDirection): boolean {
      const next = nextStep(endOf(), direction);
      if (next === null) return false;
      const { partId, author } = next.step;
      const entry = entries.get(keyOf(partId, author)) ?? null;
      if (!holdsValues(entry, next.expected)) return false;
      write(partId, author, next.patch);
      const turned = turnedStep(next.step, direction, now());
      steps = steps.map((step) => (step.id === turned.id ? turned : step));
      return true;
    },
    /** What the sheet says, without what only counts changes. */
    values() {
      return new Map(
        [...entries].flatMap(([key, { rating, text, goal: plan, removed }]) =>
          rating === null && text === '' && plan === null && !removed
            ? []
            : [[key, { rating, text, goal: plan, removed }]],
        ),
      );
    },
  };
}

type Desk = ReturnType<typeof openDesk>;
type Action = (desk: Desk) => void;

const texts = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '窓口', '窓口で', '窓口で確かめた。', `貼り付けた文。${'長い'.repeat(30)}`),
);
const patches: fc.Arbitrary<readonly [PartId, EntryPatch]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(item, otherItem, goal),
    texts.map((text) => ({ text })),
  ),
  fc.tuple(
    fc.constantFrom(item, otherItem),
    fc.constantFrom('S', 'A', null).map((rating) => ({ rating })),
  ),
  fc.tuple(
    fc.constant(goal),
    fc.oneof(
      fc.constant({ goal: testGoal() }),
      fc.constant({ goal: { order: 1 } }),
      texts.map((content) => ({ goal: { content } })),
      texts.map((deadline) => ({ goal: { deadline, content: '別' }, rating: 'B' })),
      fc.constantFrom('high' as const, 'low' as const).map((difficulty) => ({
        goal: { difficulty },
      })),
      fc.boolean().map((removed) => ({ removed })),
    ),
  ),
);
const changing: fc.Arbitrary<Action> = fc
  .tuple(patches, fc.integer({ min: -1_000, max: 4_000 }))
  .map(([[partId, patch], pause]) => (desk) => {
    desk.wait(pause);
    desk.change(partId, patch);
  });
const turning: fc.Arbitrary<Action> = fc
  .constantFrom<UndoDirection>('undo', 'redo')
  .map((direction) => (desk) => void desk.turn(direction));

function turnAll(desk: Desk, direction: UndoDirection): number {
  let count = 0;
  while (desk.turn(direction)) count += 1;
  return count;
}

describe('any history', () => {
  it('leads back to the start and forward to the end', () => {
    fc.assert(
      fc.property(fc.array(changing, { maxLength: 30 }), (actions) => {
        const desk = openDesk();
        for (const act of actions) act(desk);
        const end = desk.values();
        const count = turnAll(desk, 'undo');
        expect(count).toBe(desk.steps().length);
        expect(desk.values()).toEqual(new Map());
        expect(turnAll(desk, 'redo')).toBe(count);
        expect(desk.values()).toEqual(end);
      }),
    );
  });

  it('is left as it was by undo and redo, and by redo and undo, at any moment', () => {
    const actions = fc.array(fc.oneof(changing, turning), { maxLength: 30 });
    fc.assert(
      fc.property(actions, (made) => {
        const desk = openDesk();
        for (const act of made) act(desk);
        for (const [there, back] of [
          ['undo', 'redo'],
          ['redo', 'undo'],
        ] as const) {
          const before = desk.values();
          if (desk.turn(there)) expect(desk.turn(back)).toBe(true);
          expect(desk.values()).toEqual(before);
        }
      }),
    );
  });

  it('keeps what is done before what can be done again', () => {
    const actions = fc.array(fc.oneof(changing, turning), { maxLength: 30 });
    fc.assert(
      fc.property(actions, (made) => {
        const desk = openDesk();
        for (const act of made) act(desk);
        const undone = desk.steps().map((step) => step.undone);
        expect(undone).toEqual(undone.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});

describe('typing', () => {
  function typed(...changes: readonly { pause?: number; partId?: PartId; patch: EntryPatch }[]) {
    const desk = openDesk();
    for (const { pause = 200, partId = item, patch } of changes) {
      desk.wait(pause);
      desk.change(partId, patch);
    }
    return desk.steps();
  }

  it('in one field is one step', () => {
    const steps = typed({ patch: { text: '窓' } }, { patch: { text: '窓口' } });
    expect(steps).toMatchObject([{ before: { text: '' }, after: { text: '窓口' } }]);
    const content = (text: string) => ({ partId: goal, patch: { goal: { content: text } } });
    const start = { partId: goal, patch: { goal: testGoal() } };
    expect(typed(start, content('目'), content('目標'))).toHaveLength(2);
  });

  it('begins a new step after a pause, and sooner or later without one', () => {
    expect(
      typed({ patch: { text: '窓' } }, { pause: 1_501, patch: { text: '窓口' } }),
    ).toHaveLength(2);
    expect(typed({ patch: { text: '窓' } }, { pause: -1, patch: { text: '窓口' } })).toHaveLength(
      2,
    );
    const keys = Array.from({ length: 42 }, (_, index) => ({
      pause: 500,
      patch: { text: 'あ'.repeat(index + 1) },
    }));
    expect(typed(...keys)).toHaveLength(2);
  });

  it('begins a new step in another field, part or column, and by a rating', () => {
    expect(typed({ patch: { text: '窓' } }, { patch: { rating: 'A' } })).toHaveLength(2);
    expect(
      typed({ patch: { rating: 'A' } }, { patch: { rating: 'B' } }, { patch: { text: '窓' } }),
    ).toHaveLength(3);
    expect(typed({ patch: { text: '窓' } }, { partId: otherItem, patch: { text: '口' } })).toEqual([
      expect.objectContaining({ partId: item }),
      expect.objectContaining({ partId: otherItem }),
    ]);
    const goalOf = (patch: EntryPatch) => ({ partId: goal, patch });
    const start = goalOf({ goal: testGoal() });
    expect(
      typed(start, goalOf({ goal: { content: '目' } }), goalOf({ goal: { level: '水' } })),
    ).toHaveLength(3);
    const desk = openDesk();
    desk.change(item, { text: '一次' }, 'first');
    desk.change(item, { text: '二次' }, 'second');
    expect(desk.steps().map(({ author }) => author)).toEqual(['first', 'second']);
  });

  it('does not mix with a large paste, before or after it', () => {
    const pasted = `窓口${'で確かめた'.repeat(12)}`;
    const steps = typed(
      { patch: { text: '窓口' } },
      { patch: { text: pasted } },
      { patch: { text: `${pasted}。` } },
    );
    expect(steps.map(({ after }) => after.text)).toEqual(['窓口', pasted, `${pasted}。`]);
  });

  it('that was taken away again leaves nothing to undo', () => {
    expect(typed({ patch: { text: '窓' } }, { patch: { text: '' } })).toEqual([]);
  });

  it('begins a new step after an undo and after a redo', () => {
    const desk = openDesk();
    desk.change(item, { text: '窓' });
    desk.turn('undo');
    desk.turn('redo');
    desk.change(item, { text: '窓口' });
    expect(desk.steps().map(({ after }) => after.text)).toEqual(['窓', '窓口']);
    desk.turn('undo');
    desk.change(item, { text: '窓際' });
    expect(desk.steps().map(({ after, undone }) => [after.text, undone])).toEqual([
      ['窓', false],
      ['窓際', false],
    ]);
  });
});

describe('what somebody else wrote', () => {
  it('is not undone with a step that knows nothing of it', () => {
    const desk = openDesk();
    desk.change(item, { text: '窓口' });
    desk.overwrite(item, 'employee', { text: '窓口。合わせた文' });
    expect(desk.turn('undo')).toBe(false);
    expect([...desk.values().values()]).toMatchObject([{ text: '窓口。合わせた文' }]);
  });

  it('stands between two steps of mine', () => {
    const desk = openDesk();
    desk.change(item, { text: '窓口' });
    desk.overwrite(item, 'employee', { text: '窓口。合わせた文' });
    desk.change(item, { text: '窓口。合わせた文。' });
    expect(desk.steps()).toHaveLength(2);
    expect(desk.turn('undo')).toBe(true);
    expect([...desk.values().values()]).toMatchObject([{ text: '窓口。合わせた文' }]);
  });
});
