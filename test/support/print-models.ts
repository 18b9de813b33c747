import type { EvaluationSheetModel } from '../../shared/print/evaluation-sheet-model';
import { printedAtOf } from '../../shared/print/printed-at';
import type { RecoveryKeyModel } from '../../shared/print/recovery-key-model';

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
