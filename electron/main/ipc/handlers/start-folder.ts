import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Purpose } from '../../../../shared/ipc/contract';
import type { SettingsStore } from '../../settings-store';

/** A share that does not answer within this time counts as gone, in milliseconds. */
const FOLDER_PATIENCE = 1500;

/** Where a dialog begins: the folder of the last time, while it is there. */
export async function startFolder(
  purpose: Purpose,
  ports: { settings: Pick<SettingsStore, 'read'>; documentsFolder: () => string },
): Promise<string> {
  const remembered = (await ports.settings.read()).lastFolders[purpose];
  if (remembered !== undefined && (await isFolder(remembered))) return remembered;
  return ports.documentsFolder();
}

async function isFolder(path: string): Promise<boolean> {
  const answer = stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return Promise.race([answer, sleep(FOLDER_PATIENCE, false, { ref: false })]);
}
