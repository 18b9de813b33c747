import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  testFrameworkSet,
  testId,
  testNow,
  testPeriod,
} from '../../../test/support/sheet-builders';
import { policyTables } from '../framework/policy-tables';
import { sheetParts } from '../sheet/part';
import { changeFormPlan, confirmScoring, reviewValue, scaleRowsOf } from './change-form-plan';
import { makeForm } from './default-form';
import { defaultFormPlans } from './default-form-plans';
import { formSchema } from './form';
import { type FormPlan, formPlanSchema, planFor } from './form-plan';
import { formPlanFaults } from './form-plan-faults';

const { frameworks } = policyTables;
let made = 100;
const plans = defaultFormPlans({
  frameworks,
  period: testPeriod,
  newId: () => {
    made += 1;
    return testId(made);
  },
  now: testNow,
  by: testId(1),
});

function planOf(positionId: string, frameworkId = 'taikeizu-1'): FormPlan {
  const plan = planFor(plans, { frameworkId, positionId });
  if (plan === null) throw new Error(positionId);
  return plan;
}

function faultsWith(changed: FormPlan): string[] {
  return formPlanFaults(
    plans.map((plan) => (plan.id === changed.id ? changed : plan)),
    frameworks,
  ).map(({ place, words }) => `${place}: ${words}`);
}

function formOf(plan: FormPlan, positionId = plan.positionIds[0] ?? '') {
  return makeForm({
    frameworkSet: testFrameworkSet(),
    frameworkId: plan.frameworkId,
    positionId,
    period: testPeriod,
    plan,
    id: testId(4),
    now: testNow,
    by: testId(1),
  });
}

describe('the default plans', () => {
  it('are valid, cover every position once, and have no fault', () => {
    for (const plan of plans) expect(formPlanSchema.parse(plan)).toEqual(plan);
    expect(formPlanFaults(plans, frameworks)).toEqual([]);
  });

  it('part 係長職以下, 管理職, 役職定年者, 体系図2 and 会計年度任用職員', () => {
    expect(plans.map(({ name, positionIds }) => [name, positionIds.join()])).toEqual([
      ['係長職以下', 'shuji,shunin,shusa,kakaricho'],
      ['管理職', 'kacho,jicho,bucho'],
      ['役職定年者', 'yakushoku-teinen'],
      ['体系図2（行政職給料表(2)適用職員）', 'ginou-romu,gyomu-shunin-shusa'],
      ['会計年度任用職員', 'kaikei-nendo'],
    ]);
    expect(planOf('kaikei-nendo', 'kaikei-nendo').scoring.sectionWeights).toEqual({
      goals: 100,
      ability: 0,
      conduct: 0,
    });
  });

  it('have none for somebody without a position', () => {
    expect(planFor(plans, { frameworkId: null, positionId: null })).toBeNull();
  });
});

describe('formPlanFaults', () => {
  const plan = planOf('shunin');
  const conductIds = (frameworks[0]?.items ?? []).flatMap(({ id, kind }) =>
    kind === 'conduct' ? [id] : [],
  );

  it('finds a position with two forms and one with none', () => {
    expect(faultsWith({ ...plan, positionIds: ['shuji', 'shunin', 'shusa', 'kacho'] })).toEqual([
      'positions: 「主幹・副主幹(係長職)」（体系図I）の様式がありません。',
      'positions: 「参事・課長」が、「係長職以下」と「管理職」の両方にあります。',
    ]);
  });

  it.each([
    [{ weights: { goals: 40, ability: 40, conduct: 30 } }, /sections: .*110％/u],
    [{ title: ' ' }, /names: 様式名が空です。/u],
    [{ sectionTitles: { ...plan.sectionTitles, conduct: '' } }, /意識・行動の見出しが空/u],
    [{ goalCount: { least: 4, most: 3 } }, /goalCount: .*「少なくとも」/u],
    [{ sections: { ...plan.sections, goals: false } }, /実績は使わないのに、割合が 40％/u],
    [{ excludedItems: conductIds }, /意識・行動は、どの項目も点数に入らないのに、割合が 20％/u],
    [{ scaleRows: scaleRowsOf(plan).slice(1) }, /5段階か6段階/u],
    [
      { scaleRows: scaleRowsOf(plan).map((row) => ({ ...row, points: null })) },
      /scale: 評語「S」の評点がありません/u,
    ],
    [
      { scaleRows: scaleRowsOf(plan).map((row) => ({ ...row, atLeast: 3 })) },
      /thresholds: 評語「A」の基準を/u,
    ],
    [
      { scaleRows: scaleRowsOf(plan).map((row) => ({ ...row, rating: 'B' })) },
      /評語「B」が二つあります/u,
    ],
  ])('finds what is wrong: %o', (patch, words) => {
    expect(faultsWith(changeFormPlan(plan, patch)).join('\n')).toMatch(words);
  });

  it('says nothing of a plan that is laid aside', () => {
    const aside = { ...plan, id: testId(9), positionIds: [], title: '' };
    expect(formPlanFaults([...plans, aside], frameworks)).toEqual([]);
  });

  it('lets weights pass exactly when they add up', () => {
    const whole = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(whole, whole, whole, (goals, ability, conduct) => {
        const changed = changeFormPlan(plan, { weights: { goals, ability, conduct } });
        expect(faultsWith(changed).length === 0).toBe(goals + ability + conduct === 100);
      }),
    );
  });
});

