import type { Author } from '../../../shared/domain/form/form';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { authorLabels, stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { turnAt } from '../../../shared/domain/sheet/stage-moves';

type SheetParties = Pick<Sheet, 'stage' | 'staff' | 'firstEvaluator' | 'secondEvaluator'>;

/** Why this reader only reads, and whose turn it is; null for somebody who writes here. */
export function readOnlyWords(
  sheet: SheetParties,
  writable: readonly Author[],
): { why: string; who: string } | null {
  if (writable.length > 0) return null;
  if (sheet.stage === 'completed') {
    return {
      why: '年間の評価が終わったシートなので、だれも書き込めません。',
      who: '読むことと、紙に残すことができます。',
    };
  }
  if (sheet.stage === 'exempt') {
    return { why: '評価の対象外としたシートです。', who: '書き込むことはありません。' };
  }
  return {
    why: `いまは「${stageLabels[sheet.stage]}」の段階です。`,
    who: `${turnWords(sheet)}の番なので、読むことだけができます。`,
  };
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
