import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testEntry, testGoal, testId, testNow } from '../../../test/support/sheet-builders';
import { IkuseiError } from '../errors';
import { changeEntry, type EntryPatch } from './change-entry';
import { goalPartId, itemPartId } from './part';
import { type GoalPlan, type SheetEntry, sheetEntrySchema } from './sheet';

const goalPart = goalPartId(testId(31));
const later = '2026-12-01T00:00:00.000Z';

function change(existing: SheetEntry, patch: EntryPatch): SheetEntry {
  const { sheetId, partId, author } = existing;
  const id = testId(90);
  return changeEntry(existing, { sheetId, partId, author, patch, id, now: later, by: testId(9) });
}

describe('changeEntry', () => {
  it('makes the first revision', () => {
    const entry = testEntry(itemPartId('handan'), 'first', { rating: 'A', text: 'a\r\nb\u0000' });
    expect(sheetEntrySchema.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({ revision: 1, rating: 'A', text: 'a\nb', goal: null });
  });

  it('changes what is given, keeps the rest and fields it does not know', () => {
    const stored = { ...testEntry(goalPart, 'employee', { goal: testGoal() }), later: [1] };
    const changed = change(stored, { rating: 'S' });
    expect(changed).toEqual({
      ...stored,
      rating: 'S',
      revision: 2,
      updatedAt: later,
      updatedBy: testId(9),
    });
    expect(change(changed, { rating: null, text: 'x' })).toMatchObject({
      revision: 3,
      rating: null,
      text: 'x',
      goal: stored.goal,
      later: [1],
    });
  });

  it('cleans every text of a goal', () => {
    const dirty = testGoal({
      content: 'a\u0007',
      deadline: '2月\n末',
      level: '\ud842',
      weight: '4\t0',
    });
    expect(testEntry(goalPart, 'employee', { goal: dirty }).goal).toEqual(
      testGoal({ content: 'a', deadline: '2月 末', level: '', weight: '4 0' }),
    );
  });

  it.each<Partial<GoalPlan>>([
    { order: 2 },
    { content: '別' },
    { deadline: '別' },
    { level: '別' },
    { method: '別' },
    { weight: '41' },
    { difficulty: 'low' },
  ])('counts a change of %o alone', (field) => {
    const entry = testEntry(goalPart, 'employee', { goal: testGoal() });
    const changed = change(entry, { goal: testGoal(field) });
    expect(changed).toMatchObject({ revision: 2, goal: field });
    expect(change(changed, { goal: testGoal(field) })).toBe(changed);
  });

  it('takes a goal off and brings it back', () => {
    const entry = testEntry(goalPart, 'employee', { goal: testGoal() });
    const off = change(entry, { removed: true });
    expect(off).toMatchObject({ removed: true, goal: entry.goal });
    expect(change(off, { removed: false })).toMatchObject({ removed: false, revision: 3 });
  });

  it('takes an empty rating for none', () => {
    expect(testEntry(itemPartId('handan'), 'first', { rating: ' ' }).rating).toBeNull();
  });

  it('refuses another’s place', () => {
    const entry = testEntry(itemPartId('handan'), 'first', { rating: 'A' });
    const there = { sheetId: entry.sheetId, partId: entry.partId, author: entry.author };
    for (const elsewhere of [
      { sheetId: testId(77) },
      { partId: itemPartId('setsugu') },
      { author: 'second' as const },
    ]) {
      expect(() =>
        changeEntry(entry, {
          ...there,
          ...elsewhere,
          patch: { rating: 'B' },
          id: testId(90),
          now: testNow,
          by: testId(9),
        }),
      ).toThrow(IkuseiError);
    }
  });

  it('lets only the employee write a goal, and only in a goal part', () => {
    expect(() => testEntry(goalPart, 'first', { goal: testGoal() })).toThrow(IkuseiError);
    expect(() => testEntry(itemPartId('handan'), 'employee', { goal: testGoal() })).toThrow(
      IkuseiError,
    );
  });

  const goals = fc.record({
    order: fc.integer(),
    content: fc.string({ unit: 'binary' }),
    deadline: fc.string({ unit: 'binary' }),
    level: fc.string(),
    method: fc.string(),
    weight: fc.string({ maxLength: 3 }),
    difficulty: fc.constantFrom('high' as const, 'normal' as const, 'low' as const),
  });
  const patches = fc.record(
    {
      rating: fc.constantFrom('S', 'A', 'B', 'C', 'D', null),
      text: fc.string({ unit: 'binary' }),
      goal: fc.option(goals),
      removed: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('the same change twice is one change: the very same entry comes back', () => {
    fc.assert(
      fc.property(patches, patches, (before, patch) => {
        const entry = testEntry(goalPart, 'employee', before);
        const once = change(entry, patch);
        expect(change(once, patch)).toBe(once);
        expect(change(once, {})).toBe(once);
        expect(once.revision - entry.revision).toBe(once === entry ? 0 : 1);
        expect(once.id).toBe(entry.id);
        expect(sheetEntrySchema.parse(once)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('never changes the entry it was given', () => {
    fc.assert(
      fc.property(patches, patches, (before, patch) => {
        const entry = testEntry(goalPart, 'employee', before);
        const copy = structuredClone(entry);
        change(entry, patch);
        expect(entry).toEqual(copy);
      }),
    );
  });
});
