import { formatWareki } from '../period/wareki';
import { authorLabels } from '../sheet/sheet-words';
import type { EvaluatorChange } from './evaluator-changes';

/** What happened, in one line; the same on the screen and on the paper. */
export function changeTitle({
  kind,
  role,
  name,
  formerName,
  organisation,
  from,
}: EvaluatorChange): string {
  const column = role === 'consulted' ? '' : authorLabels[role];
  switch (kind) {
    case 'change':
      if (formerName === '') return `${column}の決定（${formatWareki(from)}から）　${name}`;
      return `${column}の異動（${formatWareki(from)}から）　${formerName} → ${name}`;
    case 'handover':
      return `引継ぎ（${column} ${name}）`;
    case 'opinion':
      return `意見（${name}）`;
    case 'hostOpinion':
      return `派遣先の意見（${organisation}）`;
  }
}
