import type { Sheet } from './sheet';
import { authorLabels } from './sheet-words';
import { turnAt } from './stage-moves';

export type SheetParties = Pick<Sheet, 'stage' | 'staff' | 'firstEvaluator' | 'secondEvaluator'>;

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
