import { parsePartId } from '../../../shared/domain/sheet/part';
import { authorLabels, goalFieldLabels } from '../../../shared/domain/sheet/sheet-words';
import type { UndoDirection } from '../../../shared/domain/sheet/undo-history';
import type { UndoStep } from '../../../shared/domain/sheet/undo-step';
import type { PartPlan, SectionPlan } from './sheet-plan';

/**
 * What a step was about, as the sheet calls it: 「職務知識の評語」.
 *
 * @param shared the reader writes several columns here, so the column is named too
 */
export function stepWords(
  step: UndoStep,
  sections: readonly SectionPlan[],
  shared: boolean,
): string {
  const part = sections
    .flatMap(({ parts }) => parts)
    .find((candidate) => candidate.partId === step.partId);
  const name = part?.name ?? (isGoal(step) ? '個人目標' : 'この欄');
  const owner = authorLabels[step.author];
  const fields = fieldWords(step, part ?? null).filter((words) => words !== '');
  if (fields.length === 0) return `「${name}${shared ? `（${owner}）` : ''}」`;
  return `「${name}の${shared ? `${owner}の` : ''}${fields.join('・')}」`;
}

function fieldWords({ partId, before, after }: UndoStep, part: PartPlan | null): string[] {
  const words: string[] = [];
  if (after.rating !== undefined) words.push('評語');
  if (after.text !== undefined) words.push(textWords(partId, part?.rated === true));
  if (after.removed !== undefined) words.push(after.removed ? '取り除き' : '元に戻し');
  if (after.goal === undefined) return words;
  if (before.goal === null || after.goal === null) return [...words, '追加'];
  const labels: Readonly<Record<string, string>> = goalFieldLabels;
  const changed = Object.keys(after.goal ?? {});
  return [...words, ...changed.map((field) => labels[field] ?? '内容')];
}

/** Empty for a remark that is nothing but its text: its name says it all. */
function textWords(partId: string, rated: boolean): string {
  switch (parsePartId(partId)?.kind) {
    case 'goal':
      return '結果と根拠';
    case 'item':
      return '根拠となる事実';
    default:
      return rated ? '所見' : '';
  }
}

function isGoal({ partId }: UndoStep): boolean {
  return parsePartId(partId)?.kind === 'goal';
}

const doneWords: Readonly<Record<UndoDirection, string>> = {
  undo: 'を元に戻しました',
  redo: 'をやり直しました',
};

const endWords: Readonly<Record<UndoDirection, string>> = {
  undo: '元に戻せるものは、もうありません',
  redo: 'やり直せるものは、もうありません',
};

/**
 * What the status line says when a step was undone or done again.
 *
 * @param count how many steps were turned as one, the named one among them
 */
export function turnedWords(direction: UndoDirection, what: string, count: number): string {
  const others = count > 1 ? `ほか${count - 1}件` : '';
  return `${what}${others}${doneWords[direction]}`;
}

/** What it says when there is nothing left in that direction. */
export function nothingWords(direction: UndoDirection): string {
  return endWords[direction];
}
