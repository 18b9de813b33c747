import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testEntry, testForm, testGoal, testId } from '../../../test/support/sheet-builders';
import type { Author } from '../form/form';
import { goalPartId, itemPartId, remarkPartId, sheetParts } from './part';
import { lackingGoalPartId, mayChangeProgress, missingParts, sheetProgress } from './progress';
import type { SheetEntry } from './sheet';

const form = testForm();
const goalId = goalPartId(testId(31));
const authors: Author[] = ['employee', 'first', 'second'];

describe('sheetProgress', () => {
  it('counts an empty sheet: the employee owes a goal, 12 items and 3 remarks', () => {
    expect(sheetProgress(form, [])).toEqual({
      employee: { filled: 0, total: 16 },
      first: { filled: 0, total: 17 },
      second: { filled: 0, total: 13 },
    });
    const lacking = expect.objectContaining({ partId: lackingGoalPartId });
    expect(missingParts(form, [], 'employee')[0]).toEqual(lacking);
    expect(missingParts(form, [], 'first')).not.toContainEqual(lacking);
  });

  it.each<[string, Author, SheetEntry[], number]>([
    ['a goal without rating', 'employee', [testEntry(goalId, 'employee', { goal: testGoal() })], 0],
    [
      'a goal without content',
      'employee',
      [testEntry(goalId, 'employee', { goal: testGoal({ content: ' \n' }), rating: 'A' })],
      0,
    ],
    [
      'a goal with both',
      'employee',
      [testEntry(goalId, 'employee', { goal: testGoal(), rating: 'A' })],
      1,
    ],
    [
      'evidence alone',
      'employee',
      [testEntry(itemPartId('handan'), 'employee', { text: '事実' })],
      0,
    ],
    ['a rating', 'employee', [testEntry(itemPartId('handan'), 'employee', { rating: 'B' })], 1],
    [
      'a remark',
      'employee',
      [testEntry(remarkPartId('development', 'growth'), 'employee', { text: '話すこと' })],
      1,
    ],
    [
      'a remark of spaces',
      'employee',
      [testEntry(remarkPartId('development', 'growth'), 'employee', { text: '　\n' })],
      0,
    ],
    [
      'a remark in somebody else’s place',
      'employee',
      [testEntry(remarkPartId('development', 'advice'), 'employee', { text: '助言' })],
      0,
    ],
    [
      'an overall text without rating',
      'first',
      [testEntry(remarkPartId('overall', 'first'), 'first', { text: '所見' })],
      0,
    ],
    [
      'an overall rating without text',
      'first',
      [testEntry(remarkPartId('overall', 'first'), 'first', { rating: 'B' })],
      0,
    ],
    [
      'an overall remark whole',
      'first',
      [testEntry(remarkPartId('overall', 'first'), 'first', { rating: 'B', text: '所見' })],
      1,
    ],
    [
      'a rating of a goal that is off the sheet',
      'first',
      [
        testEntry(goalId, 'employee', { goal: testGoal(), removed: true }),
        testEntry(goalId, 'first', { rating: 'B' }),
      ],
      0,
    ],
  ])('%s', (_name, author, entries, filled) => {
    expect(sheetProgress(form, entries)[author].filled).toBe(filled);
  });

  it('a goal of one’s own takes the place of the missing one', () => {
    const entries = [testEntry(goalId, 'employee', { goal: testGoal() })];
    expect(sheetProgress(form, entries).employee.total).toBe(16);
    expect(sheetProgress(form, entries).first.total).toBe(18);
    expect(missingParts(form, entries, 'employee')[0]?.partId).toBe(goalId);
  });

  it('filled and missing always make the total, in any order of rows', () => {
    const goal = testEntry(goalId, 'employee', { goal: testGoal(), rating: 'A' });
    const full = sheetParts(form, [goal]).flatMap((part) =>
      part.authors
        .filter((author) => part.partId !== goalId || author !== 'employee')
        .map((author) =>
          testEntry(part.partId, author, { rating: part.rated ? 'B' : null, text: '記入' }),
        ),
    );
    const all = [goal, ...full];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (entries) => {
        const progress = sheetProgress(form, entries);
        for (const author of authors) {
          const { filled, total } = progress[author];
          expect(filled + missingParts(form, entries, author).length).toBe(total);
        }
      }),
    );
    expect(authors.flatMap((author) => missingParts(form, all, author))).toEqual([]);
  });
});

describe('mayChangeProgress', () => {
  const places: [Parameters<typeof testEntry>[0], Author][] = [
    [goalId, 'employee'],
    [itemPartId('handan'), 'employee'],
    [itemPartId('handan'), 'first'],
    [remarkPartId('development', 'growth'), 'employee'],
  ];
  const state = fc.record({
    rating: fc.constantFrom(null, 'A', 'B'),
    text: fc.constantFrom('', ' \n', '事実', '事実を書く'),
    goal: fc.constantFrom(null, testGoal(), testGoal({ content: ' ' }), testGoal({ level: '高' })),
    removed: fc.boolean(),
  });

  it('never overlooks a change that makes the sheet fuller or emptier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), state, state, ([partId, author], one, other) => {
        const before = { ...testEntry(partId, author, {}), ...one };
        const after = { ...before, ...other };
        fc.pre(!mayChangeProgress(before, after));
        expect(sheetProgress(form, [after])).toEqual(sheetProgress(form, [before]));
      }),
      { numRuns: 500 },
    );
  });

  it('asks for nothing else of the sheet while a text only grows', () => {
    const before = testEntry(itemPartId('handan'), 'employee', { rating: 'A', text: '事' });
    expect(mayChangeProgress(before, { ...before, text: '事実' })).toBe(false);
    expect(mayChangeProgress(null, before)).toBe(true);
  });
});
