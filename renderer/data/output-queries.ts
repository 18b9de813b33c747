import { outputSheets } from '../../shared/domain/sheet/output-sheets';
import type { ResultSource } from '../../shared/domain/sheet/result-table';
import type { Sheet } from '../../shared/domain/sheet/sheet';
import { listSheets, loadIdentity, loadSheetContents } from './queries';
import { readOne } from './read-rows';
import type { Store } from './store';

/** The sheets of a period that the person may take out for her work, by staff number. */
export async function listOutputSheets(store: Store, periodId: string): Promise<Sheet[]> {
  const identity = await loadIdentity(store);
  return outputSheets(await listSheets(store, periodId), identity);
}

/**
 * What a list of results says of a sheet, with no more than its reader may have.
 *
 * @throws IkuseiError `notYours`, `recordMissing`, `rowDamaged`
 */
export async function loadResultSource(store: Store, sheetId: string): Promise<ResultSource> {
  const { sheet, entries, readable, events, damaged } = await loadSheetContents(store, sheetId);
  const [form, period] = await Promise.all([
    readOne(store, 'forms', sheet.formId),
    readOne(store, 'periods', sheet.periodId),
  ]);
  const lost = damaged.filter(({ author }) => readable.includes(author));
  return { sheet, period, form, entries, readable, events, damaged: lost.length };
}
