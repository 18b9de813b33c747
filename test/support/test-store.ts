import { createNewStore } from '../../renderer/data/open-store';
import type { DataTableName, Row } from '../../renderer/data/schema';
import type { Store } from '../../renderer/data/store';
import type { StoreWriter } from '../../renderer/data/write-store';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { testNow } from './sheet-builders';

export type TestRows = { [Name in DataTableName]?: readonly Row<Name>[] };

type TestStoreOptions = Pick<Parameters<typeof createNewStore>[0], 'dataSet'> & {
  rows: TestRows;
  /** Who this PC belongs to. */
  identity: { staffId: string; rights: readonly string[]; updatedAt?: string };
  key?: Uint8Array;
  committed?: Parameters<typeof createNewStore>[0]['committed'];
};

/** A new store with these rows, written as the application writes them. */
export async function makeTestStore({
  dataSet,
  rows,
  identity: { staffId, rights, updatedAt = testNow },
  key = new Uint8Array(32).fill(1),
  committed = () => {},
}: TestStoreOptions): Promise<Store> {
  const tables = Object.keys(rows) as DataTableName[];
  return createNewStore({
    dataSet,
    key,
    committed,
    tables,
    fill: async (writer) => {
      for (const table of tables) await insertRows(writer, rows, table);
      await writer.putMeta({
        id: 'identity',
        schemaVersion: SCHEMA_VERSION,
        updatedAt,
        updatedBy: staffId,
        staffId,
        rights,
      });
    },
  });
}

async function insertRows<Name extends DataTableName>(
  writer: StoreWriter,
  rows: TestRows,
  table: Name,
): Promise<void> {
  await writer.insert(table, rows[table] ?? []);
}
