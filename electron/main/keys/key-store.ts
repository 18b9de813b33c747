import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { IkuseiError } from '../../../shared/domain/errors';
import {
  foldRecoveryGroup,
  formatRecoveryKey,
  parseRecoveryKey,
  RECOVERY_KEY_RANDOM_BYTES,
} from '../../../shared/domain/keys/recovery-key';
import { newId } from '../../../shared/domain/record/id';
import type { DataSet, Sentinel } from '../../../shared/domain/store/meta';
import type { IssuedRecoveryKey, KeyState } from '../../../shared/ipc/contract';
import { createInTurn } from '../profile/in-turn';
import type { Platform, ProfilePaths } from '../profile/profile-paths';
import {
  asIkuseiError,
  exists,
  failureCode,
  fileSystem,
  jsonBytes,
  PRIVATE_FOLDER,
  readJson,
  type WriteFile,
} from '../profile/store-files';
import {
  type AccountGuard,
  createAccountGuard,
  type SafeStorage,
  unguarded,
} from './account-guard';
import { isKeyOf, keyFingerprint, unwrapWithRecovery, wrapForRecovery } from './key-crypto';
import {
  accountWrapOf,
  DATA_KEY_BYTES,
  KEY_FILE_FORMAT,
  type KeyFile,
  keyFileSchema,
  newerKeyFileSchema,
  recoveryWrapOf,
  withAccountWrap,
  withPendingConfirmed,
} from './key-file-format';

const GROUPS_TO_TYPE_BACK = 2;
const PRIVATE_FILE = 0o600;

export type KeyStore = {
  /** @throws IkuseiError keyFileDamaged, storeNewer or storeUnavailable; the file stays */
  open(dataSet: DataSet): Promise<KeyState>;
  /**
   * Makes the key of a data set that has none. Refused when there is one (`badRequest`),
   * and for real data when the sentinel knows of a store: a new key could not open it
   * (`keyMissing`).
   */
  create(dataSet: DataSet): Promise<KeyState>;
  /**
   * Makes another recovery key for the real data key. Its wrap is in the file before the
   * person sees the key, so what she prints works from then on; the earlier confirmed
   * key works as well, until she confirms the new one. Issuing again replaces only the
   * one that was never confirmed.
   */
  issueRecoveryKey(): Promise<IssuedRecoveryKey>;
  /** @throws IkuseiError recoveryKeyWrong, or badRequest when none was issued */
  confirmRecoveryKey(typed: readonly string[]): Promise<void>;
  /**
   * Opens the real data key with a recovery key and wraps it for this account. A key
   * that was printed but never confirmed counts as confirmed by this.
   */
  recover(typed: string): Promise<KeyState>;
  /** True when the operating system guards the real data key. */
  isGuardedByOs(): Promise<boolean>;
  /** The id of the real key when this account can open it; else null. Never throws. */
  openableKeyId(): Promise<string | null>;
  /**
   * The id of the real key whose file is there and whole, else null. Tries no lock: in a
   * refused start the browser's folder is another one, and on Windows no key opens from
   * there. Never throws.
   */
  presentKeyId(): Promise<string | null>;
};

type Opened =
  | { state: 'none' }
  | { state: 'locked'; file: KeyFile }
  | { state: 'open'; file: KeyFile; key: Buffer };

function keyState(opened: Opened): KeyState {
  if (opened.state !== 'open') return { state: opened.state };
  return {
    state: 'open',
    key: opened.key.toString('base64'),
    recoveryConfirmed: opened.file.recoveryConfirmed,
  };
}

/** A name of its own for every try: two at once must not write into one file. */
function preparedPath(path: string): string {
  return `${path}.${randomUUID()}.new`;
}

function isPreparedFor(path: string, name: string): boolean {
  return name.startsWith(`${basename(path)}.`) && name.endsWith('.new');
}

/** `count` different numbers below `total`, in order. */
function chooseGroups(total: number, count: number): number[] {
  const left = Array.from({ length: total }, (_, index) => index);
  while (left.length > count) left.splice(randomInt(left.length), 1);
  return left;
}

