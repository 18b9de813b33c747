import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ErrorName, IkuseiError } from '../../../shared/domain/errors';
import { busyCodes, renamePatiently } from './rename-patiently';

/** The few calls the writer makes, so that tests can let each of them fail. */
export type AtomicWriteFileSystem = {
  open: (
    path: string,
    flags: 'wx' | 'r',
  ) => Promise<{
    writeFile: (bytes: Uint8Array) => Promise<void>;
    sync: () => Promise<void>;
    close: () => Promise<void>;
  }>;
  readFile: (path: string) => Promise<Uint8Array>;
  rename: (from: string, to: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
};

export type AtomicWriteOptions = {
  fs?: AtomicWriteFileSystem;
  /** Waits between attempts to rename. */
  delay?: (milliseconds: number) => Promise<unknown>;
};

const nodeFileSystem: AtomicWriteFileSystem = {
  open,
  readFile,
  rename,
  remove: (path) => rm(path, { force: true }),
};

const refusedCodes = ['EACCES', 'EPERM', 'EROFS'];
const fullCodes = ['ENOSPC', 'EDQUOT'];
const vanishedCodes = [
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'ENETUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'ENOTCONN',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
];

/** The system's short name of a failure, e.g. `ENOSPC`; empty when it has none. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return '';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type Step = 'open' | 'write' | 'rename' | 'verify';

function errorNameOf(step: Step, code: string): ErrorName {
  if (fullCodes.includes(code)) return 'diskFull';
  if (vanishedCodes.includes(code)) return 'folderVanished';
  if (step === 'open' && refusedCodes.includes(code)) return 'folderNotWritable';
  if (step === 'rename' && busyCodes.includes(code)) return 'targetBusy';
  return 'writeFailed';
}

function placeOf(name: ErrorName, path: string, code: string): string {
  const folder = `フォルダ「${dirname(path)}」`;
  const file = `ファイル「${basename(path)}」`;
  const reason = code === '' ? '' : `（${code}）`;
  if (name === 'folderNotWritable' || name === 'folderVanished') return `${folder}${reason}`;
  return `${folder}の${file}${reason}`;
}

/**
 * Writes a file whole or not at all (the old one stays until the new one is on the disk):
 * temporary file in the same folder, fsync, rename, read back. The temporary name says
 * nothing about the content, because a crash may leave it lying on a share.
 *
 * @throws IkuseiError folderNotWritable, diskFull, targetBusy, folderVanished, writeFailed
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  { fs = nodeFileSystem, delay = sleep }: AtomicWriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.ikusei-${randomUUID()}.part`);
  const expected = sha256(bytes);
  let step: Step = 'open';
  try {
    const file = await fs.open(temporary, 'wx');
    step = 'write';
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    // A disk that wrote something else must not cost the old file.
    if (sha256(await fs.readFile(temporary)) !== expected) throw new Error('read back differs');
    step = 'rename';
    await renamePatiently(fs.rename, temporary, path, delay);
    await syncFolder(dirname(path), fs);
    step = 'verify';
    if (sha256(await fs.readFile(path)) !== expected) throw new Error('read back differs');
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined);
    const code = codeOf(error);
    const name = errorNameOf(step, code);
    throw new IkuseiError(name, placeOf(name, path, code));
  }
}

/** The new name must survive a power cut; Windows and some shares cannot sync a folder. */
async function syncFolder(folder: string, fs: AtomicWriteFileSystem): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}
