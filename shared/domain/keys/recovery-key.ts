/**
 * The recovery key on paper: 19 random bytes (152 bits) and one check byte, written as
 * 8 groups of 4 characters of Crockford's base32 (no I, L, O, U). The check byte is a
 * CRC-8: it notices every wrong single character and every swap of two neighbours, so a
 * slip is told apart from a wrong key before anything is tried.
 */
export const RECOVERY_KEY_RANDOM_BYTES = 19;
export const RECOVERY_KEY_GROUPS = 8;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;
const separators = /[\s\p{Pd}\u2212\u30fc\u00b7\u30fb]/gu;

function crc8(bytes: Uint8Array): number {
  let remainder = 0;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder & 0x80) === 0 ? remainder << 1 : ((remainder << 1) ^ 0x07) & 0xff;
    }
  }
  return remainder;
}

/**
 * @param bytes exactly `RECOVERY_KEY_RANDOM_BYTES` random bytes
 * @throws RangeError for any other length
 */
export function formatRecoveryKey(bytes: Uint8Array): string[] {
  if (bytes.length !== RECOVERY_KEY_RANDOM_BYTES) {
    throw new RangeError(`a recovery key has ${RECOVERY_KEY_RANDOM_BYTES} bytes`);
  }
  let characters = '';
  let pending = 0;
  let pendingBits = 0;
  for (const byte of [...bytes, crc8(bytes)]) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      characters += alphabet.charAt((pending >> pendingBits) & 0x1f);
    }
    pending &= (1 << pendingBits) - 1;
  }
  return Array.from({ length: RECOVERY_KEY_GROUPS }, (_, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength),
  );
}

/**
 * What a person meant: full width becomes half, small becomes capital, O is 0, I and L
 * are 1, spaces and hyphens of any kind are left out. Other characters stay, and fail.
 */
export function foldRecoveryGroup(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(separators, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
}

/** The random bytes of a typed key; null when it is incomplete or mistyped. */
export function parseRecoveryKey(typed: string): Uint8Array | null {
  const characters = foldRecoveryGroup(typed);
  if (characters.length !== RECOVERY_KEY_GROUPS * groupLength) return null;
  const bytes = new Uint8Array(RECOVERY_KEY_RANDOM_BYTES + 1);
  let pending = 0;
  let pendingBits = 0;
  let written = 0;
  for (const character of characters) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    pending = (pending << 5) | value;
    pendingBits += 5;
    if (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[written] = pending >> pendingBits;
      written += 1;
      pending &= (1 << pendingBits) - 1;
    }
  }
  const key = bytes.slice(0, RECOVERY_KEY_RANDOM_BYTES);
  return crc8(key) === bytes[RECOVERY_KEY_RANDOM_BYTES] ? key : null;
}
