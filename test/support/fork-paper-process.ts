import { type ChildProcess, fork } from 'node:child_process';
import type { PdfProcess } from '../../electron/main/pdf/paper-worker';

/**
 * Forks a built paper process under Node, as the Chromium host does.
 *
 * @param parentPort the built `test/host/parent-port.ts`
 */
export function forkPaperProcess(files: { entry: string; parentPort: string; args?: string[] }): {
  child: ChildProcess;
  process: PdfProcess;
} {
  const child = fork(files.entry, files.args ?? [], {
    execArgv: ['--import', files.parentPort],
    serialization: 'advanced',
    stdio: 'ignore',
  });
  const process: PdfProcess = {
    postMessage: (message) => void child.send(message),
    kill: () => child.kill(),
    // Electron's `error` has no equal in Node, whose process exits.
    on: (event: string, listener: (...values: never[]) => void) =>
      event === 'error' ? child : child.on(event, listener as () => void),
  };
  return { child, process };
}
