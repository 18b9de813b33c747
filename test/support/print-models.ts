import { abilityRows } from '../../shared/domain/career/ability-check';
import { newCareerPlan } from '../../shared/domain/career/change-plan';
import { defaultOfficeSettings } from '../../shared/domain/office/office-settings';
import { newOwnRecord } from '../../shared/domain/training/change-training';
import { buildCareerPlanModel } from '../../shared/print/build-career-paper';
import { buildAppealModel, buildInterviewRecordModel } from '../../shared/print/build-office-paper';
import { buildTrainingRecordModel } from '../../shared/print/build-training-paper';
import type { EvaluationSheetModel } from '../../shared/print/evaluation-sheet-model';
import type {
  AppealPaperModel,
  CareerPaperModel,
  InterviewRecordModel,
  TrainingPaperModel,
} from '../../shared/print/office-paper-model';
import { printedAtOf } from '../../shared/print/printed-at';
import type { RecoveryKeyModel } from '../../shared/print/recovery-key-model';
import { testForm, testId, testNow, testPeriod, testSheet } from './sheet-builders';

type ItemGroup = EvaluationSheetModel['itemSections'][number]['groups'][number];
type ItemRow = ItemGroup['rows'][number];

const sentences = [
  '転入の多い4月に、窓口で待つ方へ順番と目安の時間を声かけした（4月3日ほか）。',
  '苦情は前年同期の11件から4件に減った。',
  '郵送請求の様式について税務課・福祉課と打合せ、論点を事前に一枚にまとめた。',
  '後輩の起案を毎週ともに見直し、根拠の条文を自分で探せるようにした。',
];

/** Text of this many characters that differs with `seed`, so that no cache knows it. */
export function sentenceOf(length: number, seed: number): string {
  let text = `${seed}．`;
  for (let index = seed; text.length < length; index += 1) {
    text += sentences[index % sentences.length] ?? '';
  }
  return text.slice(0, length);
}

export function itemRow(name: string, evidence: ItemRow['evidence']): ItemRow {
  return { name, evidence, ratings: { employee: 'A', first: 'B', second: 'C' } };
}

function group(expectation: string, unsettled: boolean, rows: ItemRow[]): ItemGroup {
  return { expectation, unsettled, rows };
}

/**
 * A 主任's sheet written by hand: 8 abilities of which four share a cell, 4 conducts. Each
 * text differs from all others, so that a test sees when one is lost.
 *
 * @param length characters of each evidence
 * @param seed makes the texts differ from those of another sheet
 */
