import { splitGraphemes } from '../../shared/domain/text/graphemes';
import type { TextEncoding } from './decode-text';

/** What tables are written in; UTF-8 with its mark, by which spreadsheets know it. */
export type WrittenEncoding = Exclude<TextEncoding, 'UTF-16'>;

/** Stands where a character has no place in the encoding, as on paper. */
export const SUBSTITUTE = '〓';

/** A cell of a table with characters, as a person sees them, that Shift_JIS (CP932) lacks. */
export type UnwritableCell = { row: number; column: number; characters: string[] };

/** @param text what Shift_JIS lacks is written as 〓; ask `unwritableCells` first */
export function encodeText(text: string, encoding: WrittenEncoding): Uint8Array {
  if (encoding === 'UTF-8') return new TextEncoder().encode(`\ufeff${text}`);
  const codes = table();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = codes.get(character) ?? codes.get(SUBSTITUTE) ?? 0;
    if (code > 0xff) bytes[length++] = code >> 8;
    bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

/** Where a table, its headings the first row, has characters that Shift_JIS lacks. */
export function unwritableCells(rows: readonly (readonly string[])[]): UnwritableCell[] {
  const codes = table();
  const isLacking = (text: string) => [...text].some((character) => !codes.has(character));
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (!isLacking(cell)) return [];
      const characters = [...new Set(splitGraphemes(cell))].filter(isLacking);
      return [{ row, column, characters }];
    }),
  );
}

let made: ReadonlyMap<string, number> | null = null;

/** The decoder's table turned round, once. Windows writes the first of two same characters. */
function table(): ReadonlyMap<string, number> {
  made ??= invertedTable();
  return made;
}

/** Windows never writes what NEC had taken over from IBM (0xED, 0xEE): IBM's own follow. */
const leads = [...span(0x81, 0x9f), ...span(0xe0, 0xec), ...span(0xef, 0xfc)];
const trails = [...span(0x40, 0x7e), ...span(0x80, 0xfc)];

function invertedTable(): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  const take = (character: string | undefined, code: number) => {
    const isOne = character !== undefined && [...character].length === 1;
    if (isOne && character !== '\ufffd' && !codes.has(character)) codes.set(character, code);
  };
  for (const code of span(0, 0x7f)) take(String.fromCharCode(code), code);
  for (const code of span(0xa1, 0xdf)) take(decoded([code]), code);
  const pairs = leads.flatMap((lead) => trails.map((trail) => [lead, trail] as const));
  // A break after each pair, so that all of them are decoded at once.
  const characters = decoded(pairs.flatMap(([lead, trail]) => [lead, trail, 0x0a])).split('\n');
  for (const [index, [lead, trail]] of pairs.entries()) {
    take(characters[index], lead * 0x100 + trail);
  }
  return codes;
}

function decoded(bytes: readonly number[]): string {
  return new TextDecoder('shift_jis').decode(Uint8Array.from(bytes));
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
