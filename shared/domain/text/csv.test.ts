import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv';

const cell = fc.string({ unit: fc.constantFrom('あ', '高', '1', ',', '"', '\n', ';', ' ') });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('parseCsv', () => {
  it('gives back every cell, whatever is in it', () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, mark, end) => {
          const headed = [
            rows[0]?.map(() => '見出し') ?? [],
            ...rows,
            rows[0]?.map(() => '終') ?? [],
          ];
          const text = headed.map((row) => row.map(quoted).join(mark) + end).join('');
          expect(parseCsv(text, 1000)).toEqual({ rows: headed, brokenRows: [] });
        },
      ),
    );
  });

  it('names the row whose quotes do not close', () => {
    expect(parseCsv('番号,氏名\n1,"高橋\n2,相川\n', 100).brokenRows).toEqual([2]);
  });

  it('stops one row after the most that are wanted', () => {
    expect(parseCsv('行\n'.repeat(5000), 100).rows).toHaveLength(101);
  });
});
