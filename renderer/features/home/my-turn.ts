import type { Author } from '../../../shared/domain/form/form';
import type { Progress, Sheet } from '../../../shared/domain/sheet/sheet';
import { writableAuthors } from '../../../shared/domain/sheet/stage-rules';
import type { Identity } from '../../../shared/domain/store/meta';

export type Turn = {
  sheet: Sheet;
  author: Author;
  progress: Progress;
  own: boolean;
  /** Whose column comes before this one and is not filled yet. */
  waitsFor: Author | null;
};

const order: readonly Author[] = ['employee', 'first', 'second'];

/**
 * Every column that waits for this person: her own sheet first, then those that others
 * have finished before her, then what she has begun.
 */
export function myTurns(sheets: readonly Sheet[], identity: Identity): Turn[] {
  const turns = sheets.flatMap((sheet) =>
    writableAuthors(sheet, identity).map(
      (author): Turn => ({
        sheet,
        author,
        progress: sheet.progress[author],
        own: sheet.staffId === identity.staffId,
        waitsFor:
          order
            .slice(0, order.indexOf(author))
            .find((before) => sheet.progress[before].filled < sheet.progress[before].total) ?? null,
      }),
    ),
  );
  return turns
    .filter(({ progress }) => progress.filled < progress.total)
    .toSorted(
      (left, right) =>
        Number(right.own) - Number(left.own) ||
        Number(left.waitsFor !== null) - Number(right.waitsFor !== null) ||
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
