import type { Author } from '../../../shared/domain/form/form';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import { authorLabels } from '../../../shared/domain/sheet/sheet-words';
import { mayWrite } from '../../../shared/domain/sheet/stage-rules';

type SheetParties = Pick<Sheet, 'stage' | 'staff' | 'firstEvaluator' | 'secondEvaluator'>;

const authors: readonly Author[] = ['employee', 'first', 'second'];

/** Why this reader only reads, and who writes; null for somebody who writes here. */
export function readOnlyWords(
  sheet: SheetParties,
  writable: readonly Author[],
): { why: string; who: string } | null {
  if (writable.length > 0) return null;
  const writers = authors
    .filter((author) => mayWrite({ viewer: [author], author, stage: sheet.stage }))
    .flatMap((author) => writerWords(sheet, author));
  if (sheet.stage === 'disclosed') {
    return {
      why: '開示が済んだシートなので、だれも書き込めません。',
      who: '読むことと、紙に残すことができます。',
    };
  }
  return {
    why: '職員課として読んでいます。',
    who: `書き込むのは、${writers.join('、')}です。`,
  };
}

function writerWords(sheet: SheetParties, author: Author): string[] {
  const name = {
    employee: sheet.staff.name,
    first: sheet.firstEvaluator?.name,
    second: sheet.secondEvaluator?.name,
  }[author];
  return name === undefined ? [] : [`${authorLabels[author]}の ${name} さん`];
}
