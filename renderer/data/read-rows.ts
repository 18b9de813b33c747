import { IkuseiError } from '../../shared/domain/errors';
import { reportDamagedRow } from './damaged-rows';
import { tableOf } from './database';
import { type DataTableName, type Row, rowSchemas } from './schema';
import { DamagedRow } from './seal';
import type { Store } from './store';

/**
 * The row as its parser accepts it, or null when it cannot be read. Such a row is
 * reported once and left where it is.
 */
export function parseRow<Name extends DataTableName>(
  store: Store,
  table: Name,
  stored: unknown,
): Row<Name> | null {
  if (stored instanceof DamagedRow) {
    reportDamagedRow(store.dataSet, table, String(stored.clear['id']));
    return null;
  }
  const parsed = rowSchemas[table].safeParse(stored);
  if (!parsed.success) {
    reportDamagedRow(store.dataSet, table, idOf(stored));
    return null;
  }
  return parsed.data as Row<Name>;
}

export function parseRows<Name extends DataTableName>(
  store: Store,
  table: Name,
  stored: readonly unknown[],
): Row<Name>[] {
  const rows: Row<Name>[] = [];
  for (const item of stored) {
    const row = parseRow(store, table, item);
    if (row !== null) rows.push(row);
  }
  return rows;
}

export async function readAll<Name extends DataTableName>(
  store: Store,
  table: Name,
): Promise<Row<Name>[]> {
  return parseRows(store, table, await tableOf(store.db, table).toArray());
}

/** @throws IkuseiError `recordMissing`, or `rowDamaged` when the row cannot be read */
export async function readOne<Name extends DataTableName>(
  store: Store,
  table: Name,
  id: string,
): Promise<Row<Name>> {
  const stored = await tableOf(store.db, table).get(id);
  if (stored === undefined) throw new IkuseiError('recordMissing');
  const row = parseRow(store, table, stored);
  if (row === null) throw new IkuseiError('rowDamaged', `記録：${table}/${id}`);
  return row;
}

function idOf(stored: unknown): string {
  return typeof stored === 'object' && stored !== null && 'id' in stored ? String(stored.id) : '?';
}
