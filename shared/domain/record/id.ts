import type { Id } from './record';

/**
 * The id of something that every PC of an office makes for itself and that must be one
 * and the same when files meet: a period of a year, a version of the policy's tables.
 * A UUIDv8 (RFC 9562 §5.8) that says what it is; only ever for things without a person.
 *
 * @param kind 0 … 65,535, one per concept
 * @param number 0 … 2^32−1, which one of its kind
 */
export function fixedId(kind: number, number: number): Id {
  const kindHex = kind.toString(16).padStart(4, '0');
  return `00000000-0000-8000-8000-${kindHex}${number.toString(16).padStart(8, '0')}`;
}

/**
 * Makes a UUIDv7 (RFC 9562 §5.7) from the time and ten random bytes, so that ids sort by
 * the time they were made and tests can repeat them.
 *
 * @param unixMilliseconds integer, 0 … 2^48−1
 * @param random at least 10 bytes
 */
export function newId(unixMilliseconds: number, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('newId needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let time = unixMilliseconds;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/**
 * The id itself, or one of the millisecond after `previous` when it would not sort behind
 * it: two in one millisecond, or a clock that was put back.
 *
 * @param previous a UUIDv7
 */
export function idAfter(previous: Id, id: Id): Id {
  if (id > previous) return id;
  const time = Number.parseInt(previous.replaceAll('-', '').slice(0, 12), 16) + 1;
  const hex = time.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
}
