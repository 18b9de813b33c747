/**
 * The one before or after `current`; the first when there is no current one. Null at
 * either end: a key held down must not run round and begin again.
 */
export function neighbour<Item>(
  order: readonly Item[],
  current: Item | null,
  step: 1 | -1,
): Item | null {
  const at = current === null ? -1 : order.indexOf(current);
  if (at === -1) return order[0] ?? null;
  return order[at + step] ?? null;
}
