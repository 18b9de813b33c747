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
import { decodeText, type TextEncoding } from '../../platform/decode-text';

/** A roster file as it was understood, before anything is taken from it. */
export type ReadRosterFile = {
  name: string;
  encoding: TextEncoding;
  people: RosterPerson[];
  faults: RosterProblem[];
  gaps: RosterProblem[];
  ignored: string[];
  comparison: RosterComparison;
  /** Known people whom the file does not name, not even in a row with a fault. */
  missing: RosterPerson[];
};

/**
 * Reads a roster file from another PC against what the store knows.
 *
 * @throws IkuseiError `rosterNotRead` for what is no table of text
 */
export async function readRosterFile(
  file: File,
  known: { people: readonly RosterPerson[]; frameworks: readonly Framework[] },
): Promise<ReadRosterFile> {
  const megabytes = ROSTER_LIMITS.bytes / 1_000_000;
  if (file.size > ROSTER_LIMITS.bytes) {
    throw new IkuseiError(
      'rosterNotRead',
      `ファイル「${file.name}」：大きすぎます（${megabytes}MBまでです）。`,
    );
  }
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (decoded === null) {
    throw new IkuseiError('rosterNotRead', `ファイル「${file.name}」：文字の表ではありません。`);
  }
  const { rows, brokenRows } = parseCsv(decoded.text, ROSTER_LIMITS.rows);
  const [broken] = brokenRows;
  if (broken !== undefined) {
    throw new IkuseiError(
      'rosterNotRead',
      `ファイル「${file.name}」の${broken}行目：引用符（"）が閉じていません。`,
    );
  }
  const { people, problems, numbers, ignored } = readRoster(rows, known.frameworks, known.people);
  return {
    name: file.name,
    encoding: decoded.encoding,
    people,
    faults: problems.filter(({ weight }) => weight === 'fault'),
    gaps: problems.filter(({ weight }) => weight === 'gap'),
    ignored,
    comparison: compareRosters(known.people, people, known.frameworks),
    missing: known.people.filter(({ number }) => !numbers.has(number)),
  };
}