/** The data keys of this PC: one file for real data, one for 見本 (design §6). */
export function createKeyStore(options: {
  paths: Pick<ProfilePaths, 'keys' | 'realKey' | 'sampleKey'>;
  platform: Platform;
  safeStorage: SafeStorage;
  writeFile: WriteFile;
  now: () => Date;
  readSentinel: () => Promise<Sentinel | null>;
  /** Resolves when what the operating system seals would outlive a kill. */
  untilSealsLast: () => Promise<void>;
}): KeyStore {
  const { paths, writeFile, now, readSentinel } = options;
  const osGuard = createAccountGuard(options.safeStorage, options.platform);
  const inTurn = createInTurn();
  let issued: { recoveryKey: Buffer; groups: string[]; ask: number[] } | null = null;

  function pathOf(dataSet: DataSet): string {
    return dataSet === 'real' ? paths.realKey : paths.sampleKey;
  }

  function guardOf(dataSet: DataSet): AccountGuard {
    return dataSet === 'real' ? osGuard : unguarded;
  }

  async function read(dataSet: DataSet): Promise<KeyFile | null> {
    const path = pathOf(dataSet);
    const either = z.union([keyFileSchema, newerKeyFileSchema]);
    let result: Awaited<ReturnType<typeof readJson<typeof either>>>;
    try {
      result = await readJson(fileSystem, path, either);
    } catch (error) {
      throw asIkuseiError(error, 'storeUnavailable', `鍵のファイルを読めません: ${path}`);
    }
    if (result.state === 'missing') return null;
    if (result.state === 'damaged') throw damaged(dataSet);
    const known = keyFileSchema.safeParse(result.value);
    if (!known.success) throw new IkuseiError('storeNewer', `鍵のファイル: ${path}`);
    return known.data;
  }

  function damaged(dataSet: DataSet): IkuseiError {
    return new IkuseiError('keyFileDamaged', `場所: ${pathOf(dataSet)}`);
  }

  async function prepareFolder(): Promise<void> {
    await mkdir(paths.keys, PRIVATE_FOLDER);
    await chmod(paths.keys, PRIVATE_FOLDER.mode);
  }

  async function replace(dataSet: DataSet, file: KeyFile): Promise<void> {
    const path = pathOf(dataSet);
    await prepareFolder();
    await writeFile(path, jsonBytes(file));
    await chmod(path, PRIVATE_FILE);
    // A kill in `writeFirst` may have left a second name of the first file.
    for (const name of await readdir(paths.keys)) {
      if (isPreparedFor(path, name)) await rm(join(paths.keys, name), { force: true });
    }
  }

  /** Puts a complete file where none is; never over one that is there. */
  async function writeFirst(dataSet: DataSet, file: KeyFile): Promise<void> {
    const path = pathOf(dataSet);
    const prepared = preparedPath(path);
    await prepareFolder();
    await writeFile(prepared, jsonBytes(file));
    await chmod(prepared, PRIVATE_FILE);
    try {
      await link(prepared, path);
    } catch (error) {
      // Some file systems know no second name for a file; the single-instance lock and
      // this check then stand in for the exclusive call.
      if (failureCode(error) === 'EEXIST' || (await exists(fileSystem, path))) {
        throw new IkuseiError('badRequest', `データの鍵はもうあります: ${path}`);
      }
      await fileSystem.rename(prepared, path);
    } finally {
      await rm(prepared, { force: true });
    }
  }

  async function openNow(dataSet: DataSet): Promise<Opened> {
    const file = await read(dataSet);
    if (file === null) return { state: 'none' };
    const guard = guardOf(dataSet);
    const wrap = accountWrapOf(file);
    const unwrapped = wrap === undefined ? null : await guard.unwrap(wrap);
    if (unwrapped === null) return { state: 'locked', file };
    const { key, stale } = unwrapped;
    if (!isKeyOf(file.fingerprint, key)) {
      const recoverable = recoveryWrapOf(file) !== undefined || file.pendingRecovery !== null;
      if (recoverable) return { state: 'locked', file };
      throw damaged(dataSet);
    }
    if (!stale) return { state: 'open', file, key };
    return { state: 'open', file: await wrapAgain(dataSet, file, key), key };
  }

  /** A wrap that could not be renewed still opens: it is tried again at the next start. */
  async function wrapAgain(dataSet: DataSet, file: KeyFile, key: Buffer): Promise<KeyFile> {
    try {
      const renewed = withAccountWrap(file, await guardOf(dataSet).wrap(key));
      await replace(dataSet, renewed);
      return renewed;
    } catch {
      return file;
    }
  }

  async function openReal(): Promise<{ file: KeyFile; key: Buffer }> {
    const opened = await openNow('real');
    if (opened.state === 'none') throw new IkuseiError('keyMissing', `場所: ${paths.realKey}`);
    if (opened.state === 'locked') throw new IkuseiError('keyLocked', `場所: ${paths.realKey}`);
    return opened;
  }

  async function createNow(dataSet: DataSet): Promise<KeyState> {
    const path = pathOf(dataSet);
    if (await exists(fileSystem, path)) {
      throw new IkuseiError('badRequest', `データの鍵はもうあります: ${path}`);
    }
    if (dataSet === 'real' && (await readSentinel()) !== null) {
      throw new IkuseiError('keyMissing', `場所: ${path}`);
    }
    const key = randomBytes(DATA_KEY_BYTES);
    const wrap = await guardOf(dataSet).wrap(key);
    if (wrap.kind === 'os') await options.untilSealsLast();
    const file: KeyFile = {
      format: KEY_FILE_FORMAT,
      keyId: newId(now().getTime(), randomBytes(10)),
      createdAt: now().toISOString(),
      fingerprint: keyFingerprint(key).toString('base64'),
      recoveryConfirmed: dataSet === 'sample',
      wraps: [wrap],
      pendingRecovery: null,
    };
    await writeFirst(dataSet, file);
    return keyState({ state: 'open', file, key });
  }

  async function issueNow(): Promise<IssuedRecoveryKey> {
    const { file, key } = await openReal();
    const recoveryKey = randomBytes(RECOVERY_KEY_RANDOM_BYTES);
    const pendingRecovery = wrapForRecovery(key, recoveryKey, file.keyId);
    await replace('real', { ...file, pendingRecovery });
    const groups = formatRecoveryKey(recoveryKey);
    const ask = chooseGroups(groups.length, GROUPS_TO_TYPE_BACK);
    issued = { recoveryKey, groups, ask };
    return { groups, ask };
  }

  async function confirmNow(typed: readonly string[]): Promise<void> {
    if (issued === null) {
      throw new IkuseiError('badRequest', '回復キーを、もう一度表示してください');
    }
    const { recoveryKey, groups, ask } = issued;
    const matches =
      typed.length === ask.length &&
      ask.every((group, index) => foldRecoveryGroup(typed[index] ?? '') === groups[group]);
    if (!matches) throw new IkuseiError('recoveryKeyWrong', '打ち込んだ組が、表示と違います');
    const { file, key } = await openReal();
    // The paper must open what is on the disk now, not what was meant to be written.
    const pending = file.pendingRecovery;
    const opened = pending === null ? null : unwrapWithRecovery(pending, recoveryKey, file.keyId);
    if (opened === null || !opened.equals(key)) {
      issued = null;
      throw new IkuseiError('keyFileDamaged', '回復キーを、もう一度表示してください');
    }
    await replace('real', withPendingConfirmed(file));
    issued = null;
  }

  async function recoverNow(typed: string): Promise<KeyState> {
    const recoveryKey = parseRecoveryKey(typed);
    if (recoveryKey === null) {
      throw new IkuseiError('recoveryKeyWrong', '文字が足りないか、打ち間違いがあります');
    }
    const file = await read('real');
    if (file === null) throw new IkuseiError('keyMissing', `場所: ${paths.realKey}`);
    const confirmed = recoveryWrapOf(file);
    const pending = file.pendingRecovery;
    const byConfirmed =
      confirmed === undefined ? null : unwrapWithRecovery(confirmed, recoveryKey, file.keyId);
    const byPending =
      pending === null ? null : unwrapWithRecovery(pending, recoveryKey, file.keyId);
    const key = byConfirmed ?? byPending;
    if (key === null)
      throw new IkuseiError('recoveryKeyWrong', 'このデータの回復キーではありません');
    const recovered: KeyFile = {
      ...withAccountWrap(
        byConfirmed === null ? withPendingConfirmed(file) : file,
        await osGuard.wrap(key),
      ),
      // The authenticated wrap is the better witness if the two disagree.
      fingerprint: keyFingerprint(key).toString('base64'),
    };
    await replace('real', recovered);
    return keyState({ state: 'open', file: recovered, key });
  }

  async function openableKeyId(): Promise<string | null> {
    try {
      const opened = await openNow('real');
      return opened.state === 'open' ? opened.file.keyId : null;
    } catch {
      return null;
    }
  }

  async function presentKeyId(): Promise<string | null> {
    try {
      return (await read('real'))?.keyId ?? null;
    } catch {
      return null;
    }
  }

  return {
    open: (dataSet) => inTurn(async () => keyState(await openNow(dataSet))),
    create: (dataSet) => inTurn(() => createNow(dataSet)),
    issueRecoveryKey: () => inTurn(issueNow),
    confirmRecoveryKey: (typed) => inTurn(() => confirmNow(typed)),
    recover: (typed) => inTurn(() => recoverNow(typed)),
    isGuardedByOs: () => osGuard.isAvailable(),
    openableKeyId: () => inTurn(openableKeyId),
    presentKeyId: () => inTurn(presentKeyId),
  };
}
