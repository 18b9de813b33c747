import type { Framework } from './framework';

/** The name of every item of these frameworks by its id; an item stands in several. */
export function itemNames(frameworks: readonly Framework[]): ReadonlyMap<string, string> {
  return new Map(
    frameworks.flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)),
  );
}

/**
 * The ids that a name has in all frameworks.
 *
 * @param keyOf levels names that mean the same
 */
export function itemIdsByName(
  frameworks: readonly Framework[],
  keyOf: (name: string) => string = (name) => name,
): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, name } of frameworks.flatMap(({ items }) => items)) {
    const key = keyOf(name);
    found.set(key, [...new Set([...(found.get(key) ?? []), id])]);
  }
  return found;
}
