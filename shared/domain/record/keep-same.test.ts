import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepSame } from './keep-same';

const value = () => fc.jsonValue({ maxDepth: 4 });

it('says what the new value says', () => {
  fc.assert(
    fc.property(value(), value(), (previous, next) => {
      expect(keepSame(previous, next)).toStrictEqual(next);
    }),
  );
});

it('is the earlier value itself where both say the same', () => {
  fc.assert(
    fc.property(value(), (previous) => {
      expect(keepSame(previous, structuredClone(previous))).toBe(previous);
    }),
  );
});

it('keeps what is beside a change', () => {
  const previous = { sheet: { stage: 'drafting' }, entries: [{ text: 'あ' }, { text: 'い' }] };
  const next = { sheet: { stage: 'drafting' }, entries: [{ text: 'あ' }, { text: 'いう' }] };
  const kept = keepSame(previous, next);
  expect(kept).toStrictEqual(next);
  expect(kept.sheet).toBe(previous.sheet);
  expect(kept.entries[0]).toBe(previous.entries[0]);
  expect(kept.entries[1]).not.toBe(previous.entries[1]);
});

it('does not look into what is no plain object', () => {
  const previous = { at: new Date(0), bytes: new Uint8Array([1]) };
  const next = { at: new Date(0), bytes: new Uint8Array([1]) };
  const kept = keepSame(previous, next);
  expect(kept.at).toBe(next.at);
  expect(kept.bytes).toBe(next.bytes);
});
