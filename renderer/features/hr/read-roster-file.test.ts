import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import { policyTables } from '../../../shared/domain/framework/policy-tables';
import { writeCsv } from '../../../shared/domain/text/csv';
import {
  cellsOfRows,
  MADE_PEOPLE,
  makeRosterRows,
  plantFaults,
} from '../../../test/support/made-roster';
import { makeWorkbook } from '../../../test/support/make-workbook';
import { encodeText } from '../../platform/encode-text';
import { readRosterFile } from './read-roster-file';

const { frameworks } = policyTables;
const nobody = { people: [], frameworks };
const rows = makeRosterRows();
const csvOf = (cells: readonly (readonly string[])[]) => encodeText(writeCsv(cells), 'Shift_JIS');

function refusal(bytes: Uint8Array): string {
  try {
    readRosterFile('名簿.csv', bytes, nobody);
    return 'read';
  } catch (error) {
    return error instanceof IkuseiError ? `${error.errorName} ${error.detail}` : String(error);
  }
}

describe('a roster of 3,000 people in CP932', () => {
  it('is read without a fault', () => {
    const file = readRosterFile('名簿.csv', csvOf(cellsOfRows(rows)), nobody);
    expect(file.source).toEqual({ kind: 'text', encoding: 'Shift_JIS' });
    expect([file.faults, file.gaps]).toEqual([[], []]);
    expect(file.people).toHaveLength(MADE_PEOPLE);
    expect(file.comparison.added).toHaveLength(MADE_PEOPLE);
    expect(file.people.some(({ facts }) => facts.concurrentPosts.length > 0)).toBe(true);
  });

  it('is the same as a workbook', () => {
    const cells = cellsOfRows(rows);
    const workbook = readRosterFile('名簿.xlsx', makeWorkbook({ rows: cells }), nobody);
    const text = readRosterFile('名簿.csv', csvOf(cells), nobody);
    expect(workbook.people).toEqual(text.people);
    expect(workbook.faults).toEqual([]);
  });

  it.each([
    ['CSV', csvOf],
    ['workbook', (cells: string[][]) => makeWorkbook({ rows: cells })],
  ])('has every planted error told by row and column, and no other, as a %s', (_kind, write) => {
    const planted = plantFaults(rows);
    const { faults } = readRosterFile('名簿', write(cellsOfRows(planted.rows)), nobody);
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual(
      planted.faults.map(({ row, column }) => `${row} ${column}`),
    );
    for (const [index, { words }] of planted.faults.entries()) {
      expect(faults[index]?.message).toContain(words);
    }
  });

  it('is not read with other columns', () => {
    const cells = cellsOfRows(rows).map((row) => row.slice(2));
    const { faults, people } = readRosterFile('名簿.csv', csvOf(cells), nobody);
    expect(people).toEqual([]);
    expect(faults.map(({ message }) => message)).toEqual([
      '見出しの行が見つかりません。「職員番号」と「氏名」の列のある表を選びます。',
    ]);
  });

  it('is refused at 20 MB before it is read', () => {
    expect(refusal(new Uint8Array(20_000_000))).toContain(
      'rosterNotRead ファイル「名簿.csv」：大きすぎます（10MB',
    );
  });
});
