import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CELL_CHARACTERS, writeXlsx, type XlsxCell } from './write-xlsx';
import { parseXlsx } from './xlsx';
import { openZip } from './zip';

const limits = { rows: 1_000, columns: 100, characters: MOST_CELL_CHARACTERS };
const rowsOf = (bytes: Uint8Array) => parseXlsx(bytes, limits).rows;
const sheetOf = (bytes: Uint8Array) =>
  openZip(bytes, { entries: 20, inflatedBytes: 10_000_000 }).readText('xl/worksheets/sheet1.xml');

describe('writeXlsx', () => {
  it('is read back cell by cell, whatever a text holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@SUM(A1)',
        '_x000D_',
        '__x0041_',
        '<b>&"',
        '𠮷葛󠄀',
        '\r\n',
      ),
    );
    const cell = fc.oneof(text, fc.integer(), fc.constantFrom(3.25, 0.1));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 8 }), (rows) => {
        expect(rowsOf(writeXlsx({ sheetName: '一覧', rows })).map(trimmed)).toEqual(
          trimmedRows(rows),
        );
      }),
    );
  });

  it('gives the same bytes for the same table', () => {
    const table = { sheetName: '一覧', rows: [['職員番号'], ['000234']] };
    expect(writeXlsx(table)).toEqual(writeXlsx(table));
  });

  it('holds texts and numbers and no formula, with the headings kept in sight', () => {
    const xml = sheetOf(writeXlsx({ sheetName: '一覧', rows: [['合計'], ['=1+1'], [3.5]] })) ?? '';
    expect(xml).not.toContain('<f');
    expect(xml).toContain('<is><t xml:space="preserve">=1+1</t></is>');
    expect(xml).toContain('<v>3.5</v>');
    expect(xml).toContain('ySplit="1"');
    expect(xml).toMatch(/<col min="1" max="1" width="6"/u);
  });

  it('keeps zeros at the front of a number that is a text', () => {
    const [, row] = rowsOf(writeXlsx({ sheetName: '一覧', rows: [['職員番号'], ['000234']] }));
    expect(row).toEqual(['000234']);
  });

  it.each([
    ['令和8年度/結果[1]:*?', '令和8年度結果1'],
    ['あ'.repeat(40), 'あ'.repeat(31)],
    ['', '一覧'],
  ])('calls its sheet as Excel allows: %s', (sheetName, expected) => {
    expect(parseXlsx(writeXlsx({ sheetName, rows: [['a']] }), limits).sheetName).toBe(expected);
  });

  it('refuses what Excel would call damaged', () => {
    const long = 'あ'.repeat(MOST_CELL_CHARACTERS + 1);
    expect(() => writeXlsx({ sheetName: '一覧', rows: [[long]] })).toThrow(RangeError);
    expect(() => writeXlsx({ sheetName: '一覧', rows: [[Number.NaN]] })).toThrow(RangeError);
  });
});

/** Empty cells at the end of a row, and empty rows at the end, are not written. */
function trimmedRows(rows: readonly (readonly XlsxCell[])[]): string[][] {
  const texts = rows.map((cells) => trimmed(cells.map(String)));
  const last = texts.findLastIndex((cells) => cells.length > 0);
  return texts.slice(0, last + 1);
}

function trimmed(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
