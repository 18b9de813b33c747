import { describe, expect, it } from 'vitest';
import {
  testEntry,
  testForm,
  testGoal,
  testId,
  testNow,
  testPeriod,
  testSheet,
} from '../../../test/support/sheet-builders';
import type { Author } from '../form/form';
import { goalPartId, remarkPartId, sheetParts } from './part';
import { type ResultSource, resultHeadings, resultRow } from './result-table';
import type { SheetEvent } from './sheet-event';

const form = testForm();
const goal = goalPartId(testId(31));
const goalEntry = testEntry(goal, 'employee', { goal: testGoal({ difficulty: 'normal' }) });
const overall = form.overall.flatMap(({ id, authors }) =>
  authors.map((author) => ({ id, author })),
);

/** Everything rated B by one author, her overall rating A. */
function columnOf(author: Author) {
  const parts = sheetParts(form, [goalEntry]).filter(
    (part) => part.section !== 'overall' && part.rated,
  );
  const rated = parts.map(({ partId }) => testEntry(partId, author, { rating: 'B' }));
  const own = overall.filter((one) => one.author === author);
  return [
    ...rated,
    ...own.map(({ id }) => testEntry(remarkPartId('overall', id), author, { rating: 'A' })),
  ];
}

const confirm: SheetEvent = {
  id: testId(70),
  schemaVersion: 1,
  updatedAt: testNow,
  updatedBy: testId(1),
  sheetId: testId(5),
  action: 'confirm',
  from: 'confirmation',
  to: 'confirmed',
  stageRevision: 9,
  byName: '職員課',
  reason: '',
};

const whole: ResultSource = {
  sheet: { ...testSheet(form), stage: 'completed', disclosedOn: '2027-03-20' },
  period: testPeriod,
  form,
  entries: [goalEntry, ...columnOf('first'), ...columnOf('second')],
  readable: ['employee', 'first', 'second'],
  events: [confirm],
  damaged: 0,
};

function cellsOf(source: ResultSource): Record<string, string | number> {
  const row = resultRow(source, (instant) => instant.slice(0, 10));
  expect(row).toHaveLength(resultHeadings.length);
  return Object.fromEntries(resultHeadings.map((heading, at) => [heading, row[at] ?? '']));
}

describe('resultRow', () => {
  it('says who it is, how she was rated, and when that was settled', () => {
    expect(cellsOf(whole)).toMatchObject({
      職員番号: '100234',
      氏名: '𠮷田 美咲',
      所属: '市民部　市民課　市民係',
      段階: '完了',
      一次評価者: '相川 直美',
      '実績の点数（一次）': 3,
      '能力の点数（二次）': 3,
      '合計の点数（一次）': 3,
      '総合評語（一次）': 'A',
      '総合評語（二次）': 'A',
      点数の設定: '初期値（未確定）',
      確定日: testNow.slice(0, 10),
      開示日: '2027-03-20',
      備考: '',
    });
  });

  it('has nothing of a column that the reader may not read', () => {
    const cells = cellsOf({ ...whole, entries: columnOf('first'), readable: ['first'] });
    expect(cells).toMatchObject({ '総合評語（二次）': '', '合計の点数（二次）': '' });
  });

  it('adds nothing up where something is not rated yet', () => {
    const entries = whole.entries.filter(
      ({ partId, author }) => partId !== goal || author !== 'first',
    );
    expect(cellsOf({ ...whole, entries: [goalEntry, ...entries] })).toMatchObject({
      '実績の点数（一次）': '',
      '能力の点数（一次）': 3,
      '合計の点数（一次）': '',
      '合計の点数（二次）': 3,
    });
  });

  it('adds nothing up where something cannot be read, and says so', () => {
    expect(cellsOf({ ...whole, damaged: 2 })).toMatchObject({
      '能力の点数（一次）': '',
      '合計の点数（一次）': '',
      備考: '読めなくなった記入 2件（点数なし）',
    });
  });

  it('marks what is not disclosed, and forgets a confirmation that was taken back', () => {
    const sheet = { ...whole.sheet, stage: 'confirmation', disclosedOn: null } as const;
    expect(cellsOf({ ...whole, sheet })).toMatchObject({
      確定日: '',
      開示日: '',
      備考: '開示前・取扱注意',
    });
  });
});
