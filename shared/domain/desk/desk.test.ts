import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testEntry, testForm, testId, testSheet } from '../../../test/support/sheet-builders';
import { itemPartId } from '../sheet/part';
import type { PartId, Sheet, SheetEntry } from '../sheet/sheet';
import { type DeskSheet, deskRows, evaluatorAuthors, itemAcross } from './desk-rows';
import { hintLimits, ownDistribution } from './own-distribution';
import { ratingGap } from './rating-gap';

const form = testForm();
const { scale } = form;
const letters = scale.steps.map(({ rating }) => rating);
const middle = letters[(letters.length - 1) / 2] ?? '';
const parts = form.framework.items.map(({ id }) => itemPartId(id));
const part = parts[0] as PartId;
const me = testId(11);

function person(entries: readonly SheetEntry[], changes: Partial<Sheet> = {}): DeskSheet {
  return { sheet: { ...testSheet(form), ...changes }, scale, entries };
}

/** `mine` and `own` are ratings of the parts in their order. */
function judged(mine: readonly string[], own: readonly string[] = []): DeskSheet {
  return person([
    ...mine.map((rating, index) => testEntry(parts[index] ?? part, 'first', { rating })),
    ...own.map((rating, index) => testEntry(parts[index] ?? part, 'employee', { rating })),
  ]);
}

const asFirst = () => ['first'] as const;
const kindsOf = (people: readonly DeskSheet[]) =>
  ownDistribution(people, asFirst).hints.map(({ kind }) => kind);

describe('my people', () => {
  it('are those whose first or second evaluator I am, and never I myself', () => {
    const sheet = testSheet(form);
    expect(evaluatorAuthors(sheet, me)).toEqual(['first']);
    expect(evaluatorAuthors(sheet, testId(12))).toEqual(['second']);
    expect(evaluatorAuthors(sheet, testId(10))).toEqual([]);
    expect(evaluatorAuthors({ ...sheet, staffId: me }, me)).toEqual([]);
    expect(deskRows([person([])], testId(99), { deadlines: {} }, '2027-03-01')).toEqual([]);
  });

  it('stand with stage, turn and deadline, and what waits for me comes first', () => {
    const deadlines = { firstEvaluation: '2027-02-28', selfEvaluation: '2027-02-10' };
    const rows = deskRows(
      [
        person([], { id: testId(1), stage: 'inProgress' }),
        person([], { id: testId(2), stage: 'firstEvaluation' }),
        person([], { id: testId(3), stage: 'completed' }),
      ],
      me,
      { deadlines },
      '2027-03-01',
    );
    expect(
      rows.map(({ sheetId, turn, mine, deadline, overdue }) => [
        sheetId,
        turn,
        mine,
        deadline,
        overdue,
      ]),
    ).toEqual([
      [testId(2), 'first', true, '2027-02-28', true],
      [testId(1), 'employee', false, '2027-02-10', true],
      [testId(3), null, false, null, false],
    ]);
  });

  it('have as many gaps as my ratings differ, and none said where I may not read theirs', () => {
    const gapsOf = (one: DeskSheet) =>
      deskRows([one], me, { deadlines: {} }, '2027-03-01').map(({ gaps }) => gaps);
    expect(gapsOf(judged(['A', 'B', 'C'], ['A', 'A', 'A', 'A']))).toEqual([2]);
    expect(gapsOf(judged(['A', 'B', 'C']))).toEqual([null]);
  });
});

describe('one item across my people', () => {
  it('shows the three ratings side by side, with the steps between', () => {
    const [row] = itemAcross([judged(['A'], ['C'])], part);
    expect(row?.ratings).toEqual({ employee: 'C', first: 'A', second: null });
    expect(row?.gaps).toEqual({ first: 2, second: null });
  });

  it('measures a gap both ways alike', () => {
    const letter = fc.constantFrom(...letters);
    fc.assert(
      fc.property(letter, letter, (own, other) => {
        const gap = ratingGap(scale, own, other) ?? Number.NaN;
        expect(gap + (ratingGap(scale, other, own) ?? Number.NaN)).toBe(0);
        expect(gap === 0).toBe(own === other);
      }),
    );
  });
});

describe('my own distribution', () => {
  it('counts every rating once, whatever they are', () => {
    const some = fc.array(fc.constantFrom(...letters), { maxLength: parts.length });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 5 }), (ratings) => {
        const { counts, total, people } = ownDistribution(
          ratings.map((mine) => judged(mine)),
          asFirst,
        );
        expect(total).toBe(ratings.flat().length);
        for (const { rating, count } of counts) {
          expect(count).toBe(ratings.flat().filter((one) => one === rating).length);
        }
        for (const { rated, mean } of people) {
          expect(mean === null).toBe(rated === 0);
          if (mean !== null) expect(mean >= 1 && mean <= letters.length).toBe(true);
        }
      }),
    );
  });

  it('gives no hint from few ratings, and no hint of a mixed sheet', () => {
    expect(kindsOf([judged(['S', 'A', 'B', 'C'])])).toEqual([]);
    expect(kindsOf([judged(['S', 'A', 'B', 'C', 'D', 'S', 'A', 'B', 'C', 'D'])])).toEqual([]);
  });

  it('hints at leniency and severity against the own ratings and the middle', () => {
    const ten = (...pair: string[]) => Array.from({ length: 10 }, (_, at) => pair[at % 2] ?? '');
    const high = judged(ten('S', 'A'), ten('B', 'A'));
    const low = judged(ten('C', 'D'), ten('B', 'A'));
    expect(kindsOf([high])).toEqual(['leniency', 'leniency']);
    expect(kindsOf([low])).toEqual(['severity', 'severity']);
    expect(kindsOf([judged(ten('A', 'B'), ten('A', 'B'))])).toEqual([]);
  });

  it('hints at the middle from its share on, and says the share', () => {
    const mine = (others: number) => [
      ...Array.from({ length: 10 - others }, () => middle),
      ...['A', 'C', 'A', 'C'].slice(0, others),
    ];
    expect(kindsOf([judged(mine(3))])).toEqual(['central']);
    expect(kindsOf([judged(mine(4))])).toEqual([]);
    const [hint] = ownDistribution([judged(mine(3))], asFirst).hints;
    expect(hint?.numbers).toBe('10 の評語のうち 7（70％）が中央です');
    expect(hint?.rule).toContain('70％以上');
  });

  it('hints at one person whose ratings are all the same, by name', () => {
    const same = Array.from({ length: hintLimits.haloRatings }, () => 'A');
    const [hint] = ownDistribution([judged(same)], asFirst).hints;
    expect(hint?.kind).toBe('halo');
    expect(hint?.numbers).toContain('𠮷田 美咲');
    expect(kindsOf([judged(same.slice(1))])).toEqual([]);
  });

  it('takes nothing from a column that is not mine', () => {
    const others = person(parts.map((one) => testEntry(one, 'second', { rating: 'S' })));
    expect(ownDistribution([others], asFirst).total).toBe(0);
  });
});
