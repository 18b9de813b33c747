import { formatWareki } from '../period/wareki';
import type { CareerNote, ConsiderationKind } from './career-note';
import type {
  AnalysisField,
  CareerStep,
  StepKind,
  StepState,
  VisionField,
  WishedPath,
} from './career-plan';
import type { PlacementRoute } from './placement-request';

/** 4 目指す職員像 of the policy, word for word. */
export const aimedStaff = {
  title: '目指す職員像',
  ideal: '市民の皆様と共に考え、自ら行動し、新しい未来をつくる職員',
  parts: [
    {
      name: '職員としての土台',
      text: '確かな職務知識を持ち、高い倫理観・責任感のもとで、多様な価値観を認め合いながら、市民の皆様の信頼に応える職員',
    },
    {
      name: '市民の皆様と共に考え、自ら行動し',
      text: '地域や社会を深く知ることによって課題を自分ごと化し、市民の皆様と共に考え、持てる力を最大限発揮しながら自律的に行動する職員',
    },
    {
      name: '新しい未来をつくる',
      text: '社会情勢の変化に即応した改革意識やコスト意識を持ち、描いた未来を実現するために創意工夫ができる職員',
    },
  ],
} as const;

export const analysisLabels: Readonly<Record<AnalysisField, string>> = {
  experience: 'これまでの経験',
  strengths: '強み',
  challenges: '課題',
  values: '大切にしたいこと',
  wantTo: 'やりたいこと',
  canDo: 'できること',
  askedFor: '求められること',
};

export const visionLabels: Readonly<Record<VisionField, string>> = {
  in1: '1年後',
  in3: '3年後',
  in5: '5年後',
  in10: '10年後',
};

export const pathLabels: Readonly<Record<WishedPath, string>> = {
  specialist: '専門性を高める',
  manager: '管理職',
  exchange: '派遣・人事交流',
  openCall: '庁内公募',
};

export const stepKindLabels: Readonly<Record<StepKind, string>> = {
  training: '研修',
  ojt: '職場研修(OJT)',
  selfStudy: '自己啓発',
  licence: '資格',
  work: '挑戦したい仕事',
};

export const stepStateLabels: Readonly<Record<StepState, string>> = {
  planned: 'これから',
  doing: '取組中',
  done: '終わった',
  dropped: 'やめた',
};

export const levelLabels: Readonly<Record<string, string>> = {
  5: '人に教えられる',
  4: '十分できている',
  3: 'おおむねできている（求められる水準）',
  2: '一部できている',
  1: 'これから身に付ける',
};

export const routeLabels: Readonly<Record<PlacementRoute, string>> = {
  throughHead: '所属長を通して',
  sealed: '職員課だけに',
};

export const considerationLabels: Readonly<Record<ConsiderationKind, string>> = {
  childcare: '育児',
  care: '介護',
  health: '健康',
  other: 'そのほか',
};

/** `3`, or a level between two as `3.7`; nothing where there is none. */
export function levelWords(level: number | null): string {
  if (level === null) return '';
  return Number.isInteger(level) ? String(level) : level.toFixed(1);
}

/** A step in one line, as it is listed and printed. */
export function stepWords({ kind, text, due, state, doneOn }: CareerStep): string {
  const day = state === 'done' && doneOn.trim() !== '' ? `${doneOn.trim()}に終わった` : '';
  const when = due.trim() === '' ? '' : `${due.trim()}まで`;
  const marks = [when, day === '' ? stepStateLabels[state] : day].filter((mark) => mark !== '');
  return `${stepKindLabels[kind]}　${text.trim()}（${marks.join('、')}）`;
}

/** Of an opinion about an earlier 提出: `令和8年11月25日の、前の提出への意見`. */
export function earlierWords({ answers }: Pick<CareerNote, 'answers'>): string {
  return answers === null ? '' : `${formatWareki(answers.handedInOn)}の、前の提出への意見`;
}
