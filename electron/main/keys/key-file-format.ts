import * as z from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/record/record';

export const KEY_FILE_FORMAT = 1;
export const DATA_KEY_BYTES = 32;

/** Base64 of a fixed number of bytes. */
function bytesSchema(length: number) {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === length);
}

export const recoveryWrapSchema = z.looseObject({
  kind: z.literal('recovery'),
  salt: bytesSchema(32),
  nonce: bytesSchema(12),
  /** The data key and the 16-byte tag of AES-256-GCM. */
  sealed: bytesSchema(DATA_KEY_BYTES + 16),
});
export type RecoveryWrap = z.infer<typeof recoveryWrapSchema>;

/** Sealed by the operating system for this account (safeStorage). */
export const osWrapSchema = z.looseObject({ kind: z.literal('os'), sealed: z.base64().min(1) });

/** The data key itself: only the rights of the file guard it. */
export const fileWrapSchema = z.looseObject({
  kind: z.literal('file'),
  key: bytesSchema(DATA_KEY_BYTES),
});

export const accountWrapSchema = z.discriminatedUnion('kind', [osWrapSchema, fileWrapSchema]);
export type AccountWrap = z.infer<typeof accountWrapSchema>;

/**
 * One data key, wrapped several ways. Unknown properties of a later build are kept when
 * the file is written again.
 */
export const keyFileSchema = z.looseObject({
  format: z.literal(KEY_FILE_FORMAT),
  keyId: idSchema,
  createdAt: instantSchema,
  /** Tells the right data key from another 32 bytes; see `keyFingerprint`. */
  fingerprint: bytesSchema(16),
  /** A person has proved that she holds a recovery key. True from the start in 見本. */
  recoveryConfirmed: z.boolean(),
  wraps: z.array(z.discriminatedUnion('kind', [osWrapSchema, fileWrapSchema, recoveryWrapSchema])),
  /** The recovery key shown last, until it is confirmed; then it moves into `wraps`. */
  pendingRecovery: recoveryWrapSchema.nullable(),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** A key file of a later format: to be opened by a later build, not damaged. */
export const newerKeyFileSchema = z.looseObject({ format: z.int().gt(KEY_FILE_FORMAT) });

export function accountWrapOf(file: KeyFile): AccountWrap | undefined {
  return file.wraps.find((wrap) => wrap.kind !== 'recovery');
}

export function recoveryWrapOf(file: KeyFile): RecoveryWrap | undefined {
  return file.wraps.find((wrap) => wrap.kind === 'recovery');
}

export function withAccountWrap(file: KeyFile, wrap: AccountWrap): KeyFile {
  return { ...file, wraps: [wrap, ...file.wraps.filter((other) => other.kind === 'recovery')] };
}

/** The pending recovery key becomes the one that holds; an earlier one ends here. */
export function withPendingConfirmed(file: KeyFile): KeyFile {
  if (file.pendingRecovery === null) return file;
  return {
    ...file,
    recoveryConfirmed: true,
    wraps: [...file.wraps.filter((wrap) => wrap.kind !== 'recovery'), file.pendingRecovery],
    pendingRecovery: null,
  };
}
