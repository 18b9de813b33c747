import type { Framework } from '../framework/framework';
import { scoringFaults } from '../scoring/scoring-faults';
import { type FormPlan, plansFor, type ScoredSection, scoredSections } from './form-plan';

/** The places of a plan's editor, in its order. */
export const planPlaces = [
  'names',
  'positions',
  'steps',
  'sections',
  'goalCount',
  'scale',
  'thresholds',
] as const;
export type PlanPlace = (typeof planPlaces)[number];

/** What is wrong with the plans of a period; `planId` is null where a plan is lacking. */
export type FormPlanFault = { planId: string | null; place: PlanPlace; words: string };

/** What keeps the plans from being handed out: a warning in a draft. Empty when nothing does. */
export function formPlanFaults(
  plans: readonly FormPlan[],
  frameworks: readonly Framework[],
): FormPlanFault[] {
  return [
    ...coverageFaults(plans, frameworks),
    ...plans.filter(isUsed).flatMap((plan) => faultsOfPlan(plan, frameworks)),
  ];
}

/** A plan without positions is laid aside: nobody gets its form. */
function isUsed({ positionIds }: FormPlan): boolean {
  return positionIds.length > 0;
}

function coverageFaults(
  plans: readonly FormPlan[],
  frameworks: readonly Framework[],
): FormPlanFault[] {
  return frameworks.flatMap((framework) =>
    framework.positions.flatMap((position): FormPlanFault[] => {
      const [first, second] = plansFor(plans, {
        frameworkId: framework.id,
        positionId: position.id,
      });
      if (first === undefined) {
        const words = `「${position.name}」（${framework.name}）の様式がありません。`;
        return [{ planId: null, place: 'positions', words }];
      }
      if (second === undefined) return [];
      const words = `「${position.name}」が、「${first.name}」と「${second.name}」の両方にあります。`;
      return [{ planId: second.id, place: 'positions', words }];
    }),
  );
}

const titleWords = {
  goals: '実績の見出し',
  ability: '能力の見出し',
  conduct: '意識・行動の見出し',
  development: '育成の見出し',
  overall: '総合所見の見出し',
} as const;

/** What is wrong with one plan by itself. */
export function faultsOfPlan(plan: FormPlan, frameworks: readonly Framework[]): FormPlanFault[] {
  const fault = (place: PlanPlace, words: string): FormPlanFault => ({
    planId: plan.id,
    place,
    words,
  });
  const named = { 様式の呼び名: plan.name, 様式名: plan.title, 様式番号: plan.formNumber };
  const emptyNames = [
    ...Object.entries(named).filter(([, text]) => text.trim() === ''),
    ...Object.entries(plan.sectionTitles)
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => [titleWords[key as keyof typeof titleWords]]),
  ].map(([name]) => fault('names', `${name}が空です。`));
  return [
    ...emptyNames,
    ...sectionFaults(plan, frameworks).map((words) => fault('sections', words)),
    ...goalCountFaults(plan).map((words) => fault('goalCount', words)),
    ...scaleFaults(plan).map((words) => fault('scale', words)),
    ...scoringFaults(plan.scoring, plan.scale).map(({ place, words }) => {
      const placed = { points: 'scale', thresholds: 'thresholds', sectionWeights: 'sections' };
      return fault(placed[place] as PlanPlace, words);
    }),
  ];
}

export const sectionWords: Readonly<Record<ScoredSection, string>> = {
  goals: '実績',
  ability: '能力',
  conduct: '意識・行動',
};

function sectionFaults(plan: FormPlan, frameworks: readonly Framework[]): string[] {
  const items = frameworks.find(({ id }) => id === plan.frameworkId)?.items ?? [];
  const excluded = plan.scoring.excludedItems ?? [];
  return scoredSections.flatMap((section) => {
    const weight = plan.scoring.sectionWeights[section];
    const name = sectionWords[section];
    if (!plan.sections[section]) {
      return weight === 0 ? [] : [`${name}は使わないのに、割合が ${weight}％あります。`];
    }
    const isEmpty = section !== 'goals' && items.every(({ kind }) => kind !== section);
    if (isEmpty) return [`この体系図には、${name}の項目がありません。`];
    const isUnscored =
      section !== 'goals' &&
      weight > 0 &&
      items.every((item) => item.kind !== section || excluded.includes(item.id));
    return isUnscored
      ? [`${name}は、どの項目も点数に入らないのに、割合が ${weight}％あります。`]
      : [];
  });
}

function goalCountFaults({ sections, goalCount: { least, most } }: FormPlan): string[] {
  if (!sections.goals) return [];
  if (least < 1) return ['個人目標の数を、1つ以上にします。'];
  return least > most ? ['個人目標の数の「少なくとも」が、「多くても」より多くなっています。'] : [];
}

function scaleFaults({ scale: { steps } }: FormPlan): string[] {
  const ratings = steps.map(({ rating }) => rating);
  const repeated = new Set(ratings.filter((rating, at) => ratings.indexOf(rating) !== at));
  return [
    ...[...repeated].map((rating) => `評語「${rating}」が二つあります。`),
    ...steps
      .filter(({ meaning }) => meaning.trim() === '')
      .map(({ rating }) => `評語「${rating}」の文言が空です。`),
    ...(steps.length === 5 || steps.length === 6 ? [] : ['評語の尺度は、5段階か6段階にします。']),
  ];
}
