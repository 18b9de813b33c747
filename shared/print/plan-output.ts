import { fiscalYearName } from '../domain/period/fiscal-year';
import type { Period } from '../domain/period/period';
import { sectionOf } from '../domain/sheet/progress-board';
import type { Sheet } from '../domain/sheet/sheet';
import { MOST_SHEETS_IN_A_FILE } from './evaluation-sheet-model';
import { evaluationSheetFileName } from './suggested-file-name';

/** One file for each person, in folders of their 課; or one for each 課, with bookmarks. */
export type OutputMode = 'person' | 'unit';

/** A file to be made, and whose sheets are in it. */
export type PlannedFile = {
  /** Says whose file it is, in every run: the same one is written over. */
  owner: string;
  place: { folder: string; name: string };
  /** The title of a file of several sheets. */
  title: string;
  unit: string;
  sheets: Sheet[];
};

const UNIT_FOLDER = '所属ごとのファイル';

/** The files that a selection of sheets of one period makes, unit by unit. */
export function planOutput(
  sheets: readonly Sheet[],
  period: Period,
  mode: OutputMode,
): PlannedFile[] {
  const units = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    const unit = sectionOf(sheet);
    units.set(unit, [...(units.get(unit) ?? []), sheet]);
  }
  const named = [...units].toSorted(([left], [right]) => left.localeCompare(right, 'ja'));
  return named.flatMap(([unit, own]) => {
    const ordered = own.toSorted(byUnitAndNumber);
    return mode === 'person'
      ? ordered.map((sheet) => ({
          owner: `sheet:${sheet.id}`,
          place: { folder: unit, name: evaluationSheetFileName(sheet, period) },
          title: '',
          unit,
          sheets: [sheet],
        }))
      : unitFiles(unit, ordered, period);
  });
}

/** A large unit gets as many files as it needs. */
function unitFiles(unit: string, sheets: readonly Sheet[], period: Period): PlannedFile[] {
  const count = Math.ceil(sheets.length / MOST_SHEETS_IN_A_FILE);
  return Array.from({ length: count }, (_, index) => {
    const part = count === 1 ? '' : `_${index + 1}`;
    const name = ['人事評価シート', fiscalYearName(period.fiscalYear), unit].join('_');
    return {
      owner: `unit:${period.id}:${unit}:${index + 1}`,
      place: { folder: UNIT_FOLDER, name: `${name.replace(/\s/gu, '')}${part}` },
      title: `人事評価シート ${period.name} ${unit}`,
      unit,
      sheets: sheets.slice(index * MOST_SHEETS_IN_A_FILE, (index + 1) * MOST_SHEETS_IN_A_FILE),
    };
  });
}

function byUnitAndNumber({ staff: left, id }: Sheet, { staff: right, id: other }: Sheet): number {
  return (
    left.orgUnitPath.join(' ').localeCompare(right.orgUnitPath.join(' '), 'ja') ||
    left.number.localeCompare(right.number) ||
    (id < other ? -1 : 1)
  );
}
