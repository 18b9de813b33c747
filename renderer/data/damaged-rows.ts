/** Rows that could not be read in this run, by table and id; shown once, never deleted. */
const damaged = new Set<string>();
const listeners = new Set<() => void>();
let snapshot: readonly string[] = [];

export function reportDamagedRow(table: string, id: string): void {
  const name = `${table}/${id}`;
  if (damaged.has(name)) return;
  damaged.add(name);
  snapshot = [...damaged];
  for (const listener of listeners) listener();
}

export function damagedRows(): readonly string[] {
  return snapshot;
}

/** @returns the unsubscribe */
export function onDamagedRows(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
