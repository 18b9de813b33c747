import { IkuseiError } from '../../../shared/domain/errors';
import type { Framework } from '../../../shared/domain/framework/framework';
import {
  compareRosters,
  type RosterComparison,
} from '../../../shared/domain/roster/compare-rosters';
import { ROSTER_LIMITS, readRoster } from '../../../shared/domain/roster/read-roster';
import type { RosterPerson } from '../../../shared/domain/roster/roster-person';
import type { RosterProblem } from '../../../shared/domain/roster/roster-problem';
import { FileRefused } from '../../../shared/domain/text/file-refused';
import {
  readTable,
  refuseTooLarge as refuseLargeTable,
  type TableSource,
} from '../../platform/read-table';

/** What the store knows, which a file is read against. */
export type KnownRoster = {
  people: readonly RosterPerson[];
  frameworks: readonly Framework[];
};

/** A roster file as it was understood, before anything is taken from it. */
export type ReadRosterFile = {
  name: string;
  source: TableSource;
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
  const { source, rows } = refusing(name, () => readTable(bytes, ROSTER_LIMITS));
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
  refusing(name, () => refuseLargeTable(bytes, ROSTER_LIMITS));
}

/** A refusal in the words of the roster. */
function refusing<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new IkuseiError('rosterNotRead', `ファイル「${name}」：${error.reason}`);
  }
}
