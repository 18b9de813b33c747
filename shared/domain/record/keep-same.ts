/**
 * `next`, with every part that says the same as in `previous` replaced by that part itself,
 * so that what was drawn from it need not be drawn again. Looks into plain objects and
 * arrays; anything else is the same only when it is identical.
 */
export function keepSame<Value>(previous: unknown, next: Value): Value {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const kept = next.map((item, index) => keepSame(previous[index], item));
    const same =
      previous.length === next.length && kept.every((item, at) => Object.is(item, previous[at]));
    return (same ? previous : kept) as Value;
  }
  if (isPlain(previous) && isPlain(next)) {
    const keys = Object.keys(next);
    const kept = Object.fromEntries(keys.map((key) => [key, keepSame(previous[key], next[key])]));
    const same =
      keys.length === Object.keys(previous).length &&
      keys.every((key) => key in previous && Object.is(kept[key], previous[key]));
    return (same ? previous : kept) as Value;
  }
  return next;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
