import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type {
  DBCore,
  DBCoreCursor,
  DBCoreMutateRequest,
  DBCoreTable,
  Dexie,
  Middleware,
} from 'dexie';

/**
 * Rows are sealed on disk from the first release, because deleted text stays readable in
 * the store's files (robust.md B7). A sealed row shows its id and its index properties;
 * everything else is one XChaCha20-Poly1305 box over the row's JSON.
 */
export const SEAL_VERSION = 1;
const NONCE_BYTES = 24;

export type SealedRow = Record<string, unknown> & { v: number; n: Uint8Array; c: Uint8Array };

/**
 * Where a row lives, and which of its properties the schema wants in clear. Database,
 * table and clear values are authenticated, so that rows cannot be swapped.
 */
export type SealPlace = { database: string; table: string; clear: readonly string[] };

/** Stands in for a row that could not be opened; keeps the clear properties. */
export class DamagedRow {
  readonly clear: Readonly<Record<string, unknown>>;
  constructor(clear: Readonly<Record<string, unknown>>) {
    this.clear = clear;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** @param nonce 24 fresh random bytes */
export function sealRow(
  key: Uint8Array,
  place: SealPlace,
  row: Record<string, unknown>,
  nonce: Uint8Array,
): SealedRow {
  const clear = pick(row, place.clear);
  const box = xchacha20poly1305(key, nonce, authenticated(place, clear, SEAL_VERSION));
  const sealed = box.encrypt(encoder.encode(JSON.stringify(row)));
  return { ...clear, v: SEAL_VERSION, n: nonce, c: sealed };
}

/** The row, or a `DamagedRow` when the box does not open. Never throws on bad bytes. */
export function unsealRow(
  key: Uint8Array,
  place: SealPlace,
  stored: unknown,
): Record<string, unknown> | DamagedRow {
  if (!isRecord(stored)) return new DamagedRow({});
  // The row's own clear properties, not those of today's schema: a row sealed before an
  // index was added must still open, so that the upgrade can rewrite it.
  const { v: _v, n: _n, c: _c, ...clear } = stored;
  if (!isSealedRow(stored)) return new DamagedRow(clear);
  try {
    const box = xchacha20poly1305(key, stored.n, authenticated(place, clear, stored.v));
    const row: unknown = JSON.parse(decoder.decode(box.decrypt(stored.c)));
    return isRecord(row) ? row : new DamagedRow(clear);
  } catch {
    return new DamagedRow(clear);
  }
}

/**
 * The middleware at level −2: below hooks, live queries and upgrades, which therefore see
 * plain rows (at level 10 they would see the boxes).
 */
export function createSealMiddleware(
  database: string,
  key: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'seal',
    level: -2,
    create: (core) => ({
      ...core,
      table: (name) => sealedTable(core.table(name), database, key, random),
    }),
  };
}

export function installSeal(
  db: Dexie,
  key: Uint8Array,
  random: (bytes: number) => Uint8Array,
): void {
  db.use(createSealMiddleware(db.name, key, random));
}

function sealedTable(
  table: DBCoreTable,
  database: string,
  key: Uint8Array,
  random: (bytes: number) => Uint8Array,
): DBCoreTable {
  const place: SealPlace = { database, table: table.name, clear: clearOf(table) };
  const seal = (row: unknown) => {
    if (!isRecord(row)) throw new TypeError(`a row of ${table.name} must be an object`);
    return sealRow(key, place, row, random(NONCE_BYTES));
  };
  const unseal = (stored: unknown) =>
    stored === undefined || stored === null ? stored : unsealRow(key, place, stored);

  // Dexie's own promises all the way: a native `async` here would leave the transaction's
  // zone, and an upgrade of more than 200 rows would fail at its second chunk.
  return {
    ...table,
    mutate: (request) => table.mutate(sealRequest(request, seal)),
    get: (request) => table.get(request).then(unseal),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(unseal)),
    query: (request) =>
      table
        .query(request)
        .then((response) =>
          request.values === true ? { ...response, result: response.result.map(unseal) } : response,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor === null || request.values !== true ? cursor : unsealCursor(cursor, unseal),
        ),
  };
}

function sealRequest(
  request: DBCoreMutateRequest,
  seal: (row: unknown) => SealedRow,
): DBCoreMutateRequest {
  return request.type === 'add' || request.type === 'put'
    ? { ...request, values: request.values.map(seal) }
    : request;
}

function unsealCursor(cursor: DBCoreCursor, unseal: (stored: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => unseal(cursor.value) },
  });
}

function clearOf(table: DBCoreTable): string[] {
  const paths = [table.schema.primaryKey, ...table.schema.indexes].flatMap((index) =>
    index.keyPath === null ? [] : index.keyPath,
  );
  return [...new Set(paths)];
}

function authenticated(
  place: SealPlace,
  clear: Record<string, unknown>,
  version: number,
): Uint8Array {
  const values = Object.entries(clear).sort(([a], [b]) => (a < b ? -1 : 1));
  return encoder.encode(JSON.stringify([place.database, place.table, version, values]));
}

function pick(row: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (name in row) picked[name] = row[name];
  return picked;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSealedRow(value: Record<string, unknown>): value is SealedRow {
  return (
    value['v'] === SEAL_VERSION &&
    value['n'] instanceof Uint8Array &&
    value['c'] instanceof Uint8Array
  );
}
