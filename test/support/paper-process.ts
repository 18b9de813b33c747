import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { PdfProcess } from '../../electron/main/pdf/paper-worker';
import { forkPaperProcess } from './fork-paper-process';
import { makePaperFolders } from './paper-folders';

const root = resolve(import.meta.dirname, '../..');

export type PaperProcesses = { fork: () => PdfProcess; dispose: () => void };

/** Real processes that set papers, built from the present sources as the product's are. */
export async function buildPaperProcesses(): Promise<PaperProcesses> {
  // Below the project, so that the native compiler is found in its packages.
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out/paper-process-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      rolldownOptions: {
        input: {
          'typst-process': join(root, 'electron/main/pdf/typst-process.ts'),
          'parent-port': join(root, 'test/host/parent-port.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const folders = makePaperFolders();
  const started = new Set<ChildProcess>();
  return {
    fork: () => {
      const { child, process } = forkPaperProcess({
        entry: join(folder, 'typst-process.mjs'),
        parentPort: join(folder, 'parent-port.mjs'),
        args: [`--templates=${folders.templates}`, `--fonts=${folders.fonts}`],
      });
      started.add(child);
      child.once('exit', () => started.delete(child));
      return process;
    },
    dispose: () => {
      for (const child of started) child.kill();
      folders.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
