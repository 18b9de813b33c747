import { IkuseiError } from '../../shared/domain/errors';
import type { Store } from './store';
import type { IndexProgress, SearchPerson, TextAnswer, TextQuery } from './text-engine';
import type { FromSearchWorker, SearchQuestion, ToSearchWorker } from './text-search-messages';
import type { Timeline } from './timeline-queries';
import { onRowsWritten } from './write-mark';

type Waiting = { resolve: (answer: unknown) => void; reject: (error: IkuseiError) => void };

/** The page's side of a store's search worker. */
type SearchClient = {
  ask: (question: SearchQuestion) => Promise<unknown>;
  progress: () => IndexProgress | null;
  onProgress: (listener: () => void) => () => void;
};

const clients = new WeakMap<Store, SearchClient>();
const running = new Set<SearchClient>();
const FLUSH_MILLISECONDS = 1_000;

/** Starts the search of a store, which makes its index in the background. Once is enough. */
export function startTextSearch(store: Store): void {
  clientOf(store);
}

/** What this PC's person may read and find, the latest day first. */
export async function searchTexts(store: Store, query: TextQuery): Promise<TextAnswer> {
  return (await clientOf(store).ask({ ask: 'search', query })) as TextAnswer;
}

/** Those about whom she may find something. */
export async function listSearchPeople(store: Store): Promise<SearchPerson[]> {
  return (await clientOf(store).ask({ ask: 'people' })) as SearchPerson[];
}

/** What I may read of one person over the years. */
export async function readTimeline(
  store: Store,
  staffId: string,
  { confidential }: { confidential: boolean },
): Promise<Timeline> {
  return (await clientOf(store).ask({ ask: 'timeline', staffId, confidential })) as Timeline;
}

/** How far the index has come; null before it has begun. */
export function indexProgress(store: Store): IndexProgress | null {
  return clients.get(store)?.progress() ?? null;
}

/** @returns to stop it */
export function onIndexProgress(store: Store, listener: () => void): () => void {
  return clientOf(store).onProgress(listener);
}

/**
 * Before the window closes: what the stored index does not know would be read again at the
 * next start. Closing does not wait for it any longer than this.
 */
export async function flushTextSearch(): Promise<void> {
  const flushed = [...running].map((client) => client.ask({ ask: 'flush' }).catch(() => null));
  const enough = new Promise((resolve) => setTimeout(resolve, FLUSH_MILLISECONDS));
  await Promise.race([Promise.all(flushed), enough]);
}

function clientOf(store: Store): SearchClient {
  const known = clients.get(store);
  if (known !== undefined) return known;
  const made = startWorker(store);
  clients.set(store, made);
  running.add(made);
  return made;
}

function startWorker(store: Store): SearchClient {
  const worker = new Worker(new URL('./text-search-worker.ts', import.meta.url), {
    type: 'module',
  });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<() => void>();
  let progress: IndexProgress | null = null;
  let lastNumber = 0;
  let broken: IkuseiError | null = null;
  const send = (message: ToSearchWorker) => worker.postMessage(message);

  worker.addEventListener('message', ({ data }: MessageEvent<FromSearchWorker>) => {
    if (data.say === 'progress') {
      progress = data.progress;
      for (const listener of listeners) listener();
    } else if (data.say === 'answer') {
      waiting.get(data.number)?.resolve(data.answer);
      waiting.delete(data.number);
    } else if (data.number !== null) {
      waiting.get(data.number)?.reject(new IkuseiError(data.errorName));
      waiting.delete(data.number);
    } else giveUp(new IkuseiError(data.errorName));
  });
  worker.addEventListener('error', () => giveUp(new IkuseiError('unexpected')));
  /** An index that has missed something would answer wrongly: it answers no more. */
  function giveUp(error: IkuseiError) {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    for (const listener of listeners) listener();
  }
  send({ say: 'open', dataSet: store.dataSet, key: store.key });
  onRowsWritten(store, (written) => send({ say: 'written', written }));
  return {
    async ask(question) {
      if (broken !== null) throw broken;
      lastNumber += 1;
      const number = lastNumber;
      send({ say: 'question', number, question });
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
    },
    progress: () => (broken === null ? progress : null),
    onProgress(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
