import { chmod, mkdir } from 'node:fs/promises';
import type { ErrorName } from '../../../shared/domain/errors';
import type { ColdCopies } from './cold-copies';
import { checkPlace, checkProfile } from './profile-guard';
import type { DriveKind, Platform, ProfilePaths } from './profile-paths';
import type { CopyRestorer } from './restore-copy';
import type { SentinelFile } from './sentinel-file';
import { asIkuseiError, PRIVATE_FOLDER } from './store-files';

export type PreparedProfile = {
  /** Set when this start must not open the store; goes to the page as it is. */
  refusal: { name: ErrorName; detail: string } | null;
  /** What Electron gets as `sessionData`: in a refused start a folder without the store. */
  sessionData: string;
  /** Japanese; what could not be done and did not stop the start. */
  warnings: string[];
};

/**
 * Everything between the lock of the single instance and the first touch of the browser:
 * is the place local, is the profile not newer, finish a restore, is the sentinel
 * readable, take the cold copy. Never throws.
 */
export async function prepareProfile(options: {
  paths: ProfilePaths;
  platform: Platform;
  driveKind: DriveKind;
  electronMajor: number;
  coldCopies: Pick<ColdCopies, 'take'>;
  restorer: Pick<CopyRestorer, 'apply'>;
  sentinel: Pick<SentinelFile, 'read'>;
}): Promise<PreparedProfile> {
  const { paths, platform, driveKind, electronMajor, coldCopies, restorer, sentinel } = options;
  const warnings: string[] = [];
  try {
    checkPlace(paths.userData, platform, driveKind);
    for (const folder of [paths.userData, paths.keys, paths.store]) {
      await mkdir(folder, PRIVATE_FOLDER);
    }
    for (const folder of [paths.keys, paths.store]) await chmod(folder, PRIVATE_FOLDER.mode);
    await checkProfile({ paths, electronMajor });
    const { warning } = await restorer.apply();
    if (warning !== null) warnings.push(warning);
    await sentinel.read();
    const copy = await coldCopies.take();
    if (copy.warning !== null) warnings.push(copy.warning);
  } catch (error) {
    const refusal = asIkuseiError(
      error,
      'storeUnavailable',
      `データの置き場所を使えません: ${paths.userData}`,
    );
    return {
      refusal: { name: refusal.errorName, detail: refusal.detail },
      sessionData: paths.safeMode,
      warnings,
    };
  }
  return { refusal: null, sessionData: paths.profile, warnings };
}
