import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Dexie } from 'dexie';
import { bytesToBase64 } from './base64';
import { randomBytes, tableOf } from './database';
import type { TableName } from './schema';
import { DamagedRow } from './seal';

const NONCE_BYTES = 24;

/** Every row of a store as JSON, independent of how the browser keeps it. */
export type LogicalExport = {
  format: 'ikusei-note-store';
  schemaVersion: number;
  tables: Record<string, unknown[]>;
  /** Rows that could not be read, by table and clear properties; they stay in the store. */
  unreadable: { table: string; clear: unknown }[];
};

export async function exportStore(db: Dexie, schemaVersion: number): Promise<LogicalExport> {
  const result: LogicalExport = {
    format: 'ikusei-note-store',
    schemaVersion,
    tables: {},
    unreadable: [],
  };
  for (const { name } of db.tables) {
    const rows: unknown[] = [];
    for (const row of await tableOf(db, name as TableName).toArray()) {
      if (row instanceof DamagedRow) result.unreadable.push({ table: name, clear: row.clear });
      else rows.push(row);
    }
    result.tables[name] = rows;
  }
  return result;
}

/** Seals an export with the data key: base64 of nonce, then box. */
export function sealExport(key: Uint8Array, content: LogicalExport): string {
  const nonce = randomBytes(NONCE_BYTES);
  const aad = new TextEncoder().encode(content.format);
  const box = xchacha20poly1305(key, nonce, aad).encrypt(
    new TextEncoder().encode(JSON.stringify(content)),
  );
  const bytes = new Uint8Array(nonce.length + box.length);
  bytes.set(nonce);
  bytes.set(box, nonce.length);
  return bytesToBase64(bytes);
}
