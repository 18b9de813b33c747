import type { EvaluationSheetModel } from '../../shared/print/evaluation-sheet-model';
import type { SheetLayout } from '../../shared/print/paper-style';
import { makeSheetModel } from './print-models';

const nouns =
  '窓口 相談 市民 税務課 福祉課 起案 条文 手順書 件数 前年 同期 改善 順番 目安 郵送 請求 様式 打合せ 論点 整理 後輩 指導 調整 資料 会議 説明 共有 確認 期限 予算 契約 点検 研修 発表'.split(
    ' ',
  );
const verbs = '進め、 行い、 見直し、 支えた。 まとめた。 減らした。 伝えた。 学んだ。'.split(' ');

/** The 32-bit generator mulberry32: the same numbers for the same seed, everywhere. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A maker of texts of this many characters, none like another; `seed` says which. */
export function freshTexts(seed: number): (length: number) => string {
  const number = numbersFrom(seed);
  const pick = (words: readonly string[]) => words[number(words.length)] ?? '';
  return (length) => {
    let text = '';
    while (text.length < length) {
      text += `${pick(nouns)}の${pick(nouns)}を${number(90) + 10}件、${pick(nouns)}で${pick(verbs)}`;
    }
    return text.slice(0, length);
  };
}

/**
 * A 主任's sheet with 5 goals and 12 items, and a text in every place that takes one.
 *
 * @param text of one place; `few` are places that usually hold a line or two
 */
export function makeFullSheetModel(
  text: (place: 'many' | 'few') => string,
  layout: SheetLayout = 'portrait',
): EvaluationSheetModel {
  const model = makeSheetModel();
  const [goal] = model.goals;
  if (goal === undefined) throw new Error('the model has no goal');
  const one = () => [{ label: '本人', text: text('many') }];
  return {
    ...model,
    layout,
    sample: false,
    goals: Array.from({ length: 5 }, () => ({
      ...goal,
      content: text('few'),
      plan: text('few'),
      evidence: one(),
    })),
    itemSections: model.itemSections.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, evidence: one() })),
      })),
    })),
    development: model.development.map(({ name }) => ({
      name,
      texts: [{ label: '', text: text('few') }],
    })),
    overall: model.overall.map((remark) => ({ ...remark, text: text('few') })),
  };
}
