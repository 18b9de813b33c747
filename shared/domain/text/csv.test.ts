import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv, writeCsv } from './csv';

const cell = fc.string({
  unit: fc.constantFrom('あ', '高', '1', ',', '"', '\n', ';', ' ', '=', '-', '@'),
});
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

  it('reads what is written, and writes nothing that a spreadsheet would calculate', () => {
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const headed = [['番号', '氏名', '所属'], ...rows, ['終', '終', '終']];
        expect(parseCsv(writeCsv(headed), 1000).rows).toEqual(headed);
      }),
    );
    expect(writeCsv([['=1+1', '@SUM(A1)', '高橋']])).toBe(`"'=1+1","'@SUM(A1)",高橋\r\n`);
  });

  it('names the row whose quotes do not close', () => {
    expect(parseCsv('番号,氏名\n1,"高橋\n2,相川\n', 100).brokenRows).toEqual([2]);
  });

  it('finds the mark below a title', () => {
    expect(parseCsv('職員名簿\n\n番号\t氏名\n1\t高橋, 翔\n', 100).rows[3]).toEqual([
      '1',
      '高橋, 翔',
    ]);
  });

  it('stops one row after the most that are wanted', () => {
    expect(parseCsv('行\n'.repeat(5000), 100).rows).toHaveLength(101);
  });
});
