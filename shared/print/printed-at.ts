import * as z from 'zod';
import { formatWarekiDateTime } from '../domain/period/wareki';
import { lineSchema } from '../domain/record/record';

/**
 * The output time of a paper. It is data, like everything else on it: the same model
 * gives the same bytes, whenever and wherever it is set.
 */
export const printedAtSchema = z.object({
  /** Local time as `2026-11-22T14:05`: the date of the document. */
  local: z.iso.datetime({ local: true, precision: -1 }).refine((local) => !local.endsWith('Z')),
  /** The same as printed: `令和8年11月22日 14:05`. */
  text: lineSchema,
});
export type PrintedAt = z.infer<typeof printedAtSchema>;

/** @param local time as `2026-11-22T14:05` */
export function printedAtOf(local: string): PrintedAt {
  return { local, text: formatWarekiDateTime(local) };
}
