import { mkdir } from 'node:fs/promises';
import { IkuseiError } from '../../../../shared/domain/errors';
import type { MainHandlers } from '../../../../shared/ipc/contract';
import { createInTurn } from '../../profile/in-turn';
import {
  asIkuseiError,
  fileSystem,
  fileTimestamp,
  freePath,
  PRIVATE_FOLDER,
  type WriteFile,
} from '../../profile/store-files';

/** Keeps what a migration starts from. Every export gets a file of its own, for good. */
export function createExportHandlers(options: {
  folder: string;
  writeFile: WriteFile;
  now: () => Date;
}): MainHandlers['exports'] {
  const { folder, writeFile, now } = options;
  const inTurn = createInTurn();

  return {
    saveBeforeMigration: ({ datasetId, fromSchema, toSchema, sealed }) =>
      inTurn(async () => {
        const bytes = Buffer.from(sealed, 'base64');
        // Node decodes what it can and drops the rest; a migration must not rest on that.
        if (bytes.length === 0 || bytes.toString('base64') !== sealed) {
          throw new IkuseiError('badRequest', '移行前の書き出しが、途中で切れています');
        }
        const versions = `${fromSchema}-to-${toSchema}`;
        const name = `before-migration-${versions}-${datasetId}-${fileTimestamp(now())}`;
        try {
          await mkdir(folder, PRIVATE_FOLDER);
          await writeFile(await freePath(fileSystem, folder, name, '.sealed'), bytes);
        } catch (error) {
          throw asIkuseiError(error, 'writeFailed', `移行前の書き出し: ${folder}`);
        }
        return undefined;
      }),
  };
}
