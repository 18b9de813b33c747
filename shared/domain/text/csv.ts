import { parse, unparse } from 'papaparse';

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
  // Outside quotes.
  const start = text.slice(0, 10_000).replace(/"[^"]*"/gu, '');
  const newline = /\r\n|\n|\r(?!$)/u.exec(start)?.[0];
  const { data, errors } = parse<string[]>(text, {
    delimiter: delimiterOf(start),
    preview: mostRows + 1,
    // Papaparse would go through the whole text for it.
    ...(isNewline(newline) ? { newline } : {}),
  });
  const quotes = errors.filter(({ type }) => type === 'Quotes');
  return {
    rows: withoutGuards(data),
    brokenRows: [...new Set(quotes.map(({ row = 0 }) => row + 1))],
  };
}

/** In place, because few cells of a large table have one. */
function withoutGuards(rows: string[][]): string[][] {
  // The break that ends the last row makes no row of its own.
  if (rows.at(-1)?.join('') === '') rows.pop();
  for (const row of rows) {
    if (!row.some(isGuarded)) continue;
    row.splice(0, row.length, ...row.map((cell) => (isGuarded(cell) ? cell.slice(1) : cell)));
  }
  return rows;
}

/** As `escapeFormulae` of papaparse writes a cell that a spreadsheet would calculate. */
const guarded = /^'[=+\-@\t\r]/u;

function isGuarded(cell: string): boolean {
  return cell.startsWith("'") && guarded.test(cell);
}

/** The text of a table for spreadsheets; cells that look like a formula are kept from being one. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${unparse(rows, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function isNewline(text: string | undefined): text is '\r\n' | '\n' | '\r' {
  return text !== undefined;
}

/** What the first line with any has most of; a title may stand above the table. */
function delimiterOf(start: string): string {
  const marks = [',', '\t', ';'];
  const lines = start.split(/\r\n?|\n/u, 10);
  const line = lines.find((one) => marks.some((mark) => one.includes(mark))) ?? '';
  const counts = marks.map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}
