import type { Framework } from '../framework/framework';
import type { Period } from '../period/period';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { defaultFormSettings } from './default-form';
import type { FormPlan, ScoredSection } from './form-plan';
import { scoredSections } from './form-plan';

type Group = { name: string; positionIds: string[] };

/** 係長職 and below, 管理職 (課長 and above), and the variants of a step (役職定年者). */
function groupsOf({ name, positions }: Framework): Group[] {
  if (positions.length < 4) return [{ name, positionIds: positions.map(({ id }) => id) }];
  const variants = positions.filter(({ variantOf }) => variantOf !== null);
  const rungs = positions.filter(({ variantOf }) => variantOf === null);
  // 係長職 is the lowest of those who manage; it goes with the others below 課長.
  const chief = Math.min(...rungs.filter(({ manager }) => manager).map(({ rank }) => rank));
  const idsOf = (some: Framework['positions']) => some.map(({ id }) => id);
  return [
    { name: '係長職以下', positionIds: idsOf(rungs.filter(({ rank }) => rank <= chief)) },
    { name: '管理職', positionIds: idsOf(rungs.filter(({ rank }) => rank > chief)) },
    ...variants.map((variant) => ({ name: variant.name, positionIds: [variant.id] })),
  ].filter(({ positionIds }) => positionIds.length > 0);
}

/** Weights for a form without one of its sections: the others share in their proportion. */
function weightsFor(sections: FormPlan['sections']): Record<ScoredSection, number> {
  const { sectionWeights } = defaultFormSettings.scoring;
  const kept = scoredSections.filter((section) => sections[section]);
  const sum = kept.reduce((total, section) => total + sectionWeights[section], 0);
  const share = (section: ScoredSection) =>
    sections[section] ? (sectionWeights[section] * 100) / sum : 0;
  return { goals: share('goals'), ability: share('ability'), conduct: share('conduct') };
}

/** 「初期値」: a plan for every framework and group of positions, numbered in their order. */
export function defaultFormPlans(made: {
  frameworks: readonly Framework[];
  period: Pick<Period, 'id'>;
  newId: () => Id;
  now: Instant;
  by: Id;
}): FormPlan[] {
  const groups = made.frameworks.flatMap((framework) =>
    groupsOf(framework).map((group) => ({ framework, group })),
  );
  return groups.map(({ framework, group }, index) => {
    const has = (kind: 'ability' | 'conduct') => framework.items.some((one) => one.kind === kind);
    const sections = { goals: true, ability: has('ability'), conduct: has('conduct') };
    return {
      id: made.newId(),
      schemaVersion: SCHEMA_VERSION,
      updatedAt: made.now,
      updatedBy: made.by,
      periodId: made.period.id,
      ...defaultFormSettings,
      order: index + 1,
      name: group.name,
      frameworkId: framework.id,
      positionIds: group.positionIds,
      formNumber: `様式第${index + 1}号`,
      sections,
      scoring: { ...defaultFormSettings.scoring, sectionWeights: weightsFor(sections) },
      disclosedColumns: { first: true, second: true },
      reviewed: [],
    };
  });
}
