import { Dexie } from 'dexie';
import { evaluatorAuthors } from '../../shared/domain/desk/desk-rows';
import type { Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import {
  accessTo,
  readableEntries,
  readableIn,
  viewerOf,
  writableIn,
} from '../../shared/domain/sheet/stage-rules';
import { tableOf } from './database';
import {
  damagedPlace,
  listSheets,
  loadIdentity,
  parseIdentity,
  type SheetContents,
  type SheetFrame,
  settlementsOf,
} from './queries';
import { parseRows, readAll } from './read-rows';
import type { Store } from './store';

/** One of my people: her sheet as far as I may read it now, and what it asks. */
export type DeskPerson = Omit<SheetContents, 'events' | 'changes'> &
  Pick<SheetFrame, 'form' | 'settlements'>;

/** The sheets of a period whose first or second evaluator I am, by staff number. */
export async function listDeskSheets(store: Store, periodId: string): Promise<Sheet[]> {
  const { staffId } = await loadIdentity(store);
  const sheets = await listSheets(store, periodId);
  return sheets.filter((sheet) => evaluatorAuthors(sheet, staffId).length > 0);
}

/**
 * Those of the sheets that I evaluate, all of one moment. Others, and what is not mine to
 * read, are left out.
 */
export async function loadDesk(store: Store, sheetIds: readonly string[]): Promise<DeskPerson[]> {
  const tables = ['meta', 'sheets', 'sheetEntries', 'forms', 'frameworkSets'] as const;
  return store.db.transaction('r', tables, async () => {
    const identity = parseIdentity(await tableOf(store.db, 'meta').get('identity'));
    const rows = await tableOf(store.db, 'sheets').where(':id').anyOf(sheetIds).toArray();
    const sheets = parseRows(store, 'sheets', rows).filter(
      (sheet) => evaluatorAuthors(sheet, identity.staffId).length > 0,
    );
    // Each sheet's rows at once: one question over all sheets goes through them one by one.
    const bySheetId = await Dexie.Promise.all(
      sheets.map(({ id }) =>
        tableOf(store.db, 'sheetEntries').where('sheetId').equals(id).toArray(),
      ),
    );
    const stored = bySheetId.flat();
    const formRows = await tableOf(store.db, 'forms')
      .where(':id')
      .anyOf([...new Set(sheets.map(({ formId }) => formId))])
      .toArray();
    const forms = new Map(parseRows(store, 'forms', formRows).map((form) => [form.id, form]));
    const sets = await readAll(store, 'frameworkSets');
    const entries = bySheet(parseRows(store, 'sheetEntries', stored));
    const damaged = stored.flatMap((row) => damagedPlace(store, row));
    return sheets
      .toSorted((left, right) => left.staff.number.localeCompare(right.staff.number))
      .flatMap((sheet): DeskPerson[] => {
        const form = forms.get(sheet.formId);
        if (form === undefined) return [];
        const access = accessTo(sheet, identity);
        return [
          {
            sheet,
            form,
            settlements: settlementsOf(sets, form),
            entries: readableEntries(entries.get(sheet.id) ?? [], access),
            viewer: viewerOf(sheet, identity),
            access,
            readable: readableIn(access),
            writable: writableIn(access),
            damaged: damaged
              .filter(({ sheetId }) => sheetId === sheet.id)
              .map(({ partId, author }) => ({ partId, author })),
          },
        ];
      });
  });
}

function bySheet(entries: readonly SheetEntry[]): Map<string, SheetEntry[]> {
  const grouped = new Map<string, SheetEntry[]>();
  for (const entry of entries) {
    const own = grouped.get(entry.sheetId);
    if (own === undefined) grouped.set(entry.sheetId, [entry]);
    else own.push(entry);
  }
  return grouped;
}
