import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testEntry, testForm, testGoal, testId } from '../../../test/support/sheet-builders';
import { goalPartId, itemPartId, remarkPartId } from './part';
import { middleRating, ratingsWithoutEvidence } from './ratings-without-evidence';
import type { SheetEntry } from './sheet';

const form = testForm();
const item = itemPartId('setsugu');
const goal = goalPartId(testId(31));

function namesOf(entries: readonly SheetEntry[], author: 'employee' | 'first' = 'first'): string[] {
  return ratingsWithoutEvidence(form, entries, author).map(({ name }) => name);
}

describe('ratingsWithoutEvidence', () => {
  it.each<[string, SheetEntry[], string[]]>([
    ['nothing is rated', [], []],
    ['the rating is the middle', [testEntry(item, 'first', { rating: 'B' })], []],
    ['facts stand beside it', [testEntry(item, 'first', { rating: 'S', text: '事実' })], []],
    ['nothing stands beside it', [testEntry(item, 'first', { rating: 'S' })], ['接遇']],
    ['only spaces do', [testEntry(item, 'first', { rating: 'D', text: ' 　\n' })], ['接遇']],
    ['another rated it', [testEntry(item, 'second', { rating: 'S' })], []],
  ])('when %s', (_when, entries, names) => {
    expect(namesOf(entries)).toEqual(names);
  });

  it('names a goal, unless it was taken off, and before the items', () => {
    const plan = testEntry(goal, 'employee', { goal: testGoal() });
    const rated = [
      testEntry(item, 'first', { rating: 'C' }),
      testEntry(goal, 'first', { rating: 'A' }),
    ];
    expect(namesOf([plan, ...rated])).toEqual(['個人目標1', '接遇']);
    const off = testEntry(goal, 'employee', { goal: testGoal(), removed: true });
    expect(namesOf([off, ...rated])).toEqual(['接遇']);
  });

  it('says nothing of a remark, whose text is asked for anyhow', () => {
    const [remark] = form.overall.filter(({ rated }) => rated);
    const partId = remarkPartId('overall', remark?.id ?? '');
    expect(namesOf([testEntry(partId, 'first', { rating: 'S' })])).toEqual([]);
  });

  it('follows the scale of the form', () => {
    const steps = ['甲', '乙', '丙'].map((rating) => ({ rating, meaning: rating }));
    const other = { ...form, scale: { ...form.scale, steps } };
    const entries = ['甲', '乙'].map((rating, index) =>
      testEntry(itemPartId(form.framework.items[index]?.id ?? ''), 'first', { rating }),
    );
    expect(ratingsWithoutEvidence(other, entries, 'first')).toHaveLength(1);
  });

  it('is empty as soon as every rating has a text', () => {
    fc.assert(
      fc.property(fc.constantFrom('S', 'A', 'B', 'C', 'D'), fc.boolean(), (rating, written) => {
        const entries = form.framework.items.map(({ id }) =>
          testEntry(itemPartId(id), 'first', { rating, text: written ? '事実' : '' }),
        );
        const expected = written || rating === 'B' ? 0 : entries.length;
        expect(namesOf(entries)).toHaveLength(expected);
      }),
    );
  });
});

it('middleRating is the one in the middle, and null of no scale', () => {
  expect(middleRating(['S', 'A', 'B', 'C', 'D'])).toBe('B');
  expect(middleRating([])).toBeNull();
});
