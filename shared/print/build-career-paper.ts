import type { AbilityRow } from '../domain/career/ability-check';
import { analysisFields, type CareerPlan, visionFields } from '../domain/career/career-plan';
import {
  aimedStaff,
  analysisLabels,
  levelWords,
  pathLabels,
  stepWords,
  visionLabels,
} from '../domain/career/career-words';
import { fiscalYearName } from '../domain/period/fiscal-year';
import type { CareerPaperModel } from './office-paper-model';
import { printedAtOf } from './printed-at';

type Printing = {
  /** Local time as `2026-11-22T14:05`. */
  printedAt: string;
  sample: boolean;
};

/** Whose paper it is. */
export type PaperPerson = { number: string; name: string; jobTitle: string; unit: string };

/** A career plan as its reader has it: the radar chart is a table on paper. */
export function buildCareerPlanModel(
  made: Printing & {
    person: PaperPerson;
    plan: CareerPlan;
    positionName: string;
    wishedPositionName: string;
    abilities: readonly AbilityRow[];
    advice: readonly { writerName: string; text: string }[];
  },
): CareerPaperModel {
  const { plan, person, abilities } = made;
  const names = new Map(abilities.map(({ itemId, name }) => [itemId, name]));
  const needed = plan.neededItemIds.map((id) => names.get(id) ?? '').filter((name) => name !== '');
  const sections = [
    ...analysisFields.map((field) => ({
      title: analysisLabels[field],
      text: plan.analysis[field],
    })),
    {
      title: 'ありたい姿',
      text: visionFields
        .filter((field) => plan.vision[field].trim() !== '')
        .map((field) => `〔${visionLabels[field]}〕${plan.vision[field].trim()}`)
        .join('\n'),
    },
    {
      title: '希望する分野・進み方',
      text: lines(
        plan.wishedPaths.map((path) => pathLabels[path]).join('、'),
        plan.wishedField.trim(),
      ),
    },
    { title: '身に付けたい能力', text: lines(needed.join('、'), plan.neededText.trim()) },
    {
      title: '取り組むこと',
      text: plan.steps
        .filter(({ text }) => text.trim() !== '')
        .map((step) => `・${stepWords(step)}`)
        .join('\n'),
    },
    ...made.advice.map(({ writerName, text }) => ({ title: `助言（${writerName}）`, text })),
  ];
  return {
    kind: 'career-paper',
    sample: made.sample,
    printedAt: printedAtOf(made.printedAt),
    title: `キャリアプラン（${fiscalYearName(plan.fiscalYear)}）`,
    personName: person.name,
    orgUnit: person.unit,
    addressee: '',
    sender: [],
    facts: [
      { name: aimedStaff.title, value: aimedStaff.ideal },
      { name: '職員番号', value: person.number },
      { name: '氏名', value: person.name },
      { name: '所属', value: person.unit },
      { name: '職位', value: made.positionName },
      ...(made.wishedPositionName === ''
        ? []
        : [{ name: '目指す職位', value: made.wishedPositionName }]),
    ],
    tables: abilities.length === 0 ? [] : [abilityTable(made.abilities, made.wishedPositionName)],
    sections: sections.filter(({ text }) => text.trim() !== ''),
    confirmations: [],
  };
}

function abilityTable(
  abilities: readonly AbilityRow[],
  wishedPositionName: string,
): CareerPaperModel['tables'][number] {
  const withWished = wishedPositionName !== '';
  return {
    title: '能力の自己チェック',
    columns: [
      '項目',
      '今の職位',
      ...(withWished ? ['目指す職位'] : []),
      '開示された評語',
      '求められる水準',
    ],
    rows: abilities.map(({ name, present, wished, disclosed }) => [
      name,
      levelWords(present),
      ...(withWished ? [levelWords(wished)] : []),
      disclosed?.rating ?? '',
      '3',
    ]),
    note: '自己チェックは5（人に教えられる）から1（これから）まで。3が求められる水準です。',
  };
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
