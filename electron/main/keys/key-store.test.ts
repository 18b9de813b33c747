import { randomBytes } from 'node:crypto';
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import {
  formatRecoveryKey,
  RECOVERY_KEY_RANDOM_BYTES,
} from '../../../shared/domain/keys/recovery-key';
import type { Sentinel } from '../../../shared/domain/store/meta';
import { keyStateSchema } from '../../../shared/ipc/contract';
import {
  sentinelOf,
  steppingClock,
  temporaryProfile,
  treeOf,
} from '../../../test/support/profile-folder';
import { writeFileAtomically } from '../files/atomic-write';
import type { ProfilePaths } from '../profile/profile-paths';
import type { WriteFile } from '../profile/store-files';
import type { SafeStorage } from './account-guard';
import { createKeyStore, type KeyStore } from './key-store';

type TestOs = SafeStorage & { available: boolean; account: string; rotated: boolean };

/** An operating system that seals for the account that is signed in. */
function testOs(available = true): TestOs {
  return {
    available,
    account: 'taro',
    rotated: false,
    async isAsyncEncryptionAvailable() {
      return this.available;
    },
    async encryptStringAsync(plainText) {
      const masked = Buffer.from(plainText).map((byte) => byte ^ 0x5a);
      return Buffer.concat([Buffer.from(`${this.account}:${this.rotated}:`), masked]);
    },
    async decryptStringAsync(encrypted) {
      const [account, rotated] = encrypted.toString('latin1').split(':', 2);
      if (account !== this.account) throw new Error('sealed for another account');
      const start = `${account}:${rotated}:`.length;
      const result = Buffer.from(encrypted.subarray(start).map((byte) => byte ^ 0x5a));
      return { result: result.toString(), shouldReEncrypt: rotated !== String(this.rotated) };
    },
  };
}

function storeOf(
  paths: ProfilePaths,
  os: SafeStorage,
  more: {
    writeFile?: WriteFile;
    sentinel?: Sentinel | null;
    untilSealsLast?: () => Promise<void>;
  } = {},
): KeyStore {
  return createKeyStore({
    paths,
    platform: 'win32',
    safeStorage: os,
    writeFile: more.writeFile ?? writeFileAtomically,
    now: steppingClock(),
    readSentinel: async () => more.sentinel ?? null,
    untilSealsLast: more.untilSealsLast ?? (async () => {}),
  });
}

async function errorOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof IkuseiError ? error.errorName : `not ours: ${String(error)}`;
  }
  return 'no error';
}

async function keyOf(keys: KeyStore): Promise<string> {
  const state = await keys.open('real');
  return state.state === 'open' ? state.key : state.state;
}

/** Issues a recovery key and types its groups back as asked. */
async function confirmedRecoveryKey(keys: KeyStore): Promise<string[]> {
  const { groups, ask } = await keys.issueRecoveryKey();
  await keys.confirmRecoveryKey(ask.map((index) => groups[index] ?? ''));
  return groups;
}

