import { IkuseiError } from '../../../shared/domain/errors';
import type { PrintModel } from '../../../shared/print/print-model';
import { createInTurn } from '../profile/in-turn';
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

export type PdfService = {
  /** @throws IkuseiError pdfFailed, pdfTimeout */
  makePdf: (model: PrintModel) => Promise<CompiledDocument>;
  /** Starts the process now, so that the first paper does not wait for it. */
  warmUp: () => void;
  dispose: () => void;
};

type Outcome =
  | { kind: 'made'; document: CompiledDocument }
  | { kind: 'refused'; error: string }
  | { kind: 'timeout' }
  | { kind: 'gone' };

type Running = { process: PdfProcess; settle: ((outcome: Outcome) => void) | null; id: number };

const ATTEMPTS = 2;

/**
 * Owns the process that sets papers: one paper at a time, started when first needed. A
 * process that dies or takes longer than the time is replaced, and the paper tried once
 * more.
 */
export function createPdfService(options: {
  fork: () => PdfProcess;
  timeoutMilliseconds: number;
}): PdfService {
  const inTurn = createInTurn();
  let running: Running | null = null;
  let disposed = false;
  let lastId = 0;

  function start(): Running {
    if (running !== null) return running;
    const started: Running = { process: options.fork(), settle: null, id: 0 };
    running = started;
    started.process.on('message', (message) => receive(started, message));
    started.process.on('exit', () => end(started, { kind: 'gone' }));
    started.process.on('error', () => end(started, { kind: 'gone' }));
    return started;
  }

  function receive(from: Running, message: unknown): void {
    const parsed = pdfResponseSchema.safeParse(message);
    if (!parsed.success || parsed.data.id !== from.id) return;
    const { settle } = from;
    from.settle = null;
    if (parsed.data.ok) {
      const { bytes, standard, missing } = parsed.data;
      settle?.({ kind: 'made', document: { bytes, standard, missing } });
    } else {
      settle?.({ kind: 'refused', error: parsed.data.error });
    }
  }

  function end(ended: Running, outcome: Outcome): void {
    if (running === ended) running = null;
    const { settle } = ended;
    ended.settle = null;
    settle?.(outcome);
  }

  async function attempt(model: PrintModel): Promise<Outcome> {
    let current: Running;
    try {
      current = start();
    } catch (error) {
      return { kind: 'refused', error: error instanceof Error ? error.message : String(error) };
    }
    lastId += 1;
    current.id = lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        end(current, { kind: 'timeout' });
        current.process.kill();
      }, options.timeoutMilliseconds);
      current.settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      current.process.postMessage({ id: current.id, model });
    });
  }

  async function make(model: PrintModel): Promise<CompiledDocument> {
    let outcome: Outcome = { kind: 'gone' };
    for (let count = 0; count < ATTEMPTS && !disposed; count += 1) {
      outcome = await attempt(model);
      if (outcome.kind === 'made') return outcome.document;
      if (outcome.kind === 'refused') break;
    }
    const paper = `様式「${model.kind === 'evaluation-sheet' ? model.title : '回復キー'}」`;
    if (outcome.kind === 'timeout') throw new IkuseiError('pdfTimeout', paper);
    const reason = outcome.kind === 'refused' ? outcome.error : '組版の処理が途中で終わりました';
    throw new IkuseiError('pdfFailed', `${paper}：${reason}`);
  }

  return {
    makePdf: (model) => inTurn(() => make(model)),
    warmUp: () => {
      if (!disposed) start();
    },
    dispose: () => {
      disposed = true;
      const last = running;
      if (last === null) return;
      end(last, { kind: 'gone' });
      last.process.kill();
    },
  };
}
