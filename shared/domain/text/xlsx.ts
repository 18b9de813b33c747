import { dayLater } from '../period/day-steps';
import { FileRefused } from './file-refused';
import { walkXml, type XmlListener } from './xml';
import { openZip, type ZipContents } from './zip';

/** A workbook's own bounds; what a table may hold is said by who reads it. */
const workbookLimits = { entries: 1_000, inflatedBytes: 80_000_000 } as const;

export type XlsxLimits = {
  /** Reading stops after one row more, so that a table too long is known as such. */
  rows: number;
  /** Likewise. */
  columns: number;
  /** Likewise, of one cell. */
  characters: number;
};

export type XlsxReading = { sheetName: string; rows: string[][]; otherSheets: string[] };

/** Whether the bytes begin as every workbook (and every other ZIP file) does. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
}

/** An Excel file of before 2007, or one that is locked by a password. */
export function looksLikeOldWorkbook(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

/**
 * The cells of the first visible sheet of a workbook from outside, as the texts that a CSV
 * of it would hold: days as `2026-04-01`, whole numbers as digits, with the leading zeros
 * that their format shows. Formulas count with the value that was stored for them.
 *
 * @throws FileRefused
 */
export function parseXlsx(bytes: Uint8Array, limits: XlsxLimits): XlsxReading {
  const zip = openZip(bytes, workbookLimits);
  const { sheets, is1904 } = readWorkbook(zip);
  const [sheet, ...others] = sheets.filter(({ hidden }) => !hidden);
  const xml = sheet === undefined ? null : zip.readText(sheet.path);
  if (sheet === undefined || xml === null) throw new FileRefused('Excelのシートがありません。');
  return {
    sheetName: sheet.name,
    otherSheets: others.map(({ name }) => name),
    rows: readSheet(xml, limits, {
      strings: readSharedStrings(zip, limits.characters),
      formats: readFormats(zip),
      is1904,
    }),
  };
}

type SheetPlace = { name: string; path: string; hidden: boolean };

function readWorkbook(zip: ZipContents): { sheets: SheetPlace[]; is1904: boolean } {
  const xml = zip.readText('xl/workbook.xml');
  const relations = zip.readText('xl/_rels/workbook.xml.rels');
  if (xml === null || relations === null) throw new FileRefused('Excelのブックではありません。');
  const paths = new Map<string, string>();
  walkXml(relations, {
    open(path, attribute) {
      if (path.at(-1) !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      paths.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: SheetPlace[] = [];
  let is1904 = false;
  walkXml(xml, {
    open(path, attribute) {
      if (path.at(-1) === 'workbookPr') is1904 = isTrue(attribute('date1904'));
      if (path.at(-1) !== 'sheet' || path.at(-2) !== 'sheets') return;
      const [id, name, state] = [attribute('id'), attribute('name'), attribute('state')];
      const hidden = state !== null && state !== 'visible';
      sheets.push({ name: name ?? '', path: paths.get(id ?? '') ?? '', hidden });
    },
  });
  return { sheets, is1904 };
}

function isTrue(flag: string | null): boolean {
  return flag === '1' || flag === 'true';
}

/** The texts that cells point to; the readings (ふりがな) beside them are left out. */
function readSharedStrings(zip: ZipContents, mostCharacters: number): string[] {
  const xml = zip.readText('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (xml === null) return strings;
  const item = textOf('si', mostCharacters, (text) => strings.push(text));
  walkXml(xml, item);
  return strings;
}

/** Gathers the text below an element; cut after one character more than it may have. */
function textOf(element: string, most: number, done: (text: string) => void): XmlListener {
  let text = '';
  return {
    open(path) {
      if (path.at(-1) === element) text = '';
    },
    text(path, piece) {
      if (path.at(-1) !== 't' || path.includes('rPh') || !path.includes(element)) return;
      if (text.length <= most) text += piece.slice(0, most + 1);
    },
    close(path) {
      if (path.at(-1) === element) done(unescaped(text).slice(0, most + 1));
    },
  };
}

/** Excel writes what XML cannot hold as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([\da-f]{4})_/giu, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

type NumberFormat = { kind: 'number' } | { kind: 'day' } | { kind: 'digits'; count: number };

/** What each style of a cell does to a number. */
function readFormats(zip: ZipContents): NumberFormat[] {
  const xml = zip.readText('xl/styles.xml');
  const formats: NumberFormat[] = [];
  if (xml === null) return formats;
  const codes = new Map<number, string>();
  walkXml(xml, {
    open(path, attribute) {
      const id = Number(attribute('numFmtId'));
      if (path.at(-1) === 'numFmt') codes.set(id, attribute('formatCode') ?? '');
      if (path.at(-1) === 'xf' && path.at(-2) === 'cellXfs') {
        formats.push(formatOf(id, codes.get(id)));
      }
    },
  });
  return formats;
}

/** Formats that Excel knows by number alone; the later ones are days in Japanese Excel. */
const dayFormats: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
];

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const isDay = dayFormats.some(([first, last]) => id >= first && id <= last);
    return { kind: isDay ? 'day' : 'number' };
  }
  const bare = code
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, '')
    .replace(/general|g\/標準/giu, '')
    .split(';', 1)[0];
  if (bare !== undefined && /^0+$/u.test(bare)) return { kind: 'digits', count: bare.length };
  // `e` and `g` are the years of an era; in a number, `e` stands beside 0 or #.
  const isDay = /[yegd]/iu.test(bare ?? '') && !/[0#?]/u.test(bare ?? '');
  return { kind: isDay ? 'day' : 'number' };
}

type Workbook = { strings: readonly string[]; formats: readonly NumberFormat[]; is1904: boolean };

function readSheet(xml: string, limits: XlsxLimits, workbook: Workbook): string[][] {
  const rows: string[][] = [];
  let row = -1;
  let column = -1;
  let kind = '';
  let style = 0;
  let value = '';
  const inline = textOf('is', limits.characters, (text) => {
    value = text;
  });
  const put = (text: string) => {
    if (text === '') return;
    // One beyond the bound says that it is passed; more would say nothing more.
    const cells = rowAt(rows, Math.min(row, limits.rows));
    const at = Math.min(column, limits.columns);
    while (cells.length < at) cells.push('');
    cells[at] = text.slice(0, limits.characters + 1);
  };
  walkXml(xml, {
    open(path, attribute) {
      inline.open?.(path, attribute);
      if (path.at(-1) === 'row' && path.at(-2) === 'sheetData') {
        const said = Number(attribute('r'));
        row = said >= 1 ? said - 1 : row + 1;
        column = -1;
      }
      if (path.at(-1) !== 'c' || path.at(-2) !== 'row') return;
      column = columnOf(attribute('r')) ?? column + 1;
      kind = attribute('t') ?? 'n';
      style = Number(attribute('s') ?? 0);
      value = '';
    },
    text(path, text) {
      inline.text?.(path, text);
      if (path.at(-1) === 'v' && path.at(-2) === 'c' && value.length <= limits.characters) {
        value += text;
      }
    },
    close(path) {
      inline.close?.(path);
      if (path.at(-1) === 'c' && path.at(-2) === 'row') {
        put(cellText(kind, value, workbook.formats[style], workbook));
      }
    },
  });
  return rows;
}

function rowAt(rows: string[][], index: number): string[] {
  while (rows.length <= index) rows.push([]);
  return rows[index] ?? [];
}

/** `AB12` → 27; null when nothing of the kind is said. */
function columnOf(reference: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d/u.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(
  kind: string,
  value: string,
  format: NumberFormat | undefined,
  { strings, is1904 }: Workbook,
): string {
  if (value === '') return '';
  switch (kind) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    case 'n':
      return numberText(value, format, is1904);
    case 'str':
      return unescaped(value);
    default:
      return value;
  }
}

function numberText(value: string, format: NumberFormat | undefined, is1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (format?.kind === 'day') return dayOfSerial(number, is1904) ?? value;
  const digits = /^\d{1,15}$/u.test(value) ? value : String(number);
  return format?.kind === 'digits' ? digits.padStart(format.count, '0') : digits;
}

/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** The day a serial number stands for, counted from 1900 or 1904; null outside both. */
function dayOfSerial(serial: number, is1904: boolean): string | null {
  const days = Math.floor(serial) + (is1904 ? 1_462 : 0);
  if (days < 1 || days > LAST_SERIAL) return null;
  // Excel believes that there was a 29 February in 1900; the reader says that there was none.
  if (days === 60) return '1900-02-29';
  return dayLater(days < 60 ? '1899-12-31' : '1899-12-30', days);
}