describe('create and open', () => {
  it('makes a key that the same account opens again', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    expect(await storeOf(paths, os).open('real')).toEqual({ state: 'none' });
    const made = await storeOf(paths, os).create('real');
    expect(keyStateSchema.parse(made)).toMatchObject({ state: 'open', recoveryConfirmed: false });
    expect(await storeOf(paths, os).open('real')).toEqual(made);
    expect(Buffer.from(await keyOf(storeOf(paths, os)), 'base64')).toHaveLength(32);
  });

  it('keeps the key out of the file when the system guards it, and says so', async () => {
    const paths = await temporaryProfile();
    const guarded = storeOf(paths, testOs());
    await guarded.create('real');
    expect(await readFile(paths.realKey, 'utf8')).not.toContain(await keyOf(guarded));
    expect(await guarded.isGuardedByOs()).toBe(true);
  });

  it('keeps the key in the file when no system guards it', async () => {
    const paths = await temporaryProfile();
    const alone = storeOf(paths, testOs(false));
    await alone.create('real');
    expect(await readFile(paths.realKey, 'utf8')).toContain(await keyOf(alone));
    expect(await alone.isGuardedByOs()).toBe(false);
  });

  it('takes the key out of the file once a system can guard it', async () => {
    const paths = await temporaryProfile();
    const os = testOs(false);
    await storeOf(paths, os).create('real');
    const key = await keyOf(storeOf(paths, os));
    os.available = true;
    expect(await keyOf(storeOf(paths, os))).toBe(key);
    expect(await readFile(paths.realKey, 'utf8')).not.toContain(key);
    expect(await keyOf(storeOf(paths, os))).toBe(key);
  });

  it('writes no key file before what the system sealed would outlive a kill', async () => {
    const paths = await temporaryProfile();
    const seen: unknown[] = [];
    const untilSealsLast = async () => {
      seen.push(await treeOf(paths.keys));
    };
    await storeOf(paths, testOs(), { untilSealsLast }).create('real');
    expect(seen).toEqual([{}]);
    // In the file alone nothing is sealed, so there is nothing to wait for.
    await storeOf(paths, testOs(), { untilSealsLast }).create('sample');
    expect(seen).toHaveLength(1);
  });

  it('gives the folder and the file to this account alone', async () => {
    const paths = await temporaryProfile();
    await chmod(paths.keys, 0o755);
    const keys = storeOf(paths, testOs(false));
    await keys.create('real');
    await keys.issueRecoveryKey();
    await keys.create('sample');
    expect((await stat(paths.keys)).mode & 0o777).toBe(0o700);
    expect((await stat(paths.realKey)).mode & 0o777).toBe(0o600);
    expect((await stat(paths.sampleKey)).mode & 0o777).toBe(0o600);
    expect(await readdir(paths.keys)).toEqual(['real.json', 'sample.json']);
  });

  it('never replaces a key file, not even a damaged one', async () => {
    const paths = await temporaryProfile();
    const keys = storeOf(paths, testOs());
    await keys.create('real');
    const before = await treeOf(paths.keys);
    expect(await errorOf(keys.create('real'))).toBe('badRequest');
    expect(await treeOf(paths.keys)).toEqual(before);
    await writeFile(paths.realKey, 'not a key file');
    expect(await errorOf(keys.create('real'))).toBe('badRequest');
    expect(await treeOf(paths.keys)).toEqual({ 'real.json': 'not a key file' });
  });

  it('makes one key when asked twice at once', async () => {
    // Many times, because the two must meet between preparing the file and naming it.
    for (let round = 0; round < 20; round += 1) {
      const paths = await temporaryProfile();
      const os = testOs();
      const results = await Promise.allSettled([
        storeOf(paths, os).create('real'),
        storeOf(paths, os).create('real'),
      ]);
      const made = results.filter((result) => result.status === 'fulfilled');
      expect(made).toHaveLength(1);
      expect(made[0]?.value).toEqual(await storeOf(paths, os).open('real'));
      expect(await readdir(paths.keys)).toEqual(['real.json']);
    }
  });

  it('makes no real key where a sentinel knows of a store', async () => {
    const paths = await temporaryProfile();
    const keys = storeOf(paths, testOs(), { sentinel: sentinelOf(3) });
    expect(await errorOf(keys.create('real'))).toBe('keyMissing');
    expect(await treeOf(paths.keys)).toEqual({});
    expect((await keys.create('sample')).state).toBe('open');
  });

  it('needs neither recovery key nor system for 見本', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    const made = await storeOf(paths, os).create('sample');
    expect(made).toMatchObject({ state: 'open', recoveryConfirmed: true });
    os.account = 'hanako';
    expect(await storeOf(paths, os).open('sample')).toEqual(made);
    expect(await storeOf(paths, os).open('real')).toEqual({ state: 'none' });
  });

  it('wraps again when the system asks for it, and opens even if that fails', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    await storeOf(paths, os).create('real');
    const key = await keyOf(storeOf(paths, os));
    const before = await readFile(paths.realKey, 'utf8');
    os.rotated = true;
    const full: WriteFile = () => Promise.reject(new IkuseiError('diskFull'));
    expect(await keyOf(storeOf(paths, os, { writeFile: full }))).toBe(key);
    expect(await readFile(paths.realKey, 'utf8')).toBe(before);
    expect(await keyOf(storeOf(paths, os))).toBe(key);
    const renewed = await readFile(paths.realKey, 'utf8');
    expect(renewed).not.toBe(before);
    expect(await keyOf(storeOf(paths, os))).toBe(key);
    expect(await readFile(paths.realKey, 'utf8')).toBe(renewed);
  });

  it('leaves no half key behind when the disk is full', async () => {
    const paths = await temporaryProfile();
    const full: WriteFile = () => Promise.reject(new IkuseiError('diskFull'));
    expect(await errorOf(storeOf(paths, testOs(), { writeFile: full }).create('real'))).toBe(
      'diskFull',
    );
    expect(await storeOf(paths, testOs()).open('real')).toEqual({ state: 'none' });
    expect((await storeOf(paths, testOs()).create('real')).state).toBe('open');
  });

  it('says that a later format needs a later build', async () => {
    const paths = await temporaryProfile();
    await writeFile(paths.realKey, '{"format":2,"vaults":[]}');
    expect(await errorOf(storeOf(paths, testOs()).open('real'))).toBe('storeNewer');
  });

  it('keeps what a later build added to the file', async () => {
    const paths = await temporaryProfile();
    const keys = storeOf(paths, testOs());
    await keys.create('real');
    const file: unknown = JSON.parse(await readFile(paths.realKey, 'utf8'));
    await writeFile(paths.realKey, JSON.stringify(Object.assign({ hint: 'later' }, file)));
    await confirmedRecoveryKey(keys);
    expect(JSON.parse(await readFile(paths.realKey, 'utf8'))).toMatchObject({ hint: 'later' });
  });
});

