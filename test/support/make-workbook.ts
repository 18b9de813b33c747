import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell as the program that wrote the workbook left it. */
export type MadeCell = string | number | { number: string; style: number } | { xml: string };

export type MadeWorkbook = {
  rows: readonly (readonly MadeCell[])[];
  sheetName?: string;
  /** Format codes; a cell's `style` 1 is the first. */
  formats?: readonly string[];
  is1904?: boolean;
  /** Stands before the first element of the sheet. */
  prolog?: string;
  /** More entries, or others in place of those that are made. */
  parts?: Zippable;
};

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of an XLSX file. Texts are shared strings with their reading beside them. */
export function makeWorkbook({
  rows,
  sheetName = '名簿',
  formats = [],
  is1904 = false,
  prolog = '',
  parts = {},
}: MadeWorkbook): Uint8Array {
  const strings: string[] = [];
  const cell = (value: MadeCell, name: string): string => {
    if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
    if (typeof value !== 'string') {
      return 'xml' in value
        ? value.xml
        : `<c r="${name}" s="${value.style}"><v>${value.number}</v></c>`;
    }
    if (value === '') return '';
    strings.push(value);
    return `<c r="${name}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheet = rows.map((cells, row) => {
    const own = cells.map((value, column) => cell(value, `${columnName(column)}${row + 1}`));
    return `<row r="${row + 1}">${own.join('')}</row>`;
  });
  const items = strings.map(
    (text) =>
      `<si><t xml:space="preserve">${escaped(text)}</t><rPh sb="0" eb="1"><t>ヨミ</t></rPh></si>`,
  );
  const numFmts = formats.map(
    (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`,
  );
  const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`)];
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${links}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="控え" sheetId="1" state="hidden" r:id="rId9"/><sheet name="${sheetName}" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst ${main}>${items.join('')}</sst>`),
    'xl/styles.xml': strToU8(
      `<styleSheet ${main}><numFmts>${numFmts.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${prolog}<worksheet ${main}><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    ),
    ...parts,
  });
}

function columnName(index: number): string {
  const rest = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return `${rest}${String.fromCharCode(65 + (index % 26))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
