import type { Store } from './store';

type Writes = { begun: number; running: number; ended: Set<() => void> };

const writes = new WeakMap<Store, Writes>();

function writesOf(store: Store): Writes {
  const known = writes.get(store);
  if (known !== undefined) return known;
  const none: Writes = { begun: 0, running: 0, ended: new Set() };
  writes.set(store, none);
  return none;
}

/**
 * A number that stays the same as long as nothing is written; null while something is.
 * What was read under a mark is as stored while the mark is the same.
 */
export function writeMark(store: Store): number | null {
  const { begun, running } = writesOf(store);
  return running === 0 ? begun : null;
}

/** To be told of a write before it begins. @returns to be called when it has ended */
export function markWrite(store: Store): () => void {
  const own = writesOf(store);
  own.begun += 1;
  own.running += 1;
  return () => {
    own.running -= 1;
    for (const tell of own.ended) tell();
  };
}

/** Calls `tell` after every write. @returns to stop it */
export function onWritten(store: Store, tell: () => void): () => void {
  const { ended } = writesOf(store);
  ended.add(tell);
  return () => void ended.delete(tell);
}

/** What a write has changed on disk: the ids per table, also of rows that are gone. */
export type WrittenRows = {
  rows: ReadonlyMap<string, ReadonlySet<string>>;
  generation: number;
};

const rowListeners = new WeakMap<Store, Set<(written: WrittenRows) => void>>();

/** Calls `tell` with every change as soon as it is on disk. @returns to stop it */
export function onRowsWritten(store: Store, tell: (written: WrittenRows) => void): () => void {
  const listeners = rowListeners.get(store) ?? new Set();
  rowListeners.set(store, listeners);
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export function tellRowsWritten(store: Store, written: WrittenRows): void {
  for (const tell of rowListeners.get(store) ?? []) tell(written);
}
