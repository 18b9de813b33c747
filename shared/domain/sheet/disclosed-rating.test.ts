import { expect, it } from 'vitest';
import { testEntry, testId, testSheet } from '../../../test/support/sheet-builders';
import { isDisclosed, lastRating, latestFirst } from './disclosed-rating';
import { itemPartId } from './part';

const part = itemPartId('a');
const identity = { staffId: testSheet().staffId, rights: ['employee' as const] };

it('takes the second evaluator’s word before the first’s, and an empty one not at all', () => {
  const first = testEntry(part, 'first', { rating: 'B' });
  const own = testEntry(part, 'employee', { rating: 'S' });
  expect(lastRating([own, first])).toEqual({ author: 'first', rating: 'B' });
  expect(lastRating([first, testEntry(part, 'second', { rating: 'A' })])?.rating).toBe('A');
  expect(lastRating([first, testEntry(part, 'second', { rating: null })])?.rating).toBe('B');
  expect(lastRating([own])).toBeNull();
});

it('puts the latest year first, and in it the latest 開示', () => {
  const sheet = (number: number, periodId: number, disclosedOn: string | null) => ({
    ...testSheet(),
    id: testId(number),
    periodId: testId(periodId),
    disclosedOn,
  });
  const yearOf = new Map([
    [testId(1), 2025],
    [testId(2), 2026],
  ]);
  const sheets = [
    sheet(9, 1, '2027-04-01'),
    sheet(8, 2, '2026-10-01'),
    sheet(7, 2, '2027-03-20'),
    sheet(6, 3, '2028-03-20'),
  ];
  expect(latestFirst(sheets, yearOf, identity).map(({ id }) => id)).toEqual([7, 8, 9].map(testId));
});

it('knows a result that was told from one that is only confirmed', () => {
  expect(isDisclosed({ stage: 'completed', disclosedOn: '2027-03-20' })).toBe(true);
  expect(isDisclosed({ stage: 'confirmed', disclosedOn: null })).toBe(false);
});
