import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { PdfProcess } from './pdf-service';

/** Starts the paper process, built as a bundle of its own beside main. */
export function forkTypstProcess(): PdfProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'typst-process.js'), [], {
    serviceName: 'ikusei-note-paper',
  });
}
