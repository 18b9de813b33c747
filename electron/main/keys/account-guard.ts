import { setTimeout as sleep } from 'node:timers/promises';
import { IkuseiError } from '../../../shared/domain/errors';
import type { Platform } from '../profile/profile-paths';
import type { AccountWrap } from './key-file-format';

/** What this uses of Electron's `safeStorage`: the asynchronous calls only. */
export type SafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plainText: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
};

export type AccountGuard = {
  /** True when the operating system seals for this account. */
  isAvailable(): Promise<boolean>;
  /**
   * Wraps with the operating system, or into the file alone where it cannot.
   *
   * @throws IkuseiError storeUnavailable when it should seal and does not
   */
  wrap(key: Uint8Array): Promise<AccountWrap>;
  /**
   * Null when this account cannot open it. `stale`: wrap again.
   *
   * @throws IkuseiError storeUnavailable when it cannot be told now, only later
   */
  unwrap(wrap: AccountWrap): Promise<{ key: Buffer; stale: boolean } | null>;
};

/**
 * What Chromium writes before text it sealed on Linux without a keyring: under a key that
 * is a constant of its source, the same on every PC.
 */
const SEALED_FOR_NOBODY = Buffer.from('v10');

/** Waits between attempts, in milliseconds, when the system asks for patience. */
const patience = [200, 500, 1000] as const;

function isTemporary(error: unknown): boolean {
  return error instanceof Error && error.message.includes('temporarily unavailable');
}

function unavailable(error: unknown): IkuseiError {
  const reason = error instanceof Error ? error.message : String(error);
  return new IkuseiError('storeUnavailable', `OSの鍵の保護が使えません（${reason}）`);
}

/** @param delay waits between attempts */
export function createAccountGuard(
  safeStorage: SafeStorage,
  platform: Platform,
  delay: (milliseconds: number) => Promise<unknown> = sleep,
): AccountGuard {
  async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    for (const milliseconds of patience) {
      try {
        return await work();
      } catch (error) {
        if (!isTemporary(error)) throw error;
        await delay(milliseconds);
      }
    }
    return work();
  }

  async function canSeal(): Promise<boolean> {
    try {
      return await safeStorage.isAsyncEncryptionAvailable();
    } catch {
      return false;
    }
  }

  function isForNobody(sealed: Uint8Array): boolean {
    const prefix = sealed.subarray(0, SEALED_FOR_NOBODY.length);
    return platform === 'linux' && SEALED_FOR_NOBODY.equals(prefix);
  }

  async function isAvailable(): Promise<boolean> {
    if (!(await canSeal())) return false;
    if (platform !== 'linux') return true;
    try {
      return !isForNobody(await patiently(() => safeStorage.encryptStringAsync('probe')));
    } catch {
      return false;
    }
  }

  async function seal(text: string): Promise<Buffer> {
    const sealed = await patiently(() => safeStorage.encryptStringAsync(text));
    // What the system sealed but cannot open would be a lost key: try it at once.
    const { result } = await patiently(() => safeStorage.decryptStringAsync(sealed));
    if (result !== text) throw new Error('safeStorage does not open what it sealed');
    return sealed;
  }

  async function wrap(key: Uint8Array): Promise<AccountWrap> {
    const text = Buffer.from(key).toString('base64');
    if (!(await canSeal())) return { kind: 'file', key: text };
    let sealed: Buffer;
    try {
      sealed = await seal(text);
    } catch (error) {
      throw unavailable(error);
    }
    if (isForNobody(sealed)) return { kind: 'file', key: text };
    return { kind: 'os', sealed: sealed.toString('base64') };
  }

  async function unwrap(wrapped: AccountWrap): Promise<{ key: Buffer; stale: boolean } | null> {
    if (wrapped.kind === 'file') {
      return { key: Buffer.from(wrapped.key, 'base64'), stale: await isAvailable() };
    }
    if (!(await canSeal())) return null;
    const sealed = Buffer.from(wrapped.sealed, 'base64');
    try {
      const opened = await patiently(() => safeStorage.decryptStringAsync(sealed));
      // A wrap that guards nothing is replaced by one that guards, or says that it does not.
      const stale = opened.shouldReEncrypt || isForNobody(sealed);
      return { key: Buffer.from(opened.result, 'base64'), stale };
    } catch (error) {
      // Not the same as locked: the recovery key is for accounts that are gone.
      if (isTemporary(error)) throw unavailable(error);
      return null;
    }
  }

  return { isAvailable, wrap, unwrap };
}

/**
 * The guard of 見本: its key lies in the file alone. The data is fictional, and a key the
 * system locks would have no recovery key to open it again.
 */
export const unguarded: AccountGuard = {
  isAvailable: async () => false,
  wrap: async (key) => ({ kind: 'file', key: Buffer.from(key).toString('base64') }),
  unwrap: async (wrapped) =>
    wrapped.kind === 'file' ? { key: Buffer.from(wrapped.key, 'base64'), stale: false } : null,
};
