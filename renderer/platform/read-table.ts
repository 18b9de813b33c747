import { parseCsv } from '../../shared/domain/text/csv';
import { FileRefused } from '../../shared/domain/text/file-refused';
import {
  looksLikeOldWorkbook,
  looksLikeXlsx,
  parseXlsx,
  type XlsxLimits,
} from '../../shared/domain/text/xlsx';
import { decodeText, type TextEncoding } from './decode-text';

/** Where the rows of a table file come from. */
export type TableSource =
  | { kind: 'text'; encoding: TextEncoding }
  | { kind: 'workbook'; sheetName: string; otherSheets: string[] };

type Limits = XlsxLimits & { bytes: number };

/** @throws FileRefused */
export function refuseTooLarge(bytes: number, limits: Pick<Limits, 'bytes'>): void {
  if (bytes <= limits.bytes) return;
  throw new FileRefused(`大きすぎます（${limits.bytes / 1_000_000}MBまでです）。`);
}

/**
 * The cells of a table file from another PC, a CSV or a workbook.
 *
 * @throws FileRefused for what is no table, with the reason as a whole sentence
 */
export function readTable(
  bytes: Uint8Array,
  limits: Limits,
): { source: TableSource; rows: string[][] } {
  refuseTooLarge(bytes.length, limits);
  if (looksLikeXlsx(bytes)) {
    const { rows, ...sheets } = parseXlsx(bytes, limits);
    return { source: { kind: 'workbook', ...sheets }, rows };
  }
  if (looksLikeOldWorkbook(bytes)) {
    throw new FileRefused('古い形のExcelファイル（.xls）か、パスワードのかかったファイルです。');
  }
  const decoded = decodeText(bytes);
  if (decoded === null) throw new FileRefused('文字の表ではありません。');
  const { rows, brokenRows } = parseCsv(decoded.text, limits.rows);
  const [broken] = brokenRows;
  if (broken !== undefined) throw new FileRefused(`${broken}行目：引用符（"）が閉じていません。`);
  return { source: { kind: 'text', encoding: decoded.encoding }, rows };
}

/** The source in the words of the screen. */
export function sourceWords(source: TableSource): string {
  if (source.kind === 'text') return `文字コード ${source.encoding}`;
  const { sheetName, otherSheets } = source;
  const others = otherSheets.map((name) => `「${name}」`).join('');
  return `シート「${sheetName}」${others === '' ? '' : `（${others}は読みません）`}`;
}
