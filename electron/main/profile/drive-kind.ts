import { realpath, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DriveKind, isNetworkPath, type Platform } from './profile-paths';

/** Linux `statfs` types of file systems that live on another machine. */
const networkFileSystems = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x5346414f, // AFS
  0x00c36400, // Ceph
]);

/** The nearest folder of `path` that exists already, or null. */
async function nearestExisting(path: string): Promise<string | null> {
  for (let current = path; ; current = dirname(current)) {
    try {
      return await realpath(current);
    } catch {
      if (dirname(current) === current) return null;
    }
  }
}

/**
 * Finds out whether a folder, which need not exist yet, is on this PC. On Windows the
 * real path of a mapped drive is its UNC name; on Linux the kernel names the file system.
 */
export async function findDriveKind(path: string, platform: Platform): Promise<DriveKind> {
  const existing = await nearestExisting(path);
  if (existing === null) return 'unknown';
  if (platform === 'win32')
    return isNetworkPath(existing, platform, 'unknown') ? 'network' : 'local';
  if (platform !== 'linux') return 'unknown';
  try {
    // `statfs.type` is signed on some builds, so its low 32 bits are compared.
    const { type } = await statfs(existing);
    return networkFileSystems.has(type >>> 0) ? 'network' : 'local';
  } catch {
    return 'unknown';
  }
}