export function makeSheetModel(length = 60, seed = 1): EvaluationSheetModel {
  let count = seed * 1000;
  const evidence = () => {
    count += 1;
    return [{ label: '', text: sentenceOf(length, count) }];
  };
  const both = () => {
    count += 2;
    return [
      { label: '本人', text: sentenceOf(length, count) },
      { label: '一次', text: sentenceOf(length, count + 1) },
    ];
  };
  const ratings = { employee: 'S', first: 'A', second: '' };
  return {
    kind: 'evaluation-sheet',
    layout: 'portrait',
    blank: false,
    title: '人事評価シート',
    formNumber: '様式第1号',
    periodLine: '令和8年度　年間評価（評価対象期間　令和8年4月1日～令和9年3月31日）',
    sample: true,
    undisclosed: false,
    printedAt: printedAtOf('2027-02-25T14:05'),
    header: {
      number: '000234',
      name: '𠮷田　美咲',
      positionAndGrade: '主任（3級）',
      orgUnit: '市民部　市民課　市民係',
      firstEvaluator: '市民係長　相川 直美',
      secondEvaluator: '市民課長　山﨑 徹',
    },
    role: '幅広い知識を習得し、困難な業務の中心的役割を担う。',
    sectionTitles: {
      goals: '実績（個人目標）',
      items: '能力、意識・行動',
      development: '育成',
      overall: '総合所見',
    },
    goals: [
      {
        content: '郵送請求の処理日数の短縮',
        plan: '2月末／平均6日を3日に／様式統一と下読み分担',
        weight: '40',
        difficulty: '◎',
        details: [],
        ratings,
        evidence: both(),
      },
      {
        content: '窓口案内の改善',
        plan: '9月末／待ち時間の声かけを全員で／手順書',
        weight: '30',
        difficulty: '',
        details: [],
        ratings,
        evidence: evidence(),
      },
      {
        content: '後輩の育成',
        plan: '年度内／新任2名が単独で受付／週1回の振り返り',
        weight: '30',
        difficulty: '△',
        details: [],
        ratings,
        evidence: [],
      },
    ],
    headNote: '',
    goalsNote: '',
    itemSections: [
      {
        name: '能力',
        groups: [
          group('自己の立場を踏まえ、職務内容や上司の指示等を正確に理解できる。', false, [
            itemRow('職務知識', both()),
          ]),
          group('職務に必要な知識を習得し活用できる。', false, [
            itemRow('理解・状況認識力', evidence()),
          ]),
          group('礼儀正しい接遇態度で、心のこもった接客ができる。', true, [
            itemRow('接遇', evidence()),
          ]),
          group('職務、研修及び自己啓発等を通して各能力を高める。', false, [
            itemRow('折衝・応対力', evidence()),
            itemRow('調整力', evidence()),
            itemRow('企画力', evidence()),
            itemRow('指導力・育成力', both()),
          ]),
          group('状況に応じた判断ができる。', false, [itemRow('判断力', evidence())]),
        ],
      },
      {
        name: '意識・行動',
        groups: [
          group('公務員として倫理観を持ち、職場のルールを守る。', false, [
            itemRow('倫理観・規律性', evidence()),
          ]),
          group('担当職務を、途中で投げ出すことなく最後までやり遂げる。', false, [
            itemRow('責任感', evidence()),
          ]),
          group('職場内の意思疎通に努める。', false, [itemRow('協調性', evidence())]),
          group('問題意識を持って前向きに取り組む。', false, [itemRow('積極性', evidence())]),
        ],
      },
    ],
    development: [
      { name: '本人の長所', texts: both() },
      { name: '伸ばしたい点', texts: evidence() },
      { name: '担当業務の改善点', texts: [] },
      { name: '次期に向けた助言と研修', texts: evidence() },
    ],
    overall: [
      { name: '一次評価者', text: sentenceOf(length, seed * 1000 + 501), rating: 'A' },
      { name: '二次評価者', text: sentenceOf(length, seed * 1000 + 502), rating: '' },
    ],
    besides: [],
    notes: [
      {
        text: '上位の職務の級にある場合は、下位の職務の級の「能力、意識・行動」が既に伴っているものとする。',
        unsettled: true,
      },
    ],
    scale: [
      { rating: 'S', meaning: '特に優れている' },
      { rating: 'D', meaning: '努力を要する' },
    ],
  };
}

export function makeRecoveryKeyModel(): RecoveryKeyModel {
  return {
    kind: 'recovery-key',
    groups: ['A1B2', 'C3D4', 'E5F6', 'G7H8', 'J9K0', 'M1N2', 'P3Q4', 'R5S6', 'T7V8'],
    ownerName: '葛󠄀城　一郎',
    ownerNumber: '000001',
    orgUnit: '総務部　職員課　人材育成係',
    printedAt: printedAtOf('2026-11-22T09:05'),
  };
}

/** A long talk: its text reaches the next page. */
export function makeCareerPlanModel(): CareerPaperModel {
  const plan = newCareerPlan({
    ...{ id: testId(60), now: testNow, by: testId(10) },
    ...{ fiscalYear: 2026, before: null },
  });
  const { framework } = testForm();
  return buildCareerPlanModel({
    person: { number: '100234', name: '𠮷田 美咲', jobTitle: '主任', unit: '市民部 市民課 市民係' },
    plan: {
      ...plan,
      analysis: {
        ...plan.analysis,
        strengths: '相手の話を最後まで聞く。',
        values: '二度来なくてよい窓口',
      },
      vision: { ...plan.vision, in1: '戸籍の届出を受ける。', in10: '係長として働く。' },
      wishedPaths: ['specialist', 'openCall'],
      neededItemIds: ['kikaku'],
      steps: [
        {
          id: testId(61),
          kind: 'training',
          text: '法務研修を受ける',
          due: '令和8年12月1日',
          state: 'planned',
          doneOn: '',
        },
      ],
    },
    positionName: '主任',
    wishedPositionName: '主査・副主幹',
    abilities: abilityRows({
      framework,
      positionId: 'shunin',
      wishedPositionId: 'shusa',
      selfChecks: [
        { itemId: 'setsugu', present: 4, wished: 3 },
        { itemId: 'kikaku', present: 2, wished: 1 },
      ],
      disclosed: new Map([['setsugu', { rating: 'A', level: 4 }]]),
    }),
    advice: [{ writerName: '市民係長 相川 直美', text: 'まず法務を学ぶとよいでしょう。' }],
    printedAt: '2026-11-22T14:05',
    sample: false,
  });
}

