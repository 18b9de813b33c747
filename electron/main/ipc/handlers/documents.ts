import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { IkuseiError } from '../../../../shared/domain/errors';
import { safeFileName } from '../../../../shared/domain/text/safe-file-name';
import {
  MAX_PREVIEW_BYTES,
  type MainHandlers,
  type PrintOutcome,
  type Purpose,
} from '../../../../shared/ipc/contract';
import { writeFileAtomically } from '../../files/atomic-write';
import type { PdfService } from '../../pdf/pdf-service';
import { type SettingsStore, withLastFolder } from '../../settings-store';

export type DocumentHandlerPorts = {
  dialog: {
    /** The path the person chose, or null when she cancels. */
    showSave: (defaultPath: string, purpose: Purpose) => Promise<string | null>;
  };
  pdf: Pick<PdfService, 'makePdf'>;
  settings: SettingsStore;
  shell: {
    /** Empty when it worked, else the system's reason. */
    openPath: (path: string) => Promise<string>;
    showItemInFolder: (path: string) => void;
  };
  /** The system's print dialog for the window's page. */
  printPage: (options: { landscape: boolean }) => Promise<PrintOutcome>;
  documentsFolder: () => string;
  newHandle: () => string;
};

/** A share that does not answer within this time counts as gone, in milliseconds. */
const FOLDER_PATIENCE = 1500;

/** Makes papers, writes them where the person says, and opens what this run wrote. */
export function createDocumentHandlers(ports: DocumentHandlerPorts): MainHandlers['documents'] {
  const written = new Map<string, string>();

  async function startFolder(purpose: Purpose): Promise<string> {
    const remembered = (await ports.settings.read()).lastFolders[purpose];
    if (remembered !== undefined && (await isFolder(remembered))) return remembered;
    return ports.documentsFolder();
  }

  async function pathOf(handle: string): Promise<string> {
    const path = written.get(handle);
    if (path === undefined) throw new IkuseiError('badRequest', '開くファイルの指定');
    if (!(await exists(path))) throw new IkuseiError('fileGone', `ファイル「${path}」`);
    return path;
  }

  return {
    previewPdf: async (model) => {
      const { bytes, standard, missing } = await ports.pdf.makePdf(model);
      if (bytes.length > MAX_PREVIEW_BYTES) throw new IkuseiError('paperTooLarge');
      return { pdf: Buffer.from(bytes).toString('base64'), standard, missing };
    },
    savePdf: async ({ purpose, suggestedName, model, missingAllowed }) => {
      // Before the dialog: whoever has chosen a place believes that the paper is right.
      const { bytes, standard, missing } = await ports.pdf.makePdf(model);
      if (missing.length > 0 && !missingAllowed) return { outcome: 'missing', missing };
      const proposed = join(await startFolder(purpose), `${safeFileName(suggestedName)}.pdf`);
      const chosen = await ports.dialog.showSave(proposed, purpose);
      if (chosen === null) return { outcome: 'cancelled' };
      const path = await withPdfExtension(chosen);
      await writeFileAtomically(path, bytes);
      const handle = ports.newHandle();
      written.set(handle, path);
      // The paper is on the disk; a folder that is not remembered must not undo that.
      await ports.settings
        .update((settings) => withLastFolder(settings, purpose, dirname(path)))
        .catch(() => undefined);
      const file = { handle, fileName: basename(path), folder: dirname(path) };
      return { outcome: 'saved', file, standard, missing };
    },
    print: (options) => ports.printPage(options),
    open: async (handle) => {
      const path = await pathOf(handle);
      const reason = await ports.shell.openPath(path);
      if (reason !== '') throw new IkuseiError('openFailed', `ファイル「${path}」（${reason}）`);
    },
    revealFolder: async (handle) => {
      ports.shell.showItemInFolder(await pathOf(handle));
    },
  };
}

/**
 * The dialog asked about overwriting the name as typed. Where the extension makes another
 * name of it, that one is never overwritten.
 */
async function withPdfExtension(chosen: string): Promise<string> {
  if (extname(chosen).toLowerCase() === '.pdf') return chosen;
  let path = `${chosen}.pdf`;
  for (let number = 2; await exists(path); number += 1) path = `${chosen} (${number}).pdf`;
  return path;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  const answer = stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return Promise.race([answer, sleep(FOLDER_PATIENCE, false, { ref: false })]);
}
