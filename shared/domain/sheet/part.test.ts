import { describe, expect, it } from 'vitest';
import { testEntry, testForm, testGoal, testId } from '../../../test/support/sheet-builders';
import {
  entryLookup,
  goalEntries,
  goalPartId,
  itemPartId,
  parsePartId,
  remarkPartId,
  sheetParts,
} from './part';
import { partIdSchema } from './sheet';

describe('part ids', () => {
  it.each([
    [goalPartId(testId(7)), { kind: 'goal', id: testId(7) }],
    [itemPartId('sessho-otai'), { kind: 'item', id: 'sessho-otai' }],
    [remarkPartId('development', 'advice'), { kind: 'development', id: 'advice' }],
    [remarkPartId('overall', 'second'), { kind: 'overall', id: 'second' }],
  ])('%s can be read back', (partId, parsed) => {
    expect(parsePartId(partIdSchema.parse(partId))).toEqual(parsed);
  });

  it.each(['', 'goal', 'goal/', 'goal/a/b', 'remark/a', ' item/a'])('%j is none', (text) => {
    expect(parsePartId(text)).toBeNull();
  });
});

describe('sheetParts', () => {
  const [first, second] = [goalPartId(testId(31)), goalPartId(testId(32))];
  const entries = [
    testEntry(second, 'employee', { goal: testGoal({ order: 2, content: '窓口案内' }) }),
    testEntry(second, 'first', { rating: 'A' }),
    testEntry(first, 'employee', { goal: testGoal({ order: 1 }) }),
    testEntry(goalPartId(testId(33)), 'employee', { goal: testGoal(), removed: true }),
    testEntry(goalPartId(testId(34)), 'first', { rating: 'B' }),
  ];

  it('has the goals of the employee in her order, without those taken off', () => {
    expect(goalEntries(entries).map(({ partId }) => partId)).toEqual([first, second]);
  });

  it('orders goals of one number by id, whatever order the rows come in', () => {
    const same = [1, 2, 3].map((number) =>
      testEntry(goalPartId(testId(40 + number)), 'employee', { goal: testGoal({ order: 1 }) }),
    );
    expect(goalEntries(same.toReversed())).toEqual(goalEntries(same));
  });

  it('follows the form: 2 goals, 8 abilities, 4 conducts, 4 remarks, 2 overall', () => {
    const parts = sheetParts(testForm(), entries);
    const count = (section: string) => parts.filter((part) => part.section === section).length;
    expect(['goals', 'ability', 'conduct', 'development', 'overall'].map(count)).toEqual([
      2, 8, 4, 4, 2,
    ]);
    expect(new Set(parts.map(({ partId }) => partId)).size).toBe(parts.length);
    expect(parts.find(({ name }) => name === '次期に向けた助言と研修')?.authors).toEqual(['first']);
    expect(parts.at(-1)).toEqual({
      partId: 'overall/second',
      section: 'overall',
      name: '二次評価者',
      authors: ['second'],
      rated: true,
      texted: true,
    });
  });

  it('has no items for 会計年度任用職員', () => {
    expect(sheetParts(testForm('kaikei-nendo'), []).map(({ section }) => section)).toEqual([
      'development',
      'development',
      'development',
      'development',
      'overall',
      'overall',
    ]);
  });

  it('finds an entry by its part and author', () => {
    const find = entryLookup(entries);
    expect(find(second, 'first')?.rating).toBe('A');
    expect(find(second, 'second')).toBeNull();
  });
});
