/**
 * Tells the person who started the application from a terminal of a fault of ours. Rows,
 * names and texts never come here; an error's own message is a program's, not a person's.
 */
export function reportFault(fault: unknown): void {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  process.stderr.write(`${text}\n`);
}
