import * as z from 'zod';

/** Where in a print model a text stands: property names and indexes from the outside in. */
export const paperPathSchema = z.array(z.union([z.string(), z.int().min(0)])).max(12);
export type PaperPath = z.infer<typeof paperPathSchema>;

/** A character of a text that cannot be printed as typed. */
export const missingCharacterSchema = z.object({
  /** As typed, with its variation selector where it has one. */
  character: z.string(),
  /** `U+845B` or `U+845B U+E0101`. */
  codePoint: z.string(),
});
export type MissingCharacter = z.infer<typeof missingCharacterSchema>;

/** A missing character in one text of a model, and how often it stands there. */
export const missingPlaceSchema = missingCharacterSchema.extend({
  path: paperPathSchema,
  count: z.int().min(1),
});
export type MissingPlace = z.infer<typeof missingPlaceSchema>;

/** PDF/A-2a, or PDF/A-2b when the text holds 外字, which level a does not allow. */
export const pdfStandardSchema = z.enum(['a-2a', 'a-2b']);
export type PdfStandard = z.infer<typeof pdfStandardSchema>;
