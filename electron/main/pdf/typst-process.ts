import { join } from 'node:path';
import * as z from 'zod';
import { createDocumentCompiler } from './compile-document';
import { type PdfResponse, pdfRequestSchema } from './pdf-messages';

/**
 * The entry of the process that sets papers: a fault of the native compiler ends this
 * process and not the application. `--templates=` and `--fonts=` replace the folders
 * beside the bundle.
 */
function folderOf(name: 'templates' | 'fonts'): string {
  const option = `--${name}=`;
  const given = process.argv.find((argument) => argument.startsWith(option));
  return given === undefined ? join(import.meta.dirname, name) : given.slice(option.length);
}

const compiler = createDocumentCompiler({
  templates: folderOf('templates'),
  fonts: folderOf('fonts'),
});

function answer(message: unknown): PdfResponse | null {
  const addressed = z.object({ id: z.int() }).safeParse(message);
  if (!addressed.success) return null;
  const { id } = addressed.data;
  try {
    const { model, charactersOnly } = pdfRequestSchema.parse(message);
    return { id, ok: true, ...(charactersOnly ? compiler.check(model) : compiler.compile(model)) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

process.parentPort.on('message', (event) => {
  const response = answer(event.data);
  if (response === null) return;
  process.parentPort.postMessage(response);
  // Once the paper has left: whoever waits for it need not wait for this.
  setImmediate(() => compiler.forgetOld());
});
