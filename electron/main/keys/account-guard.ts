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
  /** Wraps with the operating system, or into the file alone where it cannot. */
  wrap(key: Uint8Array): Promise<AccountWrap>;
  /** Null when this account cannot open it now. `stale`: wrap again. */
  unwrap(wrap: AccountWrap): Promise<{ key: Buffer; stale: boolean } | null>;
};

export function createAccountGuard(safeStorage: SafeStorage): AccountGuard {
  async function isAvailable(): Promise<boolean> {
    try {
      return await safeStorage.isAsyncEncryptionAvailable();
    } catch {
      return false;
    }
  }

  async function wrap(key: Uint8Array): Promise<AccountWrap> {
    const text = Buffer.from(key).toString('base64');
    if (!(await isAvailable())) return { kind: 'file', key: text };
    const sealed = await safeStorage.encryptStringAsync(text);
    // What the system sealed but cannot open would be a lost key: try it at once.
    const { result } = await safeStorage.decryptStringAsync(sealed);
    if (result !== text) throw new Error('safeStorage does not open what it sealed');
    return { kind: 'os', sealed: sealed.toString('base64') };
  }

  async function unwrap(wrapped: AccountWrap): Promise<{ key: Buffer; stale: boolean } | null> {
    const available = await isAvailable();
    if (wrapped.kind === 'file') {
      return { key: Buffer.from(wrapped.key, 'base64'), stale: available };
    }
    if (!available) return null;
    try {
      const sealed = Buffer.from(wrapped.sealed, 'base64');
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      return { key: Buffer.from(result, 'base64'), stale: shouldReEncrypt };
    } catch {
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
