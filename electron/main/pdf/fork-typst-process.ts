import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { paperFolderArguments } from './paper-folder-arguments';
import type { PdfProcess } from './paper-worker';

/** Starts the paper process, built as a bundle of its own beside main. */
export function forkTypstProcess(): PdfProcess {
  const folder = import.meta.dirname;
  return utilityProcess.fork(join(folder, 'typst-process.js'), paperFolderArguments(folder), {
    serviceName: 'ikusei-note-paper',
  });
}
