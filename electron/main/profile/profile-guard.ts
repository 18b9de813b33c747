import * as z from 'zod';
import { IkuseiError } from '../../../shared/domain/errors';
import { readCopyFolders } from './copy-record';
import { type DriveKind, isNetworkPath, type Platform, type ProfilePaths } from './profile-paths';
import {
  asIkuseiError,
  type FileSystem,
  fileSystem,
  fileTimestamp,
  freePath,
  jsonBytes,
  PRIVATE_FOLDER,
  readJson,
  type WriteFile,
} from './store-files';

const profileRecordSchema = z.looseObject({
  lastElectronMajor: z.int().min(0),
  lastAppVersion: z.string(),
});

/** @throws IkuseiError networkProfile; nothing may be written there before this */
export function checkPlace(userData: string, platform: Platform, driveKind: DriveKind): void {
  if (isNetworkPath(userData, platform, driveKind)) {
    throw new IkuseiError('networkProfile', `場所: ${userData}`);
  }
}

/**
 * The newest Electron that is known to have opened this profile; null on a new PC. When
 * the record is damaged, the good copies still say which Electron they were taken under.
 */
async function newestElectron(files: FileSystem, paths: ProfilePaths): Promise<number | null> {
  const read = await readJson(files, paths.profileRecord, profileRecordSchema);
  if (read.state === 'read') return read.value.lastElectronMajor;
  const { records } = await readCopyFolders(files, paths.coldCopies);
  const majors = records
    .filter(({ state }) => state === 'good')
    .map(({ electronMajor }) => electronMajor);
  return majors.length === 0 ? null : Math.max(...majors);
}

/**
 * To be called before the browser touches the profile: an older Electron deletes what a
 * newer one wrote (robust.md B3).
 *
 * @throws IkuseiError profileNewer, or storeUnavailable when it cannot be told
 */
export async function checkProfile(options: {
  paths: ProfilePaths;
  electronMajor: number;
  files?: FileSystem;
}): Promise<void> {
  const { paths, electronMajor, files = fileSystem } = options;
  let newest: number | null;
  try {
    newest = await newestElectron(files, paths);
  } catch (error) {
    throw asIkuseiError(error, 'storeUnavailable', `読めません: ${paths.store}`);
  }
  if (newest !== null && newest > electronMajor) {
    throw new IkuseiError(
      'profileNewer',
      `前に使われた版の土台: Electron ${newest}、この版: Electron ${electronMajor}`,
    );
  }
}

/**
 * To be called once the guards have passed and before the browser touches the profile: a
 * newer Electron that changes the store and then crashes must have left its trace. A
 * record that cannot be read goes to quarantine.
 */
export async function recordProfile(options: {
  paths: ProfilePaths;
  electronMajor: number;
  appVersion: string;
  writeFile: WriteFile;
  now: () => Date;
  files?: FileSystem;
}): Promise<void> {
  const { paths, electronMajor, appVersion, writeFile, now, files = fileSystem } = options;
  const read = await readJson(files, paths.profileRecord, profileRecordSchema);
  if (read.state === 'damaged') {
    await files.mkdir(paths.quarantine, PRIVATE_FOLDER);
    const name = `profile-${fileTimestamp(now())}`;
    await files.rename(paths.profileRecord, await freePath(files, paths.quarantine, name, '.json'));
  }
  const known = read.state === 'read' ? read.value : undefined;
  const isSame = known?.lastElectronMajor === electronMajor && known.lastAppVersion === appVersion;
  if (isSame) return;
  const record = { ...known, lastElectronMajor: electronMajor, lastAppVersion: appVersion };
  await writeFile(paths.profileRecord, jsonBytes(record));
}
