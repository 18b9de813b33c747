import { statfs } from 'node:fs/promises';

/**
 * Bytes an ordinary user can still write where `path` is; null when it cannot be told.
 * `path` must exist.
 */
export async function freeBytes(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}
