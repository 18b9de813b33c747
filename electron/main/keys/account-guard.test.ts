import { describe, expect, it } from 'vitest';
import { createAccountGuard, type SafeStorage } from './account-guard';

const key = Buffer.alloc(32, 7);
const busy = 'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.';

/** Puts the prefix of a Chromium version before the text, as its encryptor does. */
function storage(prefix: 'v10' | 'v11', more: Partial<SafeStorage> = {}): SafeStorage {
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.from(prefix + text),
    decryptStringAsync: async (sealed) => ({
      result: sealed.toString().slice(prefix.length),
      shouldReEncrypt: false,
    }),
    ...more,
  };
}

/** Fails some times with a message, then answers. */
function failing<Result>(times: number, message: string, result: () => Result) {
  let left = times;
  return async (): Promise<Result> => {
    left -= 1;
    if (left >= 0) throw new Error(message);
    return result();
  };
}

function guard(safeStorage: SafeStorage, platform: string, waits: number[] = []) {
  return createAccountGuard(safeStorage, platform, async (milliseconds) => {
    waits.push(milliseconds);
  });
}

const sealedWrap = { kind: 'os' as const, sealed: Buffer.from('sealed').toString('base64') };

describe('Linux without a keyring', () => {
  it('is not taken for protection', async () => {
    const alone = guard(storage('v10'), 'linux');
    expect(await alone.isAvailable()).toBe(false);
    expect(await alone.wrap(key)).toEqual({ kind: 'file', key: key.toString('base64') });
  });

  it('replaces an earlier wrap that guarded nothing, and only once', async () => {
    const alone = guard(storage('v10'), 'linux');
    const sealed = Buffer.from(`v10${key.toString('base64')}`).toString('base64');
    expect(await alone.unwrap({ kind: 'os', sealed })).toEqual({ key, stale: true });
    expect(await alone.unwrap(await alone.wrap(key))).toEqual({ key, stale: false });
  });

  it('is told from one with a keyring, and from Windows and macOS', async () => {
    for (const [prefix, platform] of [
      ['v11', 'linux'],
      ['v10', 'win32'],
      ['v10', 'darwin'],
    ] as const) {
      const guarded = guard(storage(prefix), platform);
      expect([platform, await guarded.isAvailable()]).toEqual([platform, true]);
      const wrapped = await guarded.wrap(key);
      expect(wrapped.kind).toBe('os');
      expect(await guarded.unwrap(wrapped)).toEqual({ key, stale: false });
    }
  });
});

describe('a system that is busy', () => {
  it('is asked again and then opens the key', async () => {
    const waits: number[] = [];
    const opens = () => ({ result: key.toString('base64'), shouldReEncrypt: false });
    const decryptStringAsync = failing(3, busy, opens);
    const guarded = guard(storage('v11', { decryptStringAsync }), 'win32', waits);
    expect(await guarded.unwrap(sealedWrap)).toEqual({ key, stale: false });
    expect(waits).toHaveLength(3);
  });

  it('that stays so is not taken for a locked account', async () => {
    const decryptStringAsync = failing(99, busy, () => ({ result: '', shouldReEncrypt: false }));
    const guarded = guard(storage('v11', { decryptStringAsync }), 'win32');
    await expect(guarded.unwrap(sealedWrap)).rejects.toMatchObject({
      errorName: 'storeUnavailable',
    });
  });

  it('is told from one that refuses for good, which is not asked again', async () => {
    const waits: number[] = [];
    const refusal = 'Error while decrypting the ciphertext provided to decryptStringAsync.';
    const decryptStringAsync = failing(1, refusal, () => ({ result: 'x', shouldReEncrypt: false }));
    const guarded = guard(storage('v11', { decryptStringAsync }), 'win32', waits);
    expect(await guarded.unwrap(sealedWrap)).toBeNull();
    expect(waits).toEqual([]);
  });
});

it('a system that should seal and does not is named to the person', async () => {
  const broken = [
    storage('v11', { encryptStringAsync: failing(99, 'no', () => Buffer.alloc(0)) }),
    storage('v11', {
      decryptStringAsync: async () => ({ result: 'another', shouldReEncrypt: false }),
    }),
  ];
  for (const safeStorage of broken) {
    await expect(guard(safeStorage, 'win32').wrap(key)).rejects.toMatchObject({
      errorName: 'storeUnavailable',
    });
  }
});
