import type { Sentinel, StoreState } from '../../shared/domain/store/meta';

/** How long commits are gathered before main is told. The sentinel may lag, never lead. */
const GATHER_MILLISECONDS = 500;

/**
 * Passes the newest committed state to main's sentinel file, one write at a time. A
 * failed write is no loss: the sentinel only lags, and the next commit tries again.
 */
export function createSentinelWriter(
  write: (sentinel: Sentinel) => Promise<unknown>,
  now: () => string,
): { committed: (state: StoreState) => void; flush: () => Promise<void> } {
  let pending: StoreState | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> = Promise.resolve();

  function send(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running = running.then(async () => {
      if (pending === null) return;
      const { datasetId, schemaVersion, generation, counts } = pending;
      pending = null;
      await write({ datasetId, schemaVersion, generation, counts, savedAt: now() }).catch(() => {});
    });
    return running;
  }

  return {
    committed(state) {
      pending = state;
      timer ??= setTimeout(send, GATHER_MILLISECONDS);
    },
    flush: send,
  };
}
