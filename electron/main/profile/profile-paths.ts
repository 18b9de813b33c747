import { join, posix, win32 } from 'node:path';

/** The operating systems the paths differ for; anything else follows Linux. */
export type Platform = 'win32' | 'darwin' | 'linux' | (string & {});

/** What kind of drive a folder is on, when the caller could find out (`findDriveKind`). */
export type DriveKind = 'local' | 'network' | 'unknown';

/** Every place below the user data folder that main reads or writes. */
export type ProfilePaths = {
  userData: string;
  /** The browser's own folder, given to Electron as `sessionData`. */
  profile: string;
  indexedDb: string;
  /** The browser's folder in a refused start, so that it cannot touch the real one. */
  safeMode: string;
  keys: string;
  realKey: string;
  sampleKey: string;
  store: string;
  sentinel: string;
  profileRecord: string;
  damageReport: string;
  coldCopies: string;
  quarantine: string;
  exports: string;
  restoreRequest: string;
  restoring: string;
};

/** @param profile the browser's folder, where a host cannot use `<userData>/profile` */
export function profilePaths(userData: string, profile = join(userData, 'profile')): ProfilePaths {
  const keys = join(userData, 'keys');
  const store = join(userData, 'store');
  return {
    userData,
    profile,
    indexedDb: join(profile, 'IndexedDB'),
    safeMode: join(userData, 'safe-mode'),
    keys,
    realKey: join(keys, 'real.json'),
    sampleKey: join(keys, 'sample.json'),
    store,
    sentinel: join(store, 'sentinel.json'),
    profileRecord: join(store, 'profile.json'),
    damageReport: join(store, 'damage-report.json'),
    coldCopies: join(store, 'cold-copies'),
    quarantine: join(store, 'quarantine'),
    exports: join(store, 'exports'),
    restoreRequest: join(store, 'restore-request.json'),
    restoring: join(store, 'restoring'),
  };
}

export type UserDataQuestion = {
  platform: Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  isPackaged: boolean;
};

/**
 * Where the application keeps everything on this PC. On Windows never the roaming
 * folder, which an office may keep on a server (robust.md B4). `IKUSEI_USER_DATA` moves
 * it for tests and development only: a packaged application ignores it.
 *
 * @throws RangeError when `IKUSEI_USER_DATA` is not absolute, because a test that missed
 * its folder would write into a person's
 */
export function userDataFolder({ platform, env, home, isPackaged }: UserDataQuestion): string {
  const paths = platform === 'win32' ? win32 : posix;
  const override = env['IKUSEI_USER_DATA'];
  if (!isPackaged && override !== undefined && override !== '') {
    if (!paths.isAbsolute(override)) throw new RangeError('IKUSEI_USER_DATA must be absolute');
    return paths.normalize(override);
  }
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    const base = local === undefined || local === '' ? paths.join(home, 'AppData', 'Local') : local;
    return paths.join(base, 'IkuseiNote', 'ikusei-note');
  }
  if (platform === 'darwin') {
    return paths.join(home, 'Library', 'Application Support', 'ikusei-note');
  }
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification says that a relative path there is to be ignored.
  const usable = xdg !== undefined && paths.isAbsolute(xdg);
  return paths.join(usable ? xdg : paths.join(home, '.local', 'share'), 'ikusei-note');
}

/**
 * Whether a folder is on another machine. A path alone shows that only for UNC names; a
 * mapped drive looks like a local one, so the kind of the drive is asked for as well.
 */
export function isNetworkPath(path: string, platform: Platform, driveKind: DriveKind): boolean {
  if (driveKind === 'network') return true;
  if (platform !== 'win32') return false;
  const unified = path.replaceAll('/', '\\').toUpperCase();
  const device = /^\\\\[?.]\\/u.exec(unified);
  if (device !== null) {
    const rest = unified.slice(device[0].length);
    return /^(?:GLOBALROOT\\DEVICE\\MUP\\|UNC\\)/u.test(rest);
  }
  return unified.startsWith('\\\\');
}
