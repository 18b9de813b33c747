import * as z from 'zod';
import { lineSchema, recordBase } from '../record/record';

/** A calendar day as `2026-04-01`. Never a `Date`: a day has no time zone. */
export const plainDateSchema = z.iso.date();
export type PlainDate = z.infer<typeof plainDateSchema>;

/** 評価期間. `fiscalYear` is the year in which its April lies. */
export const periodSchema = z.looseObject({
  ...recordBase,
  name: lineSchema,
  kind: z.enum(['annual']),
  fiscalYear: z.int().min(1989).max(2200),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
});
export type Period = z.infer<typeof periodSchema>;
