import { setTimeout as sleep } from 'node:timers/promises';

/** Waits between renames, in milliseconds: virus scanners let go within seconds. */
const renameDelays = [20, 50, 100, 200, 400, 800, 1500, 2000, 2400, 2500] as const;

/** What a rename answers while another program has the file open. */
export const busyCodes: readonly string[] = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'];

/**
 * Renames a file or a folder, and tries for about ten seconds while another program holds
 * it. Every other failure is thrown at once.
 *
 * @param delay waits between attempts
 */
export async function renamePatiently(
  rename: (from: string, to: string) => Promise<void>,
  from: string,
  to: string,
  delay: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<void> {
  for (const milliseconds of renameDelays) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      await delay(milliseconds);
    }
  }
  await rename(from, to);
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && busyCodes.includes(error.code);
}
