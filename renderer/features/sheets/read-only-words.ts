import type { Author } from '../../../shared/domain/form/form';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { authorLabels } from '../../../shared/domain/sheet/sheet-words';
import { turnAt } from '../../../shared/domain/sheet/stage-moves';

type SheetParties = Pick<Sheet, 'stage' | 'staff' | 'firstEvaluator' | 'secondEvaluator'>;

/**
 * Why this reader only reads, and whose turn it is; null for somebody who writes here.
 *
 * @param shared the remark that the reader may write all the same; null where there is none
 */
export function readOnlyWords(
  sheet: SheetParties,
  writable: readonly Author[],
  shared: string | null,
): string | null {
  if (writable.length > 0) return null;
  if (sheet.stage === 'completed')
    return 'だれも書き込めません。読むことと、紙に残すことができます。';
  if (sheet.stage === 'exempt') return '書き込むことはありません。';
  const words = `${turnWords(sheet)}の番なので、読むことだけができます。`;
  if (shared === null) return words;
  return `${words}ただし「${shared}」は、本人と共有する欄として今も書けます。`;
}

/** Whose turn it is, with her name; 職員課 where it is nobody's in particular. */
export function turnWords({ stage, staff, firstEvaluator, secondEvaluator }: SheetParties): string {
  const turn = turnAt[stage];
  if (turn === null || turn === 'hr') return '職員課';
  const name = {
    employee: staff.name,
    first: firstEvaluator?.name,
    second: secondEvaluator?.name,
  }[turn];
  return name === undefined ? authorLabels[turn] : `${authorLabels[turn]}の ${name} さん`;
}
