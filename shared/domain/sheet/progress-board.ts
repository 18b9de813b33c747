import type { Identity } from '../store/meta';
import { type Sheet, type Stage, stages } from './sheet';
import type { MoveAction } from './stage-moves';
import { viewerOf } from './stage-rules';

/** The move that 職員課 makes for many people at once, at the stages that have one. */
export const moveForMany: Readonly<Partial<Record<Stage, MoveAction>>> = {
  inProgress: 'beginSelfEvaluation',
  leveling: 'finishLeveling',
  confirmation: 'confirm',
  confirmed: 'disclose',
};

/**
 * The sheets that 職員課 watches over. Her own is not among them, nor one that a colleague
 * handles: where those stand must not be told by a number either.
 */
export function boardSheets(
  sheets: readonly Sheet[],
  identity: Pick<Identity, 'staffId' | 'rights'>,
): Sheet[] {
  return sheets.filter((sheet) => viewerOf(sheet, identity).includes('hr'));
}

/** The 課 of a person with the department before it. */
export function sectionOf({ staff }: Pick<Sheet, 'staff'>): string {
  return staff.orgUnitPath.slice(0, 2).join(' ');
}

export type BoardRow = { section: string; counts: Partial<Record<Stage, number>> };
export type Board = {
  /** The stages at which anybody stands, in the order of the year. */
  stages: Stage[];
  rows: BoardRow[];
  total: BoardRow['counts'];
};

/** How many people of each 課 stand at each stage. */
export function progressBoard(sheets: readonly Sheet[]): Board {
  const rows = new Map<string, BoardRow['counts']>();
  const total: BoardRow['counts'] = {};
  for (const sheet of sheets) {
    const section = sectionOf(sheet);
    const counts = rows.get(section) ?? {};
    counts[sheet.stage] = (counts[sheet.stage] ?? 0) + 1;
    total[sheet.stage] = (total[sheet.stage] ?? 0) + 1;
    rows.set(section, counts);
  }
  return {
    stages: stages.filter((stage) => total[stage] !== undefined),
    rows: [...rows]
      .map(([section, counts]) => ({ section, counts }))
      .toSorted((left, right) => left.section.localeCompare(right.section, 'ja')),
    total,
  };
}
