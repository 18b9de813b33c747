import type { Period } from '../../shared/domain/period/period';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import { storeStateSchema } from '../../shared/domain/store/meta';
import { tableOf } from './database';
import { listPeriods, loadIdentity } from './queries';
import { parseRows } from './read-rows';
import type { Store } from './store';

/** Rows opened in one go; a few milliseconds, so that a key typed meanwhile is not late. */
const STEP = 60;

/** Every sheet that the person may know of, of all periods. */
export type ListedSheets = {
  /** Says whose list it is, and of which state of the store. */
  mark: ListMark;
  periods: Period[];
  sheets: Sheet[];
};
export type ListMark = { person: string; generation: number };

/** Cheap: tells whether a list that was read before still holds. */
export async function loadListMark(store: Store): Promise<ListMark> {
  const { staffId, rights } = await loadIdentity(store);
  const state = storeStateSchema.parse(await tableOf(store.db, 'meta').get('store'));
  return { person: JSON.stringify([staffId, rights]), generation: state.generation };
}

/** Reads thousands of sheets without holding up the page: a few at a time. */
export async function listSheetsInSteps(store: Store): Promise<ListedSheets> {
  const mark = await loadListMark(store);
  const identity = await loadIdentity(store);
  const periods = await listPeriods(store);
  const table = tableOf(store.db, 'sheets');
  const ids = await table.toCollection().primaryKeys();
  const sheets: Sheet[] = [];
  for (let begin = 0; begin < ids.length; begin += STEP) {
    const rows = await table.bulkGet(ids.slice(begin, begin + STEP));
    const stored = rows.filter((row) => row !== undefined);
    for (const sheet of parseRows(store, 'sheets', stored)) {
      if (mayListSheet(sheet, identity)) sheets.push(sheet);
    }
    await new Promise((next) => setTimeout(next));
  }
  return { mark, periods, sheets };
}
