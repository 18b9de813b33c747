import { IkuseiError } from '../errors';

/** Beyond any sheet of goals; a whole workbook pasted by mistake is refused at once. */
export const CELL_LIMITS = { rows: 100, columns: 20, characters: 500_000 } as const;

/**
 * The cells that a spreadsheet puts on the clipboard as text: tabs between cells, line
 * breaks between rows, quotes round a cell that holds either, quotes doubled inside them.
 * The break that ends the last row makes no row of its own.
 *
 * @throws IkuseiError tooManyCells
 */
export function parseCells(pasted: string): string[][] {
  if (pasted.length > CELL_LIMITS.characters) throw new IkuseiError('tooManyCells');
  const text = pasted.replace(/\r\n?/gu, '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = readCell(text, at);
    row.push(cell.value);
    if (row.length > CELL_LIMITS.columns) throw new IkuseiError('tooManyCells');
    at = cell.end + 1;
    if (text[cell.end] === '\t') continue;
    rows.push(row);
    if (rows.length > CELL_LIMITS.rows) throw new IkuseiError('tooManyCells');
    row = [];
    if (at === text.length) break;
  }
  return rows;
}

/** The cell that begins at `start`, and the place of the tab or break that ends it. */
function readCell(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/uy;
    quoted.lastIndex = start;
    const [whole, inside] = quoted.exec(text) ?? [];
    if (whole !== undefined && inside !== undefined) {
      return { value: inside.replaceAll('""', '"'), end: start + whole.length };
    }
  }
  const length = text.slice(start).search(/[\t\n]/u);
  const end = length === -1 ? text.length : start + length;
  return { value: text.slice(start, end), end };
}
