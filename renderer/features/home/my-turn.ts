import { moverRoles } from '../../../shared/domain/sheet/proxy-rules';
import type { Progress, Sheet, Stage } from '../../../shared/domain/sheet/sheet';
import { turnAt } from '../../../shared/domain/sheet/stage-moves';
import { viewerOf } from '../../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../../shared/domain/store/meta';

export type Turn = {
  sheet: Sheet;
  /** How much of my column is filled; null where an evaluation is not what is due. */
  progress: Progress | null;
  own: boolean;
  /** It is the person's turn, and I type in for her (代理入力). */
  typing: boolean;
};

const evaluationStages: readonly Stage[] = [
  'inProgress',
  'selfEvaluation',
  'firstEvaluation',
  'secondEvaluation',
];

/**
 * Every sheet whose turn is this person's: her own first, then what she has begun, then by
 * staff number. 職員課 has the sheets that wait for it on a page of its own.
 */
export function myTurns(sheets: readonly Sheet[], identity: Identity): Turn[] {
  return sheets.flatMap((sheet) => turnOf(sheet, identity)).toSorted(byUrgency);
}

function turnOf(sheet: Sheet, identity: Identity): Turn[] {
  const turn = turnAt[sheet.stage];
  if (turn === null || turn === 'hr') return [];
  const viewer = viewerOf(sheet, identity);
  if (!moverRoles(viewer, sheet).includes(turn)) return [];
  return [
    {
      sheet,
      progress: evaluationStages.includes(sheet.stage) ? sheet.progress[turn] : null,
      own: sheet.staffId === identity.staffId,
      typing: !viewer.includes(turn),
    },
  ];
}

function byUrgency(left: Turn, right: Turn): number {
  const begun = ({ progress }: Turn) => Number((progress?.filled ?? 0) > 0);
  return (
    Number(right.own) - Number(left.own) ||
    begun(right) - begun(left) ||
    left.sheet.staff.number.localeCompare(right.sheet.staff.number)
  );
}

/** The sheets of the people whom this person evaluates. */
export function evaluatedSheets(sheets: readonly Sheet[], identity: Identity): Sheet[] {
  return sheets.filter(
    ({ staffId, firstEvaluator, secondEvaluator }) =>
      staffId !== identity.staffId &&
      (firstEvaluator?.staffId === identity.staffId ||
        secondEvaluator?.staffId === identity.staffId),
  );
}
