import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LogicalExport } from '../../renderer/data/logical-export';
import { inspectStore } from '../../renderer/data/open-guard';
import { openCheckedStore } from '../../renderer/data/open-store';
import { type DataTableName, rowSchemas, storeVersions } from '../../renderer/data/schema';
import { identitySchema, storeStateSchema } from '../../shared/domain/store/meta';
import { migrateRecord } from '../../shared/migrations/migration';
import { migrations } from '../../shared/migrations/migrations';
import {
  countIndexEntries,
  FIXTURE_KEY,
  makeStoreFixture,
  plainRows,
  type SealedStore,
  writeRawStore,
} from './store-fixture';

const folder = resolve(import.meta.dirname, '../fixtures');
const current = storeVersions.at(-1)?.version ?? 1;
const folderOf = (version: number) => join(folder, `store-v${version}`);

/**
 * Every schema that was ever shipped has a frozen fixture. A new schema gets its own with
 * `IKUSEI_FREEZE=1 npx vitest run test/migrations`; an existing one is never rewritten.
 */
beforeAll(async () => {
  if (process.env['IKUSEI_FREEZE'] !== '1' || existsSync(folderOf(current))) return;
  const { logical, sealed } = await makeStoreFixture();
  mkdirSync(folderOf(current));
  writeFileSync(join(folderOf(current), 'logical.json'), `${JSON.stringify(logical, null, 1)}\n`);
  writeFileSync(join(folderOf(current), 'sealed.json'), `${JSON.stringify(sealed, null, 1)}\n`);
});

function read<Value>(version: number, name: 'logical' | 'sealed'): Value {
  return JSON.parse(readFileSync(join(folderOf(version), `${name}.json`), 'utf8')) as Value;
}

/** The store's own state follows each upgrade: one transaction, and the tables it added. */
function migratedState(row: Record<string, unknown>, version: number): unknown {
  const { counts, generation, ...state } = storeStateSchema.parse(row);
  const added = storeVersions
    .filter((later) => later.version > version)
    .flatMap(({ stores }) => Object.keys(stores))
    .filter((table) => !(table in counts));
  return {
    ...state,
    schemaVersion: current,
    generation: generation + current - version,
    counts: { ...counts, ...Object.fromEntries(added.map((table) => [table, 0])) },
  };
}

function isStoreState(row: Record<string, unknown>): boolean {
  return row['id'] === 'store';
}

it('there is a fixture of every schema version', () => {
  const frozen = readdirSync(folder).filter((name) => name.startsWith('store-v'));
  expect(frozen.sort()).toEqual(storeVersions.map(({ version }) => `store-v${version}`).sort());
});

describe.each(storeVersions.map(({ version }) => version))(
  'the fixture of schema %i',
  (version) => {
    it('as logical JSON reaches the present schema and every parser accepts it', () => {
      const logical = read<LogicalExport>(version, 'logical');
      expect(logical.schemaVersion).toBe(version);
      let count = 0;
      for (const [table, rows] of Object.entries(logical.tables)) {
        for (const row of rows as Record<string, unknown>[]) {
          const migrated = migrateRecord(migrations, table, row, version);
          const schema =
            table !== 'meta'
              ? rowSchemas[table as DataTableName]
              : isStoreState(row)
                ? storeStateSchema
                : identitySchema;
          const parsed = schema.safeParse(migrated);
          expect([table, row['id'], parsed.success]).toEqual([table, row['id'], true]);
          count += 1;
        }
      }
      expect(count).toBeGreaterThan(60);
      expect(logical.unreadable).toEqual([]);
    });

    it('as a sealed store opens with its key, whole, and says what the logical one says', async () => {
      const sealed = read<SealedStore>(version, 'sealed');
      const logical = read<LogicalExport>(version, 'logical');
      await writeRawStore(sealed);
      const store = await openCheckedStore({
        dataSet: 'real',
        key: FIXTURE_KEY,
        sentinel: null,
        committed: () => {},
        saveBeforeMigration: async () => {},
      });
      if (store === null) throw new Error('not opened');
      expect((await inspectStore(store.db, null)).state).toBe('whole');
      for (const [table, rows] of Object.entries(logical.tables)) {
        const expected = (rows as Record<string, unknown>[]).map((row) =>
          isStoreState(row)
            ? migratedState(row, version)
            : migrateRecord(migrations, table, row, version),
        );
        expect([table, await plainRows(store.db, table)]).toEqual([table, expected]);
      }
      store.db.close();
    });

    it('has an index entry for every row of every index', async () => {
      const sealed = read<SealedStore>(version, 'sealed');
      await writeRawStore(sealed);
      for (const { name, indexes, rows } of sealed.stores) {
        for (const index of indexes) {
          const count = await countIndexEntries(sealed.database, name, index.name);
          expect([name, index.name, count]).toEqual([name, index.name, rows.length]);
        }
      }
    });

    it('shows no name and no text in clear', () => {
      const sealed = readFileSync(join(folderOf(version), 'sealed.json'), 'utf8');
      const boxes = [...sealed.matchAll(/"base64": "([^"]*)"/gu)].map(([, text = '']) => text);
      const clear =
        sealed + boxes.map((box) => Buffer.from(box, 'base64').toString('utf8')).join('');
      const logical = read<LogicalExport>(version, 'logical');
      expect(boxes.length).toBeGreaterThan(100);
      for (const member of logical.tables['staff'] as { name: string; number: string }[]) {
        expect(clear).not.toContain(member.name);
        expect(clear).not.toContain(`"${member.number}"`);
      }
      // The same search finds them where they are not sealed.
      expect(JSON.stringify(logical)).toContain(
        (logical.tables['staff'] as { name: string }[])[0]?.name,
      );
    });
  },
);
