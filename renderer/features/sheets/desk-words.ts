import type { EvaluatorAuthor } from '../../../shared/domain/desk/desk-rows';
import type { PlainDate } from '../../../shared/domain/period/period';
import { authorLabels, stageLabels } from '../../../shared/domain/sheet/sheet-words';
import type { ViewerRole } from '../../../shared/domain/sheet/stage-rules';

/** Whose turn it is, in the words of the sheet; nobody's is a line. */
export function turnWords(turn: ViewerRole | null, mine: boolean): string {
  if (turn === null) return '－';
  const role = turn === 'hr' ? '職員課' : authorLabels[turn];
  return mine ? `私（${role}）` : role;
}

/** `3月6日`: the year is the period's. */
export function shortDay(day: PlainDate): string {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}

/** `本人より1段階高い`; null where there is no gap to speak of. */
export function gapWords(gap: number | null): string | null {
  if (gap === null || gap === 0) return null;
  return `本人より${Math.abs(gap)}段階${gap > 0 ? '高い' : '低い'}`;
}

/** The columns of evaluators as they stand beside the person's own. */
export const evaluatorColumns: readonly { author: EvaluatorAuthor; title: string }[] = [
  { author: 'first', title: stageLabels.firstEvaluation },
  { author: 'second', title: stageLabels.secondEvaluation },
];
