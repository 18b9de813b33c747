import * as z from 'zod';
import { lineSchema, longTextSchema } from '../domain/record/record';
import { sheetLayoutSchema } from './paper-style';
import { printedAtSchema } from './printed-at';

const ratingCell = z.string().max(8);

/** The three columns 本人・一次・二次; an empty string prints an empty cell. */
const threeRatings = z.object({ employee: ratingCell, first: ratingCell, second: ratingCell });

/** A text with the column it was written in, e.g. `本人`; label empty when only one. */
const labelledText = z.object({ label: lineSchema, text: longTextSchema });

/** One row of 能力 or 意識・行動. */
const itemRow = z.object({
  name: lineSchema,
  evidence: z.array(labelledText),
  ratings: threeRatings,
});

/** Rows that share one merged expectation cell, in table order. */
const itemGroup = z.object({
  expectation: longTextSchema,
  /** The wording is still to be settled by 職員課. */
  unsettled: z.boolean(),
  rows: z.array(itemRow).min(1),
});

/**
 * Everything the printed evaluation sheet shows, and nothing else: main and the Typst
 * process never see a stored row. All texts are final Japanese; dates are already 和暦.
 */
export const evaluationSheetModelSchema = z.object({
  kind: z.literal('evaluation-sheet'),
  layout: sheetLayoutSchema,
  /** To be filled in by hand: every empty place gets ruled room to write. */
  blank: z.boolean(),
  title: lineSchema,
  formNumber: lineSchema,
  periodLine: lineSchema,
  /** 見本 is printed across every page. */
  sample: z.boolean(),
  /** 「開示前・取扱注意」 is printed on every page: the person may not see her result yet. */
  undisclosed: z.boolean(),
  printedAt: printedAtSchema,
  header: z.object({
    number: lineSchema,
    name: lineSchema,
    positionAndGrade: lineSchema,
    orgUnit: lineSchema,
    firstEvaluator: lineSchema,
    secondEvaluator: lineSchema,
  }),
  /** Short hours and 代理入力; empty where there is neither. */
  headNote: longTextSchema,
  role: longTextSchema,
  sectionTitles: z.object({
    goals: lineSchema,
    items: lineSchema,
    development: lineSchema,
    overall: lineSchema,
  }),
  goals: z.array(
    z.object({
      content: longTextSchema,
      plan: longTextSchema,
      weight: lineSchema,
      /** `◎`, `△` or empty. */
      difficulty: lineSchema,
      /** What else the plan says, each under its name: 重要度, 上位職相当への挑戦 and the like. */
      details: z.array(labelledText),
      ratings: threeRatings,
      evidence: z.array(labelledText),
    }),
  ),
  /** What was taken off since it was agreed; empty when nothing was. */
  goalsNote: longTextSchema,
  /** 能力 then 意識・行動; empty for 会計年度任用職員, who have no table. */
  itemSections: z.array(z.object({ name: lineSchema, groups: z.array(itemGroup) })),
  development: z.array(z.object({ name: lineSchema, texts: z.array(labelledText) })),
  overall: z.array(z.object({ name: lineSchema, text: longTextSchema, rating: ratingCell })),
  /** 評価者の異動・意見; no block is printed where there is none. */
  besides: z.array(labelledText),
  /** Footnotes of the policy printed under the items. */
  notes: z.array(z.object({ text: longTextSchema, unsettled: z.boolean() })),
  /** The rating scale, printed as one line: `S …　A …`. */
  scale: z.array(z.object({ rating: ratingCell, meaning: longTextSchema })),
});
export type EvaluationSheetModel = z.infer<typeof evaluationSheetModelSchema>;

/** So many sheets are set in one file; a larger unit gets a second one. */
export const MOST_SHEETS_IN_A_FILE = 80;

/** The sheets of several people in one file, each with a bookmark and pages of its own. */
export const evaluationSheetsModelSchema = z.object({
  kind: z.literal('evaluation-sheets'),
  title: lineSchema,
  orgUnit: lineSchema,
  printedAt: printedAtSchema,
  sheets: z.array(evaluationSheetModelSchema).min(1).max(MOST_SHEETS_IN_A_FILE),
});
export type EvaluationSheetsModel = z.infer<typeof evaluationSheetsModelSchema>;
