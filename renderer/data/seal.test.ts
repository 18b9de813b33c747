import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedRow, type SealPlace, sealRow, unsealRow } from './seal';

const key = new Uint8Array(32).fill(7);
const nonce = new Uint8Array(24).fill(9);
const place: SealPlace = { database: 'd', table: 'sheets', clear: ['id', 'periodId'] };
const row = { id: 'a', periodId: 'p', name: '葛󠄀城 玲', text: '𠮷'.repeat(3) };

function asText(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    item instanceof Uint8Array ? new TextDecoder().decode(item) : item,
  );
}

describe('a sealed row', () => {
  it('opens to exactly what was sealed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
        const full = { ...JSON.parse(JSON.stringify(extra)), id: 'x', periodId: 'y' };
        expect(unsealRow(key, place, sealRow(key, place, full, nonce))).toEqual(full);
      }),
    );
  });

  it('shows its id and index properties and nothing else', () => {
    const sealed = sealRow(key, place, row, nonce);
    expect(Object.keys(sealed).sort()).toEqual(['c', 'id', 'n', 'periodId', 'v']);
    expect(asText(sealed)).not.toContain('城');
  });

  it('does not open with any bit changed, another key, place, id or index value', () => {
    const sealed = sealRow(key, place, row, nonce);
    fc.assert(
      fc.property(fc.nat(sealed.c.length * 8 - 1), (bit) => {
        const c = Uint8Array.from(sealed.c);
        c[bit >> 3] = (c[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(unsealRow(key, place, { ...sealed, c })).toBeInstanceOf(DamagedRow);
      }),
    );
    const others: unknown[] = [
      unsealRow(new Uint8Array(32).fill(8), place, sealed),
      unsealRow(key, { ...place, table: 'staff' }, sealed),
      unsealRow(key, { ...place, database: 'e' }, sealed),
      unsealRow(key, place, { ...sealed, id: 'b' }),
      unsealRow(key, place, { ...sealed, periodId: 'q' }),
      unsealRow(key, place, { ...sealed, extra: 1 }),
      unsealRow(key, place, { ...sealed, v: 2 }),
      unsealRow(key, place, { ...sealed, n: new Uint8Array(24) }),
    ];
    for (const opened of others) expect(opened).toBeInstanceOf(DamagedRow);
  });

  it('still opens after an index was added to its table', () => {
    const later: SealPlace = { ...place, clear: ['id', 'periodId', 'name'] };
    expect(unsealRow(key, later, sealRow(key, place, row, nonce))).toEqual(row);
  });

  it('takes anything that is not a sealed row as damaged, and keeps its clear part', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(unsealRow(key, place, junk)).toBeInstanceOf(DamagedRow);
      }),
    );
    const opened = unsealRow(key, place, { id: 'a', periodId: 'p', v: 1, n: 'x', c: 'y' });
    expect(opened instanceof DamagedRow && opened.clear).toEqual({ id: 'a', periodId: 'p' });
  });
});
