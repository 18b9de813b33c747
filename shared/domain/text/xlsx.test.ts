import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type MadeCell,
  type MadeWorkbook,
  makeWorkbook,
} from '../../../test/support/make-workbook';
import { FileRefused } from './file-refused';
import { looksLikeXlsx, parseXlsx } from './xlsx';
import { openZip } from './zip';

const limits = { rows: 100, columns: 20, characters: 50 };
const read = (made: MadeWorkbook) => parseXlsx(makeWorkbook(made), limits);
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    return error instanceof FileRefused ? error.reason : String(error);
  }
};
/** A row of one cell per style. */
const styled = (numbers: readonly string[]): MadeCell[] =>
  numbers.map((number, index) => ({ number, style: index + 1 }));

describe('parseXlsx', () => {
  it('reads what another program has written, days and padded numbers as a CSV has them', () => {
    const bytes = readFileSync('test/fixtures/rosters/fire-department.xlsx');
    const { sheetName, otherSheets, rows } = parseXlsx(bytes, { ...limits, columns: 30 });
    expect([sheetName, otherSheets]).toEqual(['消防職員', ['メモ']]);
    expect(rows.map((row) => [row[0], row[1], row[9]])).toEqual([
      ['職員番号', '氏名', '採用年月日'],
      ['800001', '髙橋 徹', '1998-04-01'],
      ['800002', '﨑山 直美', '2005-04-01'],
      ['800003', '相川 健', '令和8年4月1日'],
      ['800003', '相川 健', ''],
    ]);
  });

  it('gives every text back as it was written, without the readings beside it', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter(
        (one) =>
          !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[\da-f]{4}_|\p{Surrogate}/iu.test(one),
      );
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const found = read({ rows }).rows;
        for (const [at, row] of rows.entries()) {
          for (const [column, cell] of row.entries()) {
            expect(found[at]?.[column] ?? '').toBe(cell);
          }
        }
      }),
    );
  });

  it.each([
    ['[$-411]ge.m.d;@', '46113', '2026-04-01'],
    ['[$-411]ggge"年"m"月"d"日"', '46113.75', '2026-04-01'],
    ['yyyy/mm/dd', '60', '1900-02-29'],
    ['yyyy/mm/dd', '59', '1900-02-28'],
    ['yyyy/mm/dd', '61', '1900-03-01'],
    ['yyyy/mm/dd', '-3', '-3'],
    ['000000', '8301', '008301'],
    ['0.00E+00', '46113', '46113'],
    ['#,##0"日"', '46113', '46113'],
    ['General', '46113', '46113'],
    ['@', '1.0', '1'],
  ])('shows a number of the format %s, %s, as %s', (format, number, expected) => {
    expect(read({ rows: [styled([number])], formats: [format] }).rows).toEqual([[expected]]);
  });

  it('counts days from 1904 where the workbook does', () => {
    const rows = [styled(['44651'])];
    expect(read({ rows, formats: ['yyyy/m/d'], is1904: true }).rows).toEqual([['2026-04-01']]);
  });

  it('keeps rows and columns where they stand, also across empty ones', () => {
    expect(read({ rows: [[], ['', '', 'あ'], [], [7]] }).rows).toEqual([
      [],
      ['', '', 'あ'],
      [],
      ['7'],
    ]);
  });

  it('reads texts inside cells, formulas by their value, and kanji given as numbers', () => {
    const inline = { xml: '<c t="inlineStr"><is><r><t>&#x20BB7;</t></r><r><t>田</t></r></is></c>' };
    const formula = { xml: '<c t="str"><f>A1</f><v>主任</v></c>' };
    const flag = { xml: '<c t="b"><v>1</v></c>' };
    expect(read({ rows: [[inline, formula, flag]] }).rows).toEqual([['𠮷田', '主任', 'TRUE']]);
  });

  it('tells that a table is too long, too wide or a cell too full, and goes no further', () => {
    const far = { xml: '<c r="XFD1"><v>1</v></c>' };
    expect(read({ rows: [[far]] }).rows[0]).toHaveLength(21);
    const { rows } = read({ rows: Array.from({ length: 500 }, () => ['あ']) });
    expect(rows).toHaveLength(101);
    expect(read({ rows: [['長'.repeat(5_000)]] }).rows[0]?.[0]).toHaveLength(51);
  });

  it.each([
    ['no workbook', { 'a.txt': strToU8('a') }, 'Excelのブックではありません'],
    [
      'no sheet',
      { 'xl/workbook.xml': strToU8('<w/>'), 'xl/_rels/workbook.xml.rels': strToU8('<r/>') },
      'シートがありません',
    ],
  ])('refuses a ZIP file with %s', (_what, parts, expected) => {
    expect(refusal(() => parseXlsx(zipSync(parts), limits))).toContain(expected);
  });

  it('refuses a sheet that names entities or other files', () => {
    const prolog = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect(refusal(() => read({ rows: [['あ']], prolog }))).toContain('DTD');
  });

  it('refuses what goes on for ever inside itself', () => {
    const parts = { 'xl/worksheets/sheet1.xml': strToU8('<a>'.repeat(100_000)) };
    expect(refusal(() => read({ rows: [], parts }))).toContain('入れ子が深すぎます');
  });

  it('throws nothing but a refusal at bytes that were changed on the way', () => {
    const whole = makeWorkbook({
      rows: [
        ['職員番号', '氏名'],
        ['1', '髙橋'],
      ],
    });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = whole.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        expect(refusal(() => parseXlsx(bytes, limits))).not.toMatch(/Error/u);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a ZIP file that would burst', () => {
  const bomb = zipSync({ a: [new Uint8Array(90_000_000), { level: 9 }] });
  const bounds = { entries: 10, inflatedBytes: 1_000_000 };

  it('is refused by what it says of itself, before anything is inflated', () => {
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(() => openZip(bomb, bounds).readText('a'))).toContain('大きすぎます');
  });

  it('is refused while it is inflated when it lies about its size', () => {
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    const directory = view.getUint32(lying.length - 6, true);
    view.setUint32(directory + 24, 10, true);
    const start = performance.now();
    expect(refusal(() => openZip(lying, bounds).readText('a'))).toContain('大きすぎます');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('is counted over all its pieces together', () => {
    const half = new Uint8Array(600_000);
    const zip = openZip(zipSync({ a: half, b: half }), bounds);
    expect(zip.readText('a')).toHaveLength(600_000);
    expect(refusal(() => zip.readText('b'))).toContain('大きすぎます');
  });

  it('is refused with too many entries, two of one name, or a password', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}`, half(1)]));
    expect(refusal(() => openZip(zipSync(many), bounds))).toContain('多すぎます');
    const two = zipSync({ a: half(1), b: half(1) });
    two.set(strToU8('a'), two.lastIndexOf(0x62));
    expect(refusal(() => openZip(two, bounds))).toContain('壊れている');
    const locked = zipSync({ a: half(1) });
    const view = new DataView(locked.buffer);
    view.setUint16(view.getUint32(locked.length - 6, true) + 8, 1, true);
    expect(refusal(() => openZip(locked, bounds))).toContain('パスワード');
  });
});

function half(size: number): Uint8Array {
  return new Uint8Array(size);
}

it('knows a workbook by its first bytes', () => {
  expect(looksLikeXlsx(makeWorkbook({ rows: [] }))).toBe(true);
  expect(looksLikeXlsx(strToU8('職員番号'))).toBe(false);
});
