import * as z from 'zod';
import { missingPlaceSchema, pdfStandardSchema } from '../../../shared/print/missing-character';
import { printModelSchema } from '../../../shared/print/print-model';

/** What main asks the Typst process. */
export const pdfRequestSchema = z.object({
  id: z.int(),
  model: printModelSchema,
  /** Nothing is set: only the characters are looked up, and the bytes stay empty. */
  charactersOnly: z.boolean(),
});
export type PdfRequest = z.infer<typeof pdfRequestSchema>;

/** What the Typst process answers. `error` is Typst's own English, for the log. */
export const pdfResponseSchema = z.discriminatedUnion('ok', [
  z.object({
    id: z.int(),
    ok: z.literal(true),
    bytes: z.instanceof(Uint8Array),
    standard: pdfStandardSchema,
    missing: z.array(missingPlaceSchema),
  }),
  z.object({ id: z.int(), ok: z.literal(false), error: z.string() }),
]);
export type PdfResponse = z.infer<typeof pdfResponseSchema>;
