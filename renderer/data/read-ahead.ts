import { loadIdentity, loadSheetView, type SheetView } from './queries';
import type { Store } from './store';
import { writeMark } from './write-mark';

/** A sheet and who has read it. */
export type ReadSheet = { view: SheetView; me: string };

type Shelf = Map<string, { mark: number; read: ReadSheet }>;

const shelves = new WeakMap<Store, Shelf>();

/**
 * Reads sheets that may be opened next, with the queries that open them, and forgets all
 * others that were read so before.
 *
 * @throws IkuseiError `notYours`, or what else the sheet would say if it were opened
 */
export async function readAhead(store: Store, sheetIds: readonly string[]): Promise<void> {
  const shelf: Shelf = shelves.get(store) ?? new Map();
  shelves.set(store, shelf);
  for (const sheetId of [...shelf.keys()]) {
    if (!sheetIds.includes(sheetId)) shelf.delete(sheetId);
  }
  for (const sheetId of sheetIds) {
    const mark = writeMark(store);
    if (mark === null) return;
    if (sheetReadAhead(store, sheetId) !== null) continue;
    const { staffId: me } = await loadIdentity(store);
    const view = await loadSheetView(store, sheetId);
    shelf.set(sheetId, { mark, read: { view, me } });
  }
}

/** What was read ahead; null when anything was written since, by whomever. */
export function sheetReadAhead(store: Store, sheetId: string): ReadSheet | null {
  const kept = shelves.get(store)?.get(sheetId);
  return kept !== undefined && kept.mark === writeMark(store) ? kept.read : null;
}
