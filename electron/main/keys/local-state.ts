import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Platform } from '../profile/profile-paths';

const localStateSchema = z.looseObject({
  os_crypt: z.looseObject({ encrypted_key: z.string().min(1) }),
});

const POLL_MILLISECONDS = 100;
/** Chromium writes the file at most ten seconds after its first change. */
const LIMIT_MILLISECONDS = 15_000;

/**
 * On Windows `safeStorage` seals under a key that Chromium keeps in `Local State`, and
 * that file comes seconds after a first start. A key file that is on the disk before it
 * would, after a kill in between, be locked for ever. Resolves when it is there, or after
 * 15 seconds: then a recovery key still has to be confirmed.
 *
 * @param sessionData the browser's folder
 */
export async function untilAccountKeyIsKept(
  platform: Platform,
  sessionData: string,
  { read = readFile, delay = sleep }: LocalStatePort = {},
): Promise<void> {
  if (platform !== 'win32') return;
  const path = join(sessionData, 'Local State');
  for (let waited = 0; waited < LIMIT_MILLISECONDS; waited += POLL_MILLISECONDS) {
    if (await holdsAccountKey(path, read)) return;
    await delay(POLL_MILLISECONDS);
  }
}

export type LocalStatePort = {
  read?: (path: string, encoding: 'utf8') => Promise<string>;
  /** Waits between two looks at the file. */
  delay?: (milliseconds: number) => Promise<unknown>;
};

/** False too while the file is being replaced or cannot be read. */
async function holdsAccountKey(
  path: string,
  read: NonNullable<LocalStatePort['read']>,
): Promise<boolean> {
  try {
    return localStateSchema.safeParse(JSON.parse(await read(path, 'utf8'))).success;
  } catch {
    return false;
  }
}
