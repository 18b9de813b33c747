import { describe, expect, it } from 'vitest';
import { testId, testNow, testPeriod } from '../../../test/support/sheet-builders';
import type { ListedNote } from '../../data/conduct-note-queries';
import { everyNote, filterNotes, NOBODY, partOptions, personOptions } from './note-filter';

function listed(number: number, changes: Partial<ListedNote> = {}): ListedNote {
  return {
    id: testId(number),
    schemaVersion: 4,
    updatedAt: testNow,
    updatedBy: testId(11),
    writerId: testId(11),
    staffId: testId(10),
    happenedOn: '2026-06-03',
    text: '窓口で待つ方に声をかけた',
    tone: 'good',
    partIds: [],
    removed: false,
    personName: '髙橋 翔',
    parts: [],
    ...changes,
  };
}

const service = { partId: 'item/setsugu', name: '接遇', detail: '' };
const goal = { partId: `goal/${testId(31)}`, name: '個人目標1', detail: 'ＤＸの推進' };
const notes = [
  listed(1),
  listed(2, { happenedOn: '2026-03-31', text: 'カウンターを整えた' }),
  listed(3, {
    staffId: testId(12),
    personName: '𠮷田 美咲',
    partIds: [service.partId],
    parts: [service],
  }),
  listed(4, { staffId: null, personName: '', partIds: [goal.partId], parts: [goal] }),
];

function numbersOf(filter: Partial<typeof everyNote>): number[] {
  const shown = filterNotes(notes, [testPeriod], { ...everyNote, ...filter });
  return shown.map(({ id }) => Number(id.slice(-2)));
}

describe('filterNotes', () => {
  it.each<[string, Partial<typeof everyNote>, number[]]>([
    ['nothing is asked for', {}, [1, 2, 3, 4]],
    ['a person', { staffId: testId(10) }, [1, 2]],
    ['nobody chosen yet', { staffId: NOBODY }, [4]],
    ['a period', { periodId: testPeriod.id }, [1, 3, 4]],
    ['an item', { partId: 'item/setsugu' }, [3]],
    ['a text in the other kana', { text: 'かうんたー' }, [2]],
    ['a name in its everyday form', { text: '高橋' }, [1, 2]],
    ['the words of a goal in half width', { text: 'dx' }, [4]],
    ['the name of an item', { text: '接遇' }, [3]],
    ['two conditions that no note meets', { staffId: testId(12), text: 'カウンター' }, []],
  ])('when %s', (_when, filter, numbers) => {
    expect(numbersOf(filter)).toEqual(numbers);
  });
});

it('offers each person and each item once', () => {
  expect(personOptions(notes).map(({ label }) => label)).toEqual([
    '髙橋 翔',
    '𠮷田 美咲',
    'だれのことか未選択',
  ]);
  expect(partOptions([...notes, ...notes]).map(({ value }) => value)).toEqual([
    service.partId,
    goal.partId,
  ]);
});