/** 研修記録 of the 見本 office. */
export function makeTrainingRecordModel(): TrainingPaperModel {
  const made = { id: testId(80), now: testNow, by: testId(10) };
  const base = newOwnRecord(testId(10), 'special', made);
  return buildTrainingRecordModel({
    person: { number: '100234', name: '𠮷田 美咲', jobTitle: '主任', unit: '市民部 市民課 市民係' },
    records: [
      { ...base, title: '折衝・交渉力向上研修', startsOn: '2026-06-03', endsOn: '2026-06-04' },
      {
        ...base,
        kind: 'self',
        title: '手話の講座',
        startsOn: '2025-10-01',
        hours: 20,
        result: '修了',
      },
      {
        ...base,
        kind: 'basic',
        title: '主任研修',
        startsOn: '2025-07-10',
        use: '係の会議で使う。',
      },
    ],
    printedAt: '2026-11-22T14:05',
    sample: false,
  });
}

export function makeInterviewModel(): InterviewRecordModel {
  return buildInterviewRecordModel({
    sheet: testSheet(),
    period: testPeriod,
    interview: {
      id: testId(70),
      schemaVersion: 4,
      updatedAt: testNow,
      updatedBy: testId(11),
      sheetId: testId(5),
      kind: 'start',
      evaluatorId: testId(11),
      heldOn: '2026-05-20',
      minutes: 30,
      text: '郵送請求の遅れは、窓口の待ち時間にも響いている。様式の統一から始める。\n'.repeat(60),
      agreements: [],
      agreementsLapsed: false,
    },
    evaluatorName: '市民係長 相川 直美',
    agenda: [
      { title: '組織目標', lines: ['窓口の待ち時間を短くする'] },
      {
        title: '個人目標1　郵送請求の処理日数の短縮',
        lines: ['いつまでに：2月末', 'どの水準まで：平均6日を3日に', '困難度：◎'],
      },
    ],
    agreed: { employee: '2026-05-21', evaluator: '' },
    printedAt: '2026-05-21T09:05',
    sample: false,
  });
}

/** 不服申出書 of the 見本 office. */
export function makeAppealModel(): AppealPaperModel {
  return buildAppealModel({
    sheet: { ...testSheet(), disclosedOn: '2027-03-20' },
    period: testPeriod,
    settings: defaultOfficeSettings({ now: testNow, by: testId(1) }),
    appeal: {
      id: testId(80),
      schemaVersion: 4,
      updatedAt: testNow,
      updatedBy: testId(10),
      sheetId: testId(5),
      staffId: testId(10),
      state: 'filed',
      text: '個人目標1の評語について、次の事実が見られていないと考えます。\n#panic() は地の文です。',
      filedOn: '2027-03-25',
      evidence: [{ title: '処理日数の集計表', text: '令和8年度の月別', addedBy: 'employee' }],
      statements: [],
      result: '',
      decidedOn: null,
    },
    printedAt: '2027-03-25T09:05',
    sample: true,
  });
}

/** What a model says to the template and not to the reader. */
const unprinted = new Set(['kind', 'layout', 'local']);

/** Every text a model prints. */
export function textsOf(model: object): string[] {
  return Object.entries(model).flatMap(([key, value]: [string, unknown]) => {
    if (unprinted.has(key)) return [];
    if (typeof value === 'string') return value === '' ? [] : [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}
