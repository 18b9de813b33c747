import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idAfter, newId } from './id';
import { idSchema } from './record';

const ids = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 47 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([time, random]) => newId(time, random));

describe('idAfter', () => {
  it('always sorts behind the one before, and stays an id', () => {
    fc.assert(
      fc.property(ids, ids, (previous, id) => {
        const after = idAfter(previous, id);
        expect(after > previous).toBe(true);
        expect(idSchema.safeParse(after).success).toBe(true);
        expect(after.slice(14)).toBe(id.slice(14));
      }),
    );
  });

  it('leaves an id alone that is later anyhow', () => {
    const random = new Uint8Array(10);
    expect(idAfter(newId(5, random), newId(6, random))).toBe(newId(6, random));
  });

  it('carries over from the lower digits of the time', () => {
    const random = new Uint8Array(10).fill(255);
    expect(idAfter(newId(0xffff_ffff, random), newId(1, random)).slice(0, 13)).toBe(
      '00010000-0000',
    );
  });
});