describe('the recovery key', () => {
  const typings: [string, (groups: readonly string[]) => string][] = [
    ['with hyphens', (groups) => groups.join('-')],
    ['without anything between', (groups) => groups.join('')],
    ['in small letters', (groups) => groups.join(' ').toLowerCase()],
    [
      'with O for 0 and l for 1',
      (groups) => groups.join('-').replaceAll('0', 'O').replaceAll('1', 'l'),
    ],
    [
      'in full width',
      (groups) =>
        groups
          .join('　')
          .replace(/[0-9A-Z]/gu, (character) =>
            String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
          ),
    ],
  ];

  it.each(typings)('opens the data on another account, typed %s', async (_, typing) => {
    const paths = await temporaryProfile();
    const os = testOs();
    const keys = storeOf(paths, os);
    await keys.create('real');
    const key = await keyOf(keys);
    const groups = await confirmedRecoveryKey(keys);
    os.account = 'hanako';
    expect(await storeOf(paths, os).open('real')).toEqual({ state: 'locked' });
    const recovered = await storeOf(paths, os).recover(typing(groups));
    expect(recovered).toEqual({ state: 'open', key, recoveryConfirmed: true });
    expect(await storeOf(paths, os).open('real')).toEqual(recovered);
    expect((await stat(paths.realKey)).mode & 0o777).toBe(0o600);
    os.account = 'jiro';
    expect(await storeOf(paths, os).recover(typing(groups))).toEqual(recovered);
  });

  it('refuses another key and a mistyped one, and changes nothing', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    const keys = storeOf(paths, os);
    await keys.create('real');
    const groups = await confirmedRecoveryKey(keys);
    os.account = 'hanako';
    const before = await treeOf(paths.keys);
    const other = formatRecoveryKey(randomBytes(RECOVERY_KEY_RANDOM_BYTES));
    expect(await errorOf(keys.recover(other.join('-')))).toBe('recoveryKeyWrong');
    expect(await errorOf(keys.recover(groups.slice(1).join('-')))).toBe('recoveryKeyWrong');
    expect(await errorOf(keys.recover(''))).toBe('recoveryKeyWrong');
    expect(await treeOf(paths.keys)).toEqual(before);
  });

  it('asks for two different groups and takes only those', async () => {
    const paths = await temporaryProfile();
    const keys = storeOf(paths, testOs());
    await keys.create('real');
    const asked = new Set<number>();
    for (let count = 0; count < 40; count += 1) {
      const { groups, ask } = await keys.issueRecoveryKey();
      expect(groups).toHaveLength(8);
      expect(new Set(ask).size).toBe(2);
      for (const index of ask) asked.add(index);
    }
    expect([...asked].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const { groups, ask } = await keys.issueRecoveryKey();
    const right = ask.map((index) => groups[index] ?? '');
    const notAsked = groups.filter((_, index) => !ask.includes(index)).slice(0, 2);
    expect(await errorOf(keys.confirmRecoveryKey([]))).toBe('recoveryKeyWrong');
    expect(await errorOf(keys.confirmRecoveryKey(right.slice(0, 1)))).toBe('recoveryKeyWrong');
    expect(await errorOf(keys.confirmRecoveryKey([...right, '']))).toBe('recoveryKeyWrong');
    expect(await errorOf(keys.confirmRecoveryKey(notAsked))).toBe('recoveryKeyWrong');
    expect(await keys.open('real')).toMatchObject({ recoveryConfirmed: false });
    await keys.confirmRecoveryKey(right.map((group) => ` ${group.toLowerCase()} `));
    expect(await keys.open('real')).toMatchObject({ recoveryConfirmed: true });
    expect(await errorOf(keys.confirmRecoveryKey(right))).toBe('badRequest');
  });

  it('keeps the confirmed key working until the new one is confirmed', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    const keys = storeOf(paths, os);
    await keys.create('real');
    const first = await confirmedRecoveryKey(keys);
    const second = await keys.issueRecoveryKey();
    expect(await keys.open('real')).toMatchObject({ recoveryConfirmed: true });
    expect((await keys.recover(first.join(''))).state).toBe('open');
    await keys.confirmRecoveryKey(second.ask.map((index) => second.groups[index] ?? ''));
    expect(await errorOf(keys.recover(first.join('')))).toBe('recoveryKeyWrong');
    expect((await keys.recover(second.groups.join(''))).state).toBe('open');
  });

  it('opens with a key that was printed but not confirmed, which then counts', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    await storeOf(paths, os).create('real');
    const dropped = await storeOf(paths, os).issueRecoveryKey();
    const printed = await storeOf(paths, os).issueRecoveryKey();
    os.account = 'hanako';
    const keys = storeOf(paths, os);
    expect(await errorOf(keys.recover(dropped.groups.join('')))).toBe('recoveryKeyWrong');
    expect(await keys.recover(printed.groups.join(''))).toMatchObject({ recoveryConfirmed: true });
    expect((await keys.recover(printed.groups.join(''))).state).toBe('open');
  });

  it('is not confirmed when its wrap is no longer in the file', async () => {
    const paths = await temporaryProfile();
    const keys = storeOf(paths, testOs());
    await keys.create('real');
    const before = await readFile(paths.realKey);
    const { groups, ask } = await keys.issueRecoveryKey();
    await writeFile(paths.realKey, before);
    const typed = ask.map((index) => groups[index] ?? '');
    expect(await errorOf(keys.confirmRecoveryKey(typed))).toBe('keyFileDamaged');
    expect(await keys.open('real')).toMatchObject({ recoveryConfirmed: false });
  });

  it('is not shown when its wrap could not be written', async () => {
    const paths = await temporaryProfile();
    await storeOf(paths, testOs()).create('real');
    const before = await treeOf(paths.keys);
    const full: WriteFile = () => Promise.reject(new IkuseiError('diskFull'));
    const keys = storeOf(paths, testOs(), { writeFile: full });
    expect(await errorOf(keys.issueRecoveryKey())).toBe('diskFull');
    expect(await errorOf(keys.confirmRecoveryKey(['AAAA', 'BBBB']))).toBe('badRequest');
    expect(await treeOf(paths.keys)).toEqual(before);
  });

  it('needs an open key file to be issued, and a key file to recover', async () => {
    const paths = await temporaryProfile();
    const os = testOs();
    const keys = storeOf(paths, os);
    const some = formatRecoveryKey(randomBytes(RECOVERY_KEY_RANDOM_BYTES)).join('');
    expect(await errorOf(keys.issueRecoveryKey())).toBe('keyMissing');
    expect(await errorOf(keys.recover(some))).toBe('keyMissing');
    await keys.create('real');
    os.account = 'hanako';
    expect(await errorOf(keys.issueRecoveryKey())).toBe('keyLocked');
  });

  it('never opens in a file with another id', async () => {
    const paths = await temporaryProfile();
    const keys = storeOf(paths, testOs());
    await keys.create('real');
    const groups = await confirmedRecoveryKey(keys);
    const text = await readFile(paths.realKey, 'utf8');
    const other = text.replace(/"keyId": "[^"]*"/u, `"keyId": "${sentinelOf(1).datasetId}"`);
    expect(other).not.toBe(text);
    await writeFile(paths.realKey, other);
    expect(await errorOf(keys.recover(groups.join('')))).toBe('recoveryKeyWrong');
  });
});

