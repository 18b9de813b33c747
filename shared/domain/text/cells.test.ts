import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_LIMITS, parseCells } from './cells';

/** Writes cells as Excel does. */
function written(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) =>
    /[\t\n"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('');
}

describe('parseCells', () => {
  it.each([
    ['窓口の改善', [['窓口の改善']]],
    ['窓口の改善\r\n', [['窓口の改善']]],
    ['"二行の\n目標"\r\n', [['二行の\n目標']]],
    ['"「""速さ""」"\n', [['「"速さ"」']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\t\tb', [['a', '', 'b']]],
    ['a\t', [['a', '']]],
    ['"始まりだけの引用\tb', [['"始まりだけの引用', 'b']]],
    ['', [['']]],
  ])('reads %j', (text, rows) => {
    expect(parseCells(text)).toEqual(rows);
  });

  it('reads back whatever a spreadsheet writes', () => {
    const value = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .chain((text) => fc.constantFrom(text, `${text}\n${text}`, `"${text}`, `${text}\t"`))
      .map((text) => text.replaceAll('\r', ''));
    const rows = fc.integer({ min: 1, max: 6 }).chain((width) =>
      fc.array(fc.array(value, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(rows, (cells) => {
        expect(parseCells(written(cells))).toEqual(cells);
      }),
    );
  });

  it('takes what fits and refuses more', () => {
    const { rows, columns, characters } = CELL_LIMITS;
    expect(parseCells('a\n'.repeat(rows))).toHaveLength(rows);
    for (const text of [
      'a\n'.repeat(rows + 1),
      'a\t'.repeat(columns),
      'a'.repeat(characters + 1),
    ]) {
      expect(() => parseCells(text)).toThrow(
        expect.objectContaining({ errorName: 'tooManyCells' }),
      );
    }
  });

  it('is quick with quotes that never end', () => {
    expect(parseCells(`"${'""'.repeat(100_000)}`)).toHaveLength(1);
  });
});
