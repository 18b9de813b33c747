import { IkuseiError } from '../errors';
import { positionOf } from '../framework/expectations';
import type { FrameworkSet, PolicyTables } from '../framework/framework';
import { ruleQuestionId, settledTables } from '../framework/open-questions';
import type { Period } from '../period/period';
import { type Id, type Instant, SCHEMA_VERSION } from '../record/record';
import { defaultScoringRules } from '../scoring/scoring-rules';
import type { Form, Remark, Scale } from './form';
import type { FormPlan, FormSettings } from './form-plan';

// 「初期値」: every wording below is a starting value that 職員課 can edit; the city's own
// 様式 and scale have not been published.
const defaultScale: Scale = {
  version: 1,
  steps: [
    { rating: 'S', meaning: '求められた役割をはるかに上回って果たした' },
    { rating: 'A', meaning: '求められた以上の役割を果たした' },
    { rating: 'B', meaning: '求められた役割をおおむね果たした' },
    { rating: 'C', meaning: '求められた役割を一部しか果たさなかった' },
    { rating: 'D', meaning: '求められた役割をほとんど果たさなかった' },
  ],
};

const defaultSectionTitles: Form['sectionTitles'] = {
  goals: '実績（個人目標）',
  ability: '能力',
  conduct: '意識・行動',
  development: '育成',
  overall: '総合所見',
};

/** The first form; what it leaves open 職員課 sets in the plans of a period. */
export const defaultFormSettings: FormSettings = {
  title: '人事評価シート',
  formNumber: '様式第1号（初期値）',
  scale: defaultScale,
  sectionTitles: defaultSectionTitles,
  sections: { goals: true, ability: true, conduct: true },
  steps: { secondEvaluation: true, leveling: false },
  goalCount: { least: 1, most: 5 },
  scoring: defaultScoringRules,
};

const developmentRemarks: Remark[] = [
  { id: 'strengths', name: '本人の長所', authors: ['employee', 'first'], rated: false },
  { id: 'growth', name: '伸ばしたい点', authors: ['employee', 'first'], rated: false },
  { id: 'improvement', name: '担当業務の改善点', authors: ['employee', 'first'], rated: false },
  { id: 'advice', name: '次期に向けた助言と研修', authors: ['first'], rated: false },
];

const overallRemarks: Remark[] = [
  { id: 'first', name: '一次評価者', authors: ['first'], rated: true },
  { id: 'second', name: '二次評価者', authors: ['second'], rated: true },
];

function noteOf(rule: PolicyTables['rules'][number], index: number): Form['notes'][number] {
  return { text: rule.text, questionId: rule.confirm === undefined ? null : ruleQuestionId(index) };
}

/**
 * The form of one position in one period. It freezes the tables as settled at `now`;
 * a wording still open keeps its `confirm`, so that the sheet can show its mark.
 *
 * @param made.plan the first form when there is none
 * @throws IkuseiError `unexpected` for an unknown framework or position
 */
export function makeForm(made: {
  frameworkSet: FrameworkSet;
  frameworkId: string;
  positionId: string;
  period: Period;
  plan?: FormPlan;
  id: Id;
  now: Instant;
  by: Id;
}): Form {
  const tables = settledTables(made.frameworkSet);
  const framework = tables.frameworks.find(({ id }) => id === made.frameworkId);
  if (framework === undefined) {
    throw new IkuseiError('unexpected', `体系図「${made.frameworkId}」がありません`);
  }
  const settings: FormSettings = made.plan ?? defaultFormSettings;
  const { sections, steps, goalCount } = settings;
  const items = framework.items.filter(({ kind }) => sections[kind]);
  return {
    id: made.id,
    schemaVersion: SCHEMA_VERSION,
    updatedAt: made.now,
    updatedBy: made.by,
    periodId: made.period.id,
    ...(made.plan !== undefined && { planId: made.plan.id }),
    title: settings.title,
    formNumber: settings.formNumber,
    positionId: positionOf(framework, made.positionId).id,
    framework: { ...framework, items },
    frameworkSetVersion: made.frameworkSet.version,
    scale: settings.scale,
    sectionTitles: settings.sectionTitles,
    development: developmentRemarks,
    overall: overallRemarks.filter(
      ({ authors }) => steps.secondEvaluation || !authors.includes('second'),
    ),
    // The footnotes speak of the table; 会計年度任用職員 have none.
    notes: items.length === 0 ? [] : tables.rules.map(noteOf),
    steps,
    goalCount: sections.goals ? goalCount : { ...goalCount, least: 0 },
    scoring: settings.scoring,
  };
}
