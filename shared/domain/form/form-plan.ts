import * as z from 'zod';
import { idSchema, lineSchema, recordBase, slugSchema } from '../record/record';
import { disclosedColumnsSchema, formSchema } from './form';

const { title, formNumber, scale, sectionTitles, steps, goalCount, scoring } = formSchema.shape;

/** The sections that an office may leave out of a form, and that share its score. */
export const scoredSections = ['goals', 'ability', 'conduct'] as const;
export type ScoredSection = (typeof scoredSections)[number];

/** What carries 「初期値」 until 職員課 has changed it or said that it holds. */
export const initialValues = [
  'formNumber',
  'goalCount',
  'weights',
  'scale',
  'thresholds',
  'adjustments',
] as const;
export type InitialValue = (typeof initialValues)[number];

/**
 * 職員課's draft of the forms of a period: one for each framework and group of positions.
 * Handing out makes a `Form` of it for every position; changing the plan afterwards does
 * not change what was handed out.
 */
export const formPlanSchema = z.looseObject({
  ...recordBase,
  periodId: idSchema,
  /** Its place among the plans of the period. */
  order: z.int(),
  name: lineSchema,
  frameworkId: slugSchema,
  positionIds: z.array(slugSchema),
  title,
  formNumber,
  scale,
  sectionTitles,
  /** Whether a section is in the form at all. */
  sections: z.object({ goals: z.boolean(), ability: z.boolean(), conduct: z.boolean() }),
  steps,
  goalCount,
  scoring,
  disclosedColumns: disclosedColumnsSchema,
  /** The values that 職員課 has changed or confirmed; all others are 「初期値」. */
  reviewed: z.array(z.enum(initialValues)),
});
export type FormPlan = z.infer<typeof formPlanSchema>;

/** What a form takes over from its plan. */
export type FormSettings = Pick<
  FormPlan,
  | 'title'
  | 'formNumber'
  | 'scale'
  | 'sectionTitles'
  | 'sections'
  | 'steps'
  | 'goalCount'
  | 'scoring'
>;

/** The plans that hold for a position; exactly one where nothing is wrong. */
export function plansFor<Plan extends Pick<FormPlan, 'frameworkId' | 'positionIds'>>(
  plans: readonly Plan[],
  person: { frameworkId: string | null; positionId: string | null },
): Plan[] {
  return plans.filter(
    ({ frameworkId, positionIds }) =>
      frameworkId === person.frameworkId &&
      person.positionId !== null &&
      positionIds.includes(person.positionId),
  );
}

/** The plan of a person; null where there is none, or more than one. */
export function planFor(
  plans: readonly FormPlan[],
  person: { frameworkId: string | null; positionId: string | null },
): FormPlan | null {
  const [plan, ...more] = plansFor(plans, person);
  return plan === undefined || more.length > 0 ? null : plan;
}
