import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { DATA_KEY_BYTES, KEY_FILE_FORMAT, type RecoveryWrap } from './key-file-format';

const algorithm = 'aes-256-gcm';
const tagBytes = 16;

/** A wrap opens only in the file, and the format, it was made for. */
function boundTo(keyId: string): Buffer {
  return Buffer.from(`ikusei-note key file ${KEY_FILE_FORMAT} ${keyId}`, 'utf8');
}

function wrappingKey(recoveryKey: Uint8Array, salt: Uint8Array): Buffer {
  const derived = hkdfSync('sha256', recoveryKey, salt, 'ikusei-note recovery wrap', 32);
  return Buffer.from(derived);
}

/**
 * 16 bytes that tell the right data key from a wrong one and give nothing of it away.
 * Without it, a changed byte in the file would open as another key, and rows sealed with
 * that one would be lost.
 */
export function keyFingerprint(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('ikusei-note data key').digest().subarray(0, 16);
}

export function isKeyOf(fingerprint: string, key: Uint8Array): boolean {
  if (key.length !== DATA_KEY_BYTES) return false;
  return timingSafeEqual(keyFingerprint(key), Buffer.from(fingerprint, 'base64'));
}

/** Wraps the data key under a recovery key: HKDF-SHA256, then AES-256-GCM. */
export function wrapForRecovery(
  key: Uint8Array,
  recoveryKey: Uint8Array,
  keyId: string,
): RecoveryWrap {
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, wrappingKey(recoveryKey, salt), nonce);
  cipher.setAAD(boundTo(keyId));
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    kind: 'recovery',
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** The data key, or null when the recovery key is another one or the wrap was changed. */
export function unwrapWithRecovery(
  wrap: RecoveryWrap,
  recoveryKey: Uint8Array,
  keyId: string,
): Buffer | null {
  const sealed = Buffer.from(wrap.sealed, 'base64');
  const salt = Buffer.from(wrap.salt, 'base64');
  const decipher = createDecipheriv(
    algorithm,
    wrappingKey(recoveryKey, salt),
    Buffer.from(wrap.nonce, 'base64'),
    { authTagLength: tagBytes },
  );
  decipher.setAAD(boundTo(keyId));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const key = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    return Buffer.concat([key, decipher.final()]);
  } catch {
    return null;
  }
}