describe('changeFormPlan', () => {
  const plan = confirmScoring(planOf('shunin'));

  it('makes a new version of what changed, which is not confirmed any more', () => {
    const rows = scaleRowsOf(plan);
    const changed = changeFormPlan(plan, {
      scaleRows: [...rows, { rating: 'E', meaning: '果たさなかった', points: 0, atLeast: 0 }],
    });
    expect([changed.scale.version, changed.scoring.version]).toEqual([2, 2]);
    expect(changed.scoring.confirmed).toBe(false);
    expect(scaleRowsOf(changed).map(({ rating }) => rating)).toEqual([...'SABCDE']);
  });

  it('makes a new version of rules that leave an item out, and of nothing else after it', () => {
    const without = confirmScoring(changeFormPlan(plan, { excludedItems: ['setsugu', 'kikaku'] }));
    expect(without.scoring.version).toBe(plan.scoring.version + 1);
    expect(without.scoring.excludedItems).toEqual(['kikaku', 'setsugu']);
    const stored = formPlanSchema.parse(without);
    expect(changeFormPlan(stored, { title: '別の様式名' }).scoring).toEqual(stored.scoring);
    const again = changeFormPlan(stored, { excludedItems: ['setsugu', 'kikaku'] });
    expect(again.scoring).toEqual(stored.scoring);
  });

  it('makes none of a change that says the same', () => {
    const changed = changeFormPlan(plan, {
      scaleRows: scaleRowsOf(plan),
      weights: { ...plan.scoring.sectionWeights },
    });
    expect(changed).toEqual(plan);
  });

  it('keeps the mark 初期値 on what nobody has looked at', () => {
    const fresh = planOf('shunin');
    expect(changeFormPlan(fresh, { formNumber: '様式第9号' }).reviewed).toEqual(['formNumber']);
    expect(reviewValue(fresh, 'goalCount').reviewed).toEqual(['goalCount']);
    expect(confirmScoring(fresh).reviewed).not.toContain('goalCount');
  });
});

describe('a form made of a plan', () => {
  it('is frozen with what the plan says', () => {
    const plan = changeFormPlan(planOf('kacho'), {
      title: '管理職評価シート',
      steps: { secondEvaluation: false, leveling: true },
    });
    const form = formOf(plan);
    expect(formSchema.parse(form)).toEqual(form);
    expect([form.planId, form.title, form.steps.leveling]).toEqual([
      plan.id,
      '管理職評価シート',
      true,
    ]);
    expect(form.overall.map(({ id }) => id)).toEqual(['first']);
  });

  it('has nothing of a section that is switched off', () => {
    const plan = planOf('shunin');
    const off = { goals: false, ability: true, conduct: false };
    const form = formOf({ ...plan, sections: off }, 'shunin');
    const sections = new Set(sheetParts(form, []).map(({ section }) => section));
    expect(sections).toEqual(new Set(['ability', 'development', 'overall']));
    expect(form.goalCount.least).toBe(0);
  });
});
