/**
 * Reads every text once: a table of thousands says 市長 or R8.4.1 in most of its rows. Made for
 * one reading, so that nothing is kept after it.
 */
export function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as Value;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
