import { IkuseiError } from '../../../shared/domain/errors';
import type { Framework } from '../../../shared/domain/framework/framework';
import {
  compareRosters,
  type RosterComparison,
} from '../../../shared/domain/roster/compare-rosters';
import { ROSTER_LIMITS, readRoster } from '../../../shared/domain/roster/read-roster';
import type { RosterPerson } from '../../../shared/domain/roster/roster-person';
import type { RosterProblem } from '../../../shared/domain/roster/roster-problem';
import { parseCsv } from '../../../shared/domain/text/csv';
import { FileRefused } from '../../../shared/domain/text/file-refused';
import { looksLikeOldWorkbook, looksLikeXlsx, parseXlsx } from '../../../shared/domain/text/xlsx';
import { decodeText, type TextEncoding } from '../../platform/decode-text';

/** Where the rows of a roster file come from. */
export type RosterSource =
  | { kind: 'text'; encoding: TextEncoding }
  | { kind: 'workbook'; sheetName: string; otherSheets: string[] };

/** What the store knows, which a file is read against. */
export type KnownRoster = {
  people: readonly RosterPerson[];
  frameworks: readonly Framework[];
};

/** A roster file as it was understood, before anything is taken from it. */
export type ReadRosterFile = {
  name: string;
  source: RosterSource;
  people: RosterPerson[];
  faults: RosterProblem[];
  gaps: RosterProblem[];
  ignored: string[];
  comparison: RosterComparison;
  /** Known people whom the file does not name, not even in a row with a fault. */
  missing: RosterPerson[];
};

/**
 * Reads the bytes of a roster file from another PC, a CSV or a workbook.
 *
 * @throws IkuseiError `rosterNotRead` for what is no table
 */
export function readRosterFile(
  name: string,
  bytes: Uint8Array,
  known: KnownRoster,
): ReadRosterFile {
  const { source, rows } = readTable(name, bytes);
  const { people, problems, numbers, ignored } = readRoster(rows, known.frameworks, known.people);
  return {
    name,
    source,
    people,
    faults: problems.filter(({ weight }) => weight === 'fault'),
    gaps: problems.filter(({ weight }) => weight === 'gap'),
    ignored,
    comparison: compareRosters(known.people, people, known.frameworks),
    missing: known.people.filter(({ number }) => !numbers.has(number)),
  };
}

/** @throws IkuseiError `rosterNotRead` */
export function refuseTooLarge(name: string, bytes: number): void {
  if (bytes <= ROSTER_LIMITS.bytes) return;
  throw notRead(name, `大きすぎます（${ROSTER_LIMITS.bytes / 1_000_000}MBまでです）。`);
}

function readTable(name: string, bytes: Uint8Array): { source: RosterSource; rows: string[][] } {
  refuseTooLarge(name, bytes.length);
  if (looksLikeXlsx(bytes)) return readWorkbook(name, bytes);
  if (looksLikeOldWorkbook(bytes)) {
    throw notRead(name, '古い形のExcelファイル（.xls）か、パスワードのかかったファイルです。');
  }
  const decoded = decodeText(bytes);
  if (decoded === null) throw notRead(name, '文字の表ではありません。');
  const { rows, brokenRows } = parseCsv(decoded.text, ROSTER_LIMITS.rows);
  const [broken] = brokenRows;
  if (broken !== undefined) {
    throw new IkuseiError(
      'rosterNotRead',
      `ファイル「${name}」の${broken}行目：引用符（"）が閉じていません。`,
    );
  }
  return { source: { kind: 'text', encoding: decoded.encoding }, rows };
}

function readWorkbook(name: string, bytes: Uint8Array): ReturnType<typeof readTable> {
  try {
    const { rows, ...sheets } = parseXlsx(bytes, ROSTER_LIMITS);
    return { source: { kind: 'workbook', ...sheets }, rows };
  } catch (error) {
    throw error instanceof FileRefused ? notRead(name, error.reason) : error;
  }
}

function notRead(name: string, why: string): IkuseiError {
  return new IkuseiError('rosterNotRead', `ファイル「${name}」：${why}`);
}
