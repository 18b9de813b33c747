import { IkuseiError } from '../../../shared/domain/errors';
import type { MissingPlace } from '../../../shared/print/missing-character';
import type { PrintModel } from '../../../shared/print/print-model';
import type { CompiledDocument } from './compile-document';
import { type Outcome, type PaperWorker, type PdfProcess, watchPaperProcess } from './paper-worker';

export type PdfService = {
  /**
   * Papers are begun in the order in which they were asked for. A cancelled one that
   * waits is never begun; one that is being set is left to its process and thrown away.
   *
   * @throws IkuseiError pdfFailed, pdfTimeout, pdfCancelled
   */
  makePdf: (model: PrintModel, options?: { signal?: AbortSignal }) => Promise<CompiledDocument>;
  /** Which characters of a paper would be lacking; in turn with the papers. */
  checkCharacters: (model: PrintModel) => Promise<MissingPlace[]>;
  /** Starts a process now, so that the first paper does not wait for it. */
  warmUp: () => void;
  dispose: () => void;
};

type Job = {
  model: PrintModel;
  charactersOnly: boolean;
  cancelled: () => boolean;
  attempts: number;
  finish: (outcome: Outcome) => void;
};

const ATTEMPTS = 2;

/** A process more than the first, idle for so long, gives its memory back. */
const IDLE_MILLISECONDS = 20_000;

/**
 * Owns the processes that set papers, started when first needed and as many as there are
 * papers waiting, up to a number. A process that dies or takes longer than the time is
 * replaced, and its paper tried once more.
 */
export function createPdfService(options: {
  fork: () => PdfProcess;
  timeoutMilliseconds: number;
  /** At most so many processes at once. */
  processes: number;
}): PdfService {
  const waiting: Job[] = [];
  const workers = new Set<PaperWorker>();
  const idle: PaperWorker[] = [];
  let rest: NodeJS.Timeout | undefined;
  let disposed = false;
  let lastId = 0;

  function start(): PaperWorker {
    const worker = watchPaperProcess(options.fork(), {
      timeoutMilliseconds: options.timeoutMilliseconds,
      onEnd: () => {
        workers.delete(worker);
        const place = idle.indexOf(worker);
        if (place >= 0) idle.splice(place, 1);
      },
    });
    workers.add(worker);
    return worker;
  }

  function freeWorker(): PaperWorker | null {
    const free = idle.pop();
    if (free !== undefined) return free;
    return workers.size < options.processes ? start() : null;
  }

  function goOn(): void {
    clearTimeout(rest);
    while (!disposed && waiting[0] !== undefined) {
      let worker: PaperWorker | null;
      try {
        worker = freeWorker();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        waiting.shift()?.finish({ kind: 'refused', error: reason });
        continue;
      }
      if (worker === null) return;
      const job = waiting.shift();
      if (job !== undefined) void run(worker, job);
    }
    if (workers.size > 1) rest = setTimeout(letRest, IDLE_MILLISECONDS).unref();
  }

  async function run(worker: PaperWorker, job: Job): Promise<void> {
    lastId += 1;
    job.attempts += 1;
    const outcome = await worker.ask({
      id: lastId,
      model: job.model,
      charactersOnly: job.charactersOnly,
    });
    if (workers.has(worker)) idle.push(worker);
    const lost = outcome.kind === 'timeout' || outcome.kind === 'gone';
    if (lost && job.attempts < ATTEMPTS && !job.cancelled() && !disposed) waiting.unshift(job);
    else job.finish(outcome);
    goOn();
  }

  function letRest(): void {
    while (workers.size > 1 && idle.length > 0) idle[0]?.end();
  }

  function make(
    model: PrintModel,
    {
      signal,
      charactersOnly = false,
    }: { signal?: AbortSignal | undefined; charactersOnly?: boolean },
  ): Promise<CompiledDocument> {
    const paper = `様式「${model.kind === 'recovery-key' ? '回復キー' : model.title}」`;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        const place = waiting.indexOf(job);
        if (place >= 0) waiting.splice(place, 1);
        reject(new IkuseiError('pdfCancelled', paper));
      };
      const job: Job = {
        model,
        charactersOnly,
        cancelled: () => signal?.aborted ?? false,
        attempts: 0,
        finish: (outcome) => {
          signal?.removeEventListener('abort', cancel);
          if (outcome.kind === 'made') resolve(outcome.document);
          else reject(failure(outcome, paper));
        },
      };
      if (signal?.aborted) cancel();
      else if (disposed) job.finish({ kind: 'gone' });
      else {
        signal?.addEventListener('abort', cancel, { once: true });
        waiting.push(job);
        goOn();
      }
    });
  }

  return {
    makePdf: (model, { signal } = {}) => make(model, { signal }),
    checkCharacters: async (model) => (await make(model, { charactersOnly: true })).missing,
    warmUp: () => {
      if (!disposed && workers.size === 0) idle.push(start());
    },
    dispose: () => {
      disposed = true;
      clearTimeout(rest);
      for (const job of waiting.splice(0)) job.finish({ kind: 'gone' });
      for (const worker of [...workers]) worker.end();
    },
  };
}

function failure(outcome: Exclude<Outcome, { kind: 'made' }>, paper: string): IkuseiError {
  if (outcome.kind === 'timeout') return new IkuseiError('pdfTimeout', paper);
  const reason = outcome.kind === 'refused' ? outcome.error : '組版の処理が途中で終わりました';
  return new IkuseiError('pdfFailed', `${paper}：${reason}`);
}
