import { parse } from 'papaparse';

export type CsvReading = {
  rows: string[][];
  /** Rows (the first is 1) whose quotes do not close; what follows them is not to be trusted. */
  brokenRows: number[];
};

/**
 * The cells of a CSV text; commas, semicolons or tabs between them, whichever it is.
 *
 * @param mostRows reading stops after one row more, so that a file too long is known as such
 */
export function parseCsv(text: string, mostRows: number): CsvReading {
  const { data, errors } = parse<string[]>(text, {
    delimiter: delimiterOf(text),
    preview: mostRows + 1,
  });
  const quotes = errors.filter(({ type }) => type === 'Quotes');
  return {
    // The break that ends the last row makes no row of its own.
    rows: data.filter((row, index) => index < data.length - 1 || row.join('') !== ''),
    brokenRows: [...new Set(quotes.map(({ row = 0 }) => row + 1))],
  };
}

/** What the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 10_000)
      .replace(/"[^"]*"/gu, '')
      .split(/\r\n?|\n/u, 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}
