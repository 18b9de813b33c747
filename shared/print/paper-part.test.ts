import { describe, expect, it } from 'vitest';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testPeriod,
  testSheet,
} from '../../test/support/sheet-builders';
import type { Author } from '../domain/form/form';
import { noGoalFacts } from '../domain/goal/goal-facts';
import { goalPartId, sheetParts } from '../domain/sheet/part';
import { buildEvaluationSheetModel } from './build-evaluation-sheet-model';
import type { PaperPath } from './missing-character';
import { paperPart } from './paper-part';

const authors: Author[] = ['employee', 'first', 'second'];
const form = testForm();
const goals = [2, 3, 1].map((order) =>
  testEntry(goalPartId(testId(30 + order)), 'employee', {
    goal: testGoal({ order, content: goalPartId(testId(30 + order)) }),
    removed: order === 3,
  }),
);
/** Every text names the part it stands in. */
const entries = [
  ...goals,
  ...sheetParts(form, goals)
    .filter(({ section }) => section !== 'goals')
    .flatMap(({ partId }) => authors.map((author) => testEntry(partId, author, { text: partId }))),
];

function texts(value: unknown, path: PaperPath = []): { text: string; path: PaperPath }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    texts(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

describe('paperPart', () => {
  it.each([{ readable: authors }, { readable: authors.slice(0, 1) }])(
    'finds the part of every text that somebody wrote: $readable',
    ({ readable }) => {
      const goalFacts = noGoalFacts;
      const sheet = testSheet(form);
      const source = { sheet, form, period: testPeriod, entries, readable, goalFacts };
      const model = buildEvaluationSheetModel({
        ...source,
        settlements: [],
        printedAt: '2026-11-22T14:05',
        sample: false,
      });
      const written = texts(model).filter(({ text }) =>
        /^(?:goal|item|development|overall)\//u.test(text),
      );
      expect(written.length).toBeGreaterThan(readable.length === 3 ? 30 : 14);
      expect(written.map(({ path }) => paperPart(source, path))).toEqual(
        written.map(({ text }) => text),
      );
    },
  );

  it.each<PaperPath[]>([[['header', 'name']], [['role']], [['goals', 9, 'content']], [[]]])(
    'knows no part for %j',
    (path) => {
      expect(paperPart({ form, entries, readable: authors }, path)).toBeNull();
    },
  );
});
