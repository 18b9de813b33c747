import type { Author } from '../../../shared/domain/form/form';
import type { Progress, Sheet } from '../../../shared/domain/sheet/sheet';
import { writableAuthors } from '../../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../../shared/domain/store/meta';

export type Turn = { sheet: Sheet; author: Author; progress: Progress; own: boolean };

/** Every column that waits for this person: her own sheet first, then what is begun. */
export function myTurns(sheets: readonly Sheet[], identity: Identity): Turn[] {
  const turns = sheets.flatMap((sheet) =>
    writableAuthors(sheet, identity).map((author): Turn => ({
      sheet,
      author,
      progress: sheet.progress[author],
      own: sheet.staffId === identity.staffId,
    })),
  );
  return turns
    .filter(({ progress }) => progress.filled < progress.total)
    .toSorted(
      (left, right) =>
        Number(right.own) - Number(left.own) ||
        Number(right.progress.filled > 0) - Number(left.progress.filled > 0) ||
        left.sheet.staff.number.localeCompare(right.sheet.staff.number),
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
