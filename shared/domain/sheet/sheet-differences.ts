import type { Form } from '../form/form';
import { expectationOf } from '../framework/expectations';
import type { Sheet, StaffSnapshot, Stage } from './sheet';
import type { Viewer } from './stage-rules';

/** What would be said otherwise; empty where there was nothing, or will be nothing. */
export type SheetDifference = { what: string; before: string; after: string };

/** What of a sheet is renewed by 「最新に更新」: its form, and the person as she is on the roster. */
export type Renewed = { form: Form; staff: StaffSnapshot };

/** Once somebody has begun to evaluate, a sheet keeps what it was made with. */
const renewableStages: readonly Stage[] = ['goalSetting', 'goalAgreement', 'inProgress'];

/** 「最新に更新」 is 職員課's, on purpose, for one sheet. */
export function mayRenew(viewer: Viewer, { stage }: Pick<Sheet, 'stage'>): boolean {
  return viewer.includes('hr') && renewableStages.includes(stage);
}

/** How a sheet would differ, in its order, in the words of the screen. */
export function sheetDifferences(before: Renewed, after: Renewed): SheetDifference[] {
  const earlier = wordsOf(before);
  const later = wordsOf(after);
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((what) => {
    const one = earlier.get(what) ?? '';
    const other = later.get(what) ?? '';
    return one === other ? [] : [{ what, before: one, after: other }];
  });
}

function wordsOf({ form, staff }: Renewed): Map<string, string> {
  const { framework, positionId, scoring, goalCount, steps } = form;
  const { goals, ability, conduct } = scoring.sectionWeights;
  return new Map([
    ['氏名', staff.name],
    ['所属', staff.orgUnitPath.join(' ')],
    ['職位', staff.positionName],
    ['級', staff.grade],
    ['職名', staff.jobTitle],
    ['勤務', staff.shortHours ?? ''],
    ['様式名', form.title],
    ['様式番号', form.formNumber],
    ...Object.entries(form.sectionTitles).map(
      ([section, title]) => [`見出し ${sectionLabels[section] ?? section}`, title] as const,
    ),
    ['個人目標の数', `${goalCount.least}～${goalCount.most}`],
    ['二次評価', steps.secondEvaluation ? 'する' : 'しない'],
    ['調整', steps.leveling ? 'する' : 'しない'],
    ...form.scale.steps.map(({ rating, meaning }) => [`評語 ${rating}`, meaning] as const),
    ...framework.items.map(({ id, name }) => [`項目 ${id}`, name] as const),
    ...framework.items.map(
      ({ id, name }) =>
        [`「${name}」に求められること`, expectationOf(framework, positionId, id) ?? ''] as const,
    ),
    ['割合', `実績 ${goals}％、能力 ${ability}％、意識・行動 ${conduct}％`],
    ['点数の決め方', `第${scoring.version}版`],
  ]);
}

const sectionLabels: Readonly<Record<string, string>> = {
  goals: '実績',
  ability: '能力',
  conduct: '意識・行動',
  development: '育成',
  overall: '総合所見',
};
