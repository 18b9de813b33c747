import { newId } from '../record/id';
import type { Id } from '../record/record';

/** A repeatable source for the sample office. Not for keys: anybody can guess it. */
export type SeededRandom = {
  /** 0 ≤ value < below */
  integer(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
  shuffle<Value>(values: readonly Value[]): Value[];
  chance(probability: number): boolean;
  id(unixMilliseconds: number): Id;
};

/** xorshift32, after the seed has been spread so that 1 and 2 differ from the start. */
export function makeSeededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) | 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const integer = (below: number): number => next() % below;
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[integer(values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  const idBytes = new Uint8Array(12);
  const idView = new DataView(idBytes.buffer);
  for (let turn = 0; turn < 16; turn += 1) next();
  return {
    integer,
    pick,
    shuffle: (values) => {
      const rest = [...values];
      const shuffled: typeof rest = [];
      while (rest.length > 0) shuffled.push(...rest.splice(integer(rest.length), 1));
      return shuffled;
    },
    chance: (probability) => next() / 0x1_0000_0000 < probability,
    id: (unixMilliseconds) => {
      for (let offset = 0; offset < 12; offset += 4) idView.setUint32(offset, next());
      return newId(unixMilliseconds, idBytes);
    },
  };
}
