import type { DataSet } from '../../shared/domain/store/meta';

/** Rows that could not be read in this run, by table and id; shown once, never deleted. */
const damaged: Record<DataSet, readonly string[]> = { real: [], sample: [] };
const listeners = new Set<() => void>();

export function reportDamagedRow(dataSet: DataSet, table: string, id: string): void {
  const name = `${table}/${id}`;
  if (damaged[dataSet].includes(name)) return;
  damaged[dataSet] = [...damaged[dataSet], name];
  for (const listener of listeners) listener();
}

/** The same array as long as nothing was added. */
export function damagedRows(dataSet: DataSet): readonly string[] {
  return damaged[dataSet];
}

/** @returns the unsubscribe */
export function onDamagedRows(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
