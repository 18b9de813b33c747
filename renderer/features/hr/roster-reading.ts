import { type ErrorName, IkuseiError } from '../../../shared/domain/errors';
import { type KnownRoster, type ReadRosterFile, refuseTooLarge } from './read-roster-file';

export type RosterRequest = { name: string; bytes: Uint8Array; known: KnownRoster };

export type RosterAnswer =
  | { state: 'read'; file: ReadRosterFile }
  | { state: 'refused'; errorName: ErrorName; detail: string };

/**
 * Reads a roster file in a thread of its own, which ends with the reading.
 *
 * @returns null when it was given up
 * @throws IkuseiError `rosterNotRead`
 */
export async function startReading(
  file: File,
  known: KnownRoster,
  signal: AbortSignal,
): Promise<ReadRosterFile | null> {
  refuseTooLarge(file.name, file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (signal.aborted) return null;
  const worker = new Worker(new URL('./roster-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await answerOf(worker, { name: file.name, bytes, known }, signal);
    if (answer === null) return null;
    if (answer.state === 'refused') throw new IkuseiError(answer.errorName, answer.detail);
    return answer.file;
  } finally {
    worker.terminate();
  }
}

function answerOf(
  worker: Worker,
  request: RosterRequest,
  signal: AbortSignal,
): Promise<RosterAnswer | null> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<RosterAnswer>) => resolve(data));
    worker.addEventListener('error', () => reject(new IkuseiError('unexpected')));
    signal.addEventListener('abort', () => resolve(null));
    worker.postMessage(request);
  });
}