describe('a mangled key file', () => {
  it('never opens as another key, never crashes and is never written to', async () => {
    const paths = await temporaryProfile();
    const os = testOs(false);
    const keys = storeOf(paths, os);
    await keys.create('real');
    const key = await keyOf(keys);
    const whole = await readFile(paths.realKey);
    const mangling = fc.oneof(
      fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }).map(({ at, byte }) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        return bytes;
      }),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
    );
    await fc.assert(
      fc.asyncProperty(mangling, async (bytes) => {
        await writeFile(paths.realKey, bytes);
        const outcome = await keys.open('real').then(
          (state) => (state.state === 'open' ? state.key : state.state),
          (error: unknown) => (error instanceof IkuseiError ? error.errorName : String(error)),
        );
        expect([key, 'locked', 'keyFileDamaged', 'storeNewer']).toContain(outcome);
        expect((await readFile(paths.realKey)).equals(bytes)).toBe(true);
        expect(await errorOf(keys.create('real'))).toBe('badRequest');
      }),
      { numRuns: 400 },
    );
  });

  it('is opened by the recovery key when only the wrap of the account is wrong', async () => {
    const paths = await temporaryProfile();
    const os = testOs(false);
    const keys = storeOf(paths, os);
    await keys.create('real');
    const key = await keyOf(keys);
    const text = await readFile(paths.realKey, 'utf8');
    const wrong = text.replace(key, randomBytes(32).toString('base64'));
    await writeFile(paths.realKey, wrong);
    expect(await errorOf(keys.open('real'))).toBe('keyFileDamaged');
    await writeFile(paths.realKey, text);
    const groups = await confirmedRecoveryKey(keys);
    const confirmed = await readFile(paths.realKey, 'utf8');
    await writeFile(paths.realKey, confirmed.replace(key, randomBytes(32).toString('base64')));
    expect(await keys.open('real')).toEqual({ state: 'locked' });
    await keys.recover(groups.join('-'));
    expect(await keyOf(keys)).toBe(key);
  });

  it('that is a folder is said to be unreadable', async () => {
    const paths = await temporaryProfile();
    await rm(paths.realKey, { force: true });
    const keys = storeOf({ ...paths, realKey: paths.store }, testOs());
    expect(await errorOf(keys.open('real'))).toBe('storeUnavailable');
  });
});
