import { strToU8, zipSync } from 'fflate';

/** Text or a number; nothing else can stand in a workbook of ours, least of all a formula. */
export type XlsxCell = string | number;

export type XlsxTable = {
  sheetName: string;
  /** The first row holds the headings: it is bold and stays in sight. */
  rows: readonly (readonly XlsxCell[])[];
};

/** What Excel takes in one cell; a file with more is called damaged there. */
export const MOST_CELL_CHARACTERS = 32_767;

/** So that the same table gives the same bytes; ZIP knows no day before. */
const MADE_AT = '1980-01-01T12:00:00';
const MOST_NAME_CHARACTERS = 31;
const NARROWEST = 6;
const WIDEST = 44;
/** Rows whose widths are looked at: a table of thousands is as wide as its first ones. */
const MEASURED_ROWS = 500;

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The bytes of a workbook with one sheet. Texts are written as texts, whatever they begin with,
 * so that no program calculates them.
 *
 * @throws RangeError for a text longer than a cell may be, or a number that is none
 */
export function writeXlsx({ sheetName, rows }: XlsxTable): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${escaped(safeSheetName(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(prolog + xml)]);
  return zipSync(Object.fromEntries(files), { mtime: MADE_AT });
}

/** Style 0 is a cell, 1 a heading. */
const styles = `<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function sheetXml(rows: XlsxTable['rows']): string {
  const widths = columnWidths(rows).map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`;
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const written = rows.map((cells, row) => {
    const own = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, row));
    return `<row r="${row + 1}">${own.join('')}</row>`;
  });
  return `<worksheet ${main}>${view}${cols}<sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: XlsxCell, name: string, row: number): string {
  const style = row === 0 ? ' s="1"' : '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`no number in ${name}`);
    return `<c r="${name}"${style}><v>${cell}</v></c>`;
  }
  if (cell.length > MOST_CELL_CHARACTERS) throw new RangeError(`the text in ${name} is too long`);
  if (cell === '') return '';
  return `<c r="${name}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** What XML has no place for is written as Excel does: `_x000D_`. */
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_(?=x[\da-f]{4}_)/giu;

function escaped(text: string): string {
  return text
    .replace(unwritable, (one) => `_x${one.charCodeAt(0).toString(16).padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function columnWidths(rows: XlsxTable['rows']): number[] {
  const widths: number[] = [];
  for (const cells of rows.slice(0, MEASURED_ROWS)) {
    for (const [column, cell] of cells.entries()) {
      const width = Math.min(WIDEST, displayWidth(String(cell)) + 2);
      widths[column] = Math.max(widths[column] ?? NARROWEST, width);
    }
  }
  return widths;
}

/** Japanese characters are twice as wide as Latin ones; the widest line counts. */
function displayWidth(text: string): number {
  const lines = text
    .split('\n')
    .map((line) => [...line].reduce((sum, one) => sum + (one > '\u02ff' ? 2 : 1), 0));
  return Math.max(...lines);
}

/** Excel's own rules for the name of a sheet. */
function safeSheetName(name: string): string {
  const clean = name.replace(/[\\/?*[\]:]/gu, '').replace(/^'+|'+$/gu, '');
  const short = [...clean].slice(0, MOST_NAME_CHARACTERS).join('');
  return short.slice(0, MOST_NAME_CHARACTERS).trim() || '一覧';
}

function columnName(index: number): string {
  const rest = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return `${rest}${String.fromCharCode(65 + (index % 26))}`;
}
