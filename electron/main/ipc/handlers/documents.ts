import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { IkuseiError } from '../../../../shared/domain/errors';
import { safeFileName } from '../../../../shared/domain/text/safe-file-name';
import { certificateTypeOf } from '../../../../shared/domain/training/certificate';
import {
  MAX_PREVIEW_BYTES,
  type MainHandlers,
  type PrintOutcome,
  type Purpose,
  type SavedFile,
} from '../../../../shared/ipc/contract';
import { writeFileAtomically } from '../../files/atomic-write';
import type { PdfService } from '../../pdf/pdf-service';
import { type SettingsStore, withLastFolder } from '../../settings-store';
import type { SavedKind } from '../../windows/dialogs';
import { startFolder } from './start-folder';

export type DocumentHandlerPorts = {
  dialog: {
    /** The path the person chose, or null when she cancels. */
    showSave: (asked: {
      path: string;
      kind: SavedKind;
      purpose: Purpose;
    }) => Promise<string | null>;
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

/** Makes papers, writes them where the person says, and opens what this run wrote. */
export function createDocumentHandlers(ports: DocumentHandlerPorts): MainHandlers['documents'] {
  const written = new Map<string, string>();

  /** Null when the person cancels. */
  async function askAndWrite(wanted: {
    purpose: Purpose;
    suggestedName: string;
    kind: SavedKind;
    bytes: Uint8Array;
  }): Promise<SavedFile | null> {
    const { purpose, kind } = wanted;
    const name = `${safeFileName(wanted.suggestedName)}.${kind}`;
    const proposed = join(await startFolder(purpose, ports), name);
    const chosen = await ports.dialog.showSave({ path: proposed, kind, purpose });
    if (chosen === null) return null;
    const path = await withExtension(chosen, kind);
    await writeFileAtomically(path, wanted.bytes);
    const handle = ports.newHandle();
    written.set(handle, path);
    // The file is on the disk; a folder that is not remembered must not undo that.
    await ports.settings
      .update((settings) => withLastFolder(settings, purpose, dirname(path)))
      .catch(() => undefined);
    return { handle, fileName: basename(path), folder: dirname(path) };
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
      const file = await askAndWrite({ purpose, suggestedName, kind: 'pdf', bytes });
      return file === null
        ? { outcome: 'cancelled' }
        : { outcome: 'saved', file, standard, missing };
    },
    saveTable: async ({ purpose, kind, suggestedName, bytes: encoded }) => {
      const bytes = Buffer.from(encoded, 'base64');
      const file = await askAndWrite({ purpose, suggestedName, kind, bytes });
      return file === null ? { outcome: 'cancelled' } : { outcome: 'saved', file };
    },
    saveCertificate: async ({ kind, suggestedName, bytes: encoded }) => {
      const bytes = Buffer.from(encoded, 'base64');
      // Nothing goes out under a name that it does not bear in its bytes.
      if (certificateTypeOf(bytes) !== kind) throw new IkuseiError('badRequest', '修了証の種類');
      const file = await askAndWrite({ purpose: 'training', suggestedName, kind, bytes });
      return file === null ? { outcome: 'cancelled' } : { outcome: 'saved', file };
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
async function withExtension(chosen: string, kind: SavedKind): Promise<string> {
  if (extname(chosen).toLowerCase() === `.${kind}`) return chosen;
  let path = `${chosen}.${kind}`;
  for (let number = 2; await exists(path); number += 1) path = `${chosen} (${number}).${kind}`;
  return path;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
