import { basename } from 'node:path';
import { IkuseiError } from '../../../../shared/domain/errors';
import type { MainHandlers } from '../../../../shared/ipc/contract';
import type { PrintModel } from '../../../../shared/print/print-model';
import { type OutputFolder, openOutputFolder } from '../../files/output-folder';
import type { PdfService } from '../../pdf/pdf-service';
import type { WriteFile } from '../../profile/store-files';
import { type SettingsStore, withLastFolder } from '../../settings-store';
import { startFolder } from './start-folder';

export type BulkHandlerPorts = {
  /** The folder the person chose, or null when she cancels. */
  showFolder: (startsAt: string) => Promise<string | null>;
  pdf: Pick<PdfService, 'makePdf' | 'checkCharacters'>;
  settings: SettingsStore;
  writeFile: WriteFile;
  /** Empty when it worked, else the system's reason. */
  openPath: (path: string) => Promise<string>;
  documentsFolder: () => string;
  newGrant: () => string;
  /** Another version may set the same paper otherwise. */
  appVersion: string;
};

/** Writes many papers into a folder that the person has chosen, and into no other. */
export function createBulkHandlers(ports: BulkHandlerPorts): MainHandlers['bulk'] {
  const granted = new Map<string, { path: string; folder: OutputFolder }>();

  function folderOf(grant: string): { path: string; folder: OutputFolder } {
    const found = granted.get(grant);
    if (found === undefined) throw new IkuseiError('badRequest', '保存先のフォルダの指定');
    return found;
  }

  return {
    async chooseFolder() {
      const path = await ports.showFolder(await startFolder('bulk-pdf', ports));
      if (path === null) return null;
      const grant = ports.newGrant();
      granted.set(grant, { path, folder: await openOutputFolder(path, 'pdf', ports.writeFile) });
      await ports.settings
        .update((settings) => withLastFolder(settings, 'bulk-pdf', path))
        .catch(() => undefined);
      return { grant, name: basename(path), path };
    },
    checkCharacters: (model) => ports.pdf.checkCharacters(model),
    async savePdf({ grant, owner, place, model, missingAllowed }) {
      const { folder } = folderOf(grant);
      const contents = `${ports.appVersion}\n${contentsOf(model)}`;
      const found = await folder.find(owner, place, contents);
      if (found !== null) return { outcome: 'unchanged', ...found };
      const { bytes, missing } = await ports.pdf.makePdf(model);
      if (missing.length > 0 && !missingAllowed) return { outcome: 'missing' };
      return { outcome: 'written', ...(await folder.write(owner, place, { contents, bytes })) };
    },
    async openFolder(grant) {
      const { path } = folderOf(grant);
      const reason = await ports.openPath(path);
      if (reason !== '') throw new IkuseiError('openFailed', `フォルダ「${path}」（${reason}）`);
      return undefined;
    },
  };
}

/** What a paper says, whenever it is printed. */
function contentsOf(model: PrintModel): string {
  return JSON.stringify(model, (key, value: unknown) => (key === 'printedAt' ? undefined : value));
}
