import { parsePartId } from '../../../shared/domain/sheet/part';
import type { SheetView } from '../../data/queries';

/**
 * What this reader's paper will lack because it cannot be read: how many entries, and
 * whether whole goals are among them. Null when nothing is lacking.
 */
export function paperGaps(
  view: Pick<SheetView, 'damaged' | 'readable'>,
): { entries: number; goals: number } | null {
  const lost = view.damaged.filter(({ author }) => view.readable.includes(author));
  if (lost.length === 0) return null;
  const goals = lost.filter(
    ({ partId, author }) => author === 'employee' && parsePartId(partId)?.kind === 'goal',
  );
  return { entries: lost.length, goals: goals.length };
}
