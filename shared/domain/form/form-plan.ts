import * as z from 'zod';
import { idSchema, lineSchema, recordBase, slugSchema } from '../record/record';
import { disclosedColumnsSchema, formSchema } from './form';

const { title, formNumber, scale, sectionTitles, steps, goalCount, scoring } = formSchema.shape;

/**
 * 職員課's draft of the forms of a period: one for each framework and group of positions.
 * Handing out makes a `Form` of it for every position; changing the plan afterwards does
 * not change what was handed out.
 */
export const formPlanSchema = z.looseObject({
  ...recordBase,
  periodId: idSchema,
  name: lineSchema,
  frameworkId: slugSchema,
  positionIds: z.array(slugSchema),
  title,
  formNumber,
  scale,
  sectionTitles,
  steps,
  goalCount,
  scoring,
  disclosedColumns: disclosedColumnsSchema,
});
export type FormPlan = z.infer<typeof formPlanSchema>;
