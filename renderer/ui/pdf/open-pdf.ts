import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { Size } from './zoom';

/** A PDF that can be drawn; `sizes` are its pages', in points. */
export type OpenPdf = { pdf: PDFDocumentProxy; sizes: readonly Size[] };

let worker: PDFWorker | null = null;

/** One worker for all papers: starting it costs more than reading a paper. */
function sharedWorker(): PDFWorker {
  worker ??= PDFWorker.create({
    port: new Worker(workerUrl, { type: 'module' }),
    verbosity: VerbosityLevel.ERRORS,
  });
  return worker;
}

/** Reads a PDF that carries its own fonts. The bytes are handed over and gone afterwards. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await getDocument({
    data: bytes,
    worker: sharedWorker(),
    // The page's policy allows neither, and our papers need neither.
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_none, index) => index + 1);
  const sizes = await Promise.all(
    numbers.map(async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    }),
  );
  return { pdf, sizes };
}

/** Frees what the worker and the page hold of it. */
export async function closePdf({ pdf }: OpenPdf): Promise<void> {
  await pdf.loadingTask.destroy();
}
