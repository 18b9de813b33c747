import { IkuseiError } from '../../../shared/domain/errors';
import { type Sentinel, sentinelSchema } from '../../../shared/domain/store/meta';
import {
  asIkuseiError,
  type FileSystem,
  fileSystem,
  jsonBytes,
  readJson,
  type WriteFile,
} from './store-files';

export type SentinelFile = {
  /**
   * Null when this PC never had a real store. A sentinel that cannot be read is a stop
   * (`storeDamaged`), because without it an emptied store looks like a new one.
   */
  read(): Promise<Sentinel | null>;
  /**
   * Resolves once this sentinel, or a newer one of the same store, is on the disk. A
   * lower generation is left out: messages may overtake each other, the store never goes
   * back. Another store's sentinel is refused (`badRequest`).
   */
  write(sentinel: Sentinel): Promise<void>;
  /** Resolves when nothing is left to write, whether it could be written or not. */
  flush(): Promise<void>;
};

type Write = { sentinel: Sentinel; done: Promise<void> };

/** The file through which main notices that the store lost something (robust.md B1). */
export function createSentinelFile(options: {
  path: string;
  writeFile: WriteFile;
  files?: FileSystem;
}): SentinelFile {
  const { path, writeFile, files = fileSystem } = options;
  let onDisk: Sentinel | null = null;
  let firstRead: Promise<void> | null = null;
  let inFlight: Write | null = null;
  let waiting: Write | null = null;

  async function read(): Promise<Sentinel | null> {
    let result: Awaited<ReturnType<typeof readJson<typeof sentinelSchema>>>;
    try {
      result = await readJson(files, path, sentinelSchema);
    } catch (error) {
      throw asIkuseiError(error, 'storeUnavailable', `見張りファイルを読めません: ${path}`);
    }
    if (result.state === 'damaged') {
      throw new IkuseiError('storeDamaged', `見張りファイルの中身が壊れています: ${path}`);
    }
    return result.state === 'read' ? result.value : null;
  }

  async function readOnce(): Promise<void> {
    firstRead ??= read().then((sentinel) => {
      onDisk = sentinel;
    });
    try {
      await firstRead;
    } catch (error) {
      firstRead = null;
      throw error;
    }
  }

  function enqueue(sentinel: Sentinel): Promise<void> {
    if (waiting !== null) {
      waiting.sentinel = sentinel;
      return waiting.done;
    }
    const before = inFlight?.done.catch(() => undefined) ?? Promise.resolve();
    const entry: Write = { sentinel, done: before };
    entry.done = before.then(async () => {
      waiting = null;
      inFlight = entry;
      try {
        await writeFile(path, jsonBytes(entry.sentinel));
        onDisk = entry.sentinel;
      } finally {
        inFlight = null;
      }
    });
    waiting = entry;
    return entry.done;
  }

  async function write(sentinel: Sentinel): Promise<void> {
    await readOnce();
    const newestWrite = waiting ?? inFlight;
    const newest = newestWrite?.sentinel ?? onDisk;
    if (newest !== null && newest.datasetId !== sentinel.datasetId) {
      throw new IkuseiError('badRequest', 'このPCの見張りファイルは、別のデータのものです');
    }
    if (newest !== null && sentinel.generation < newest.generation) {
      await newestWrite?.done;
      return;
    }
    await enqueue(sentinel);
  }

  async function flush(): Promise<void> {
    for (let last = waiting ?? inFlight; last !== null; last = waiting ?? inFlight) {
      await last.done.catch(() => undefined);
    }
  }

  return { read, write, flush };
}
