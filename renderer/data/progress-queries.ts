import { IkuseiError } from '../../shared/domain/errors';
import { boardSheets } from '../../shared/domain/sheet/progress-board';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { listSheets, loadIdentity } from './queries';
import type { Store } from './store';

/**
 * The sheets of a period that this person of 職員課 watches over, by staff number.
 *
 * @throws IkuseiError `notYours` for anybody else
 */
export async function listBoardSheets(store: Store, periodId: string): Promise<Sheet[]> {
  return store.db.transaction('r', ['meta', 'sheets'], async () => {
    const identity = await loadIdentity(store);
    if (!identity.rights.includes('hr')) throw new IkuseiError('notYours');
    return boardSheets(await listSheets(store, periodId), identity);
  });
}
