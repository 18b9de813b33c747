import * as z from 'zod';
import { fiscalYearStart } from '../period/fiscal-year';
import { idSchema, longTextSchema, recordBase } from '../record/record';

export const ojtStates = ['draft', 'open', 'closed'] as const;
export type OjtState = (typeof ojtStates)[number];

export const ojtMonthSchema = z.looseObject({
  /** `2026-04`. */
  month: z.string().regex(/^\d{4}-\d{2}$/u),
  aim: longTextSchema,
  personReflection: longTextSchema,
  trainerReflection: longTextSchema,
});
export type OjtMonth = z.infer<typeof ojtMonthSchema>;

/** 職場研修(OJT)計画 of one person and one year, with her 教育担当者. */
export const ojtPlanSchema = z.looseObject({
  ...recordBase,
  staffId: idSchema,
  trainerId: idSchema,
  fiscalYear: z.int(),
  state: z.enum(ojtStates),
  months: z.array(ojtMonthSchema).max(24),
  /** Taken out of the list; the row stays, so that it can come back. */
  removed: z.boolean(),
});
export type OjtPlan = z.infer<typeof ojtPlanSchema>;

/** The twelve months of a year, empty; 新採用職員の一年目 begins in April like everybody's. */
export function monthsOf(fiscalYear: number): OjtMonth[] {
  const first = Number(fiscalYearStart(fiscalYear).slice(5, 7));
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((first - 1 + index) % 12) + 1;
    const year = fiscalYear + (month < first ? 1 : 0);
    return {
      month: `${year}-${String(month).padStart(2, '0')}`,
      aim: '',
      personReflection: '',
      trainerReflection: '',
    };
  });
}
