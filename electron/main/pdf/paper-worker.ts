import type { PrintModel } from '../../../shared/print/print-model';
import type { CompiledDocument } from './compile-document';
import { type PdfRequest, pdfResponseSchema } from './pdf-messages';

/** The part of Electron's `UtilityProcess` that the service uses. */
export type PdfProcess = {
  postMessage: (message: PdfRequest) => void;
  kill: () => boolean;
  on: {
    (event: 'message', listener: (message: unknown) => void): unknown;
    (event: 'exit', listener: (code: number) => void): unknown;
    (event: 'error', listener: (type: 'FatalError') => void): unknown;
  };
};

export type Outcome =
  | { kind: 'made'; document: CompiledDocument }
  | { kind: 'refused'; error: string }
  | { kind: 'timeout' }
  | { kind: 'gone' };

/** One process that sets papers, one at a time. */
export type PaperWorker = {
  /** Never rejects; after `timeout` and `gone` the worker is of no more use. */
  ask: (request: PdfRequest) => Promise<Outcome>;
  /** Kills the process; what it was asked for ends as `gone`. */
  end: () => void;
};

/**
 * Watches over a process that sets papers: an answer, a death or the end of the time
 * settles what it was asked for, whichever comes first.
 *
 * @param onEnd is called once, when the worker is of no more use
 */
export function watchPaperProcess(
  process: PdfProcess,
  { timeoutMilliseconds, onEnd }: { timeoutMilliseconds: number; onEnd: () => void },
): PaperWorker {
  let asked: { id: number; settle: (outcome: Outcome) => void } | null = null;
  let ended = false;

  function settle(outcome: Outcome): void {
    const answered = asked;
    asked = null;
    answered?.settle(outcome);
  }

  function end(outcome: Outcome): void {
    if (ended) return;
    ended = true;
    onEnd();
    settle(outcome);
  }

  process.on('exit', () => end({ kind: 'gone' }));
  process.on('error', () => end({ kind: 'gone' }));
  process.on('message', (message) => {
    const parsed = pdfResponseSchema.safeParse(message);
    if (!parsed.success || parsed.data.id !== asked?.id) return;
    if (parsed.data.ok) {
      const { id: _, ok: __, ...document } = parsed.data;
      settle({ kind: 'made', document });
    } else {
      settle({ kind: 'refused', error: parsed.data.error });
    }
  });

  return {
    ask: (request) => {
      const { id, model } = request;
      if (ended) return Promise.resolve({ kind: 'gone' });
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          end({ kind: 'timeout' });
          process.kill();
        }, timeoutMilliseconds * sheetsOf(model));
        asked = {
          id,
          settle: (outcome) => {
            clearTimeout(timer);
            resolve(outcome);
          },
        };
        try {
          process.postMessage(request);
        } catch {
          end({ kind: 'gone' });
        }
      });
    },
    end: () => {
      if (ended) return;
      end({ kind: 'gone' });
      process.kill();
    },
  };
}

/** A file of many sheets may take as many times as long. */
function sheetsOf(model: PrintModel): number {
  return model.kind === 'evaluation-sheets' ? model.sheets.length : 1;
}
