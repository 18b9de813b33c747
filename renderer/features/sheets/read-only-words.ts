import type { Author } from '../../../shared/domain/form/form';
import { type SheetParties, turnWords } from '../../../shared/domain/sheet/turn-words';

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
