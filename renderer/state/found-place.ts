import * as z from 'zod';

/** Where a hit stands, handed on to the page that shows it. */
const foundPlaceSchema = z.object({
  words: z.array(z.string()),
  partId: z.string().nullable(),
  /** It stands in the goal's log, which is closed otherwise. */
  inLog: z.boolean(),
});
export type FoundPlace = z.infer<typeof foundPlaceSchema>;

const stateSchema = z.object({ found: foundPlaceSchema });

/** The state of a link that leads to a hit; a sheet opens at its part. */
export function stateOfFound(found: FoundPlace) {
  const place =
    found.partId === null ? undefined : { partId: found.partId, section: 'goals', index: 0 };
  return { found, ...(place === undefined ? {} : { place }) };
}

/** What a page was opened for; null when it was not opened from a hit. */
export function foundIn(state: unknown): FoundPlace | null {
  const parsed = stateSchema.safeParse(state);
  return parsed.success ? parsed.data.found : null;
}
