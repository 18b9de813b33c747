import * as z from 'zod';
import { slugSchema } from '../record/record';

const pointsSchema = z.number().min(0).max(1_000);
const percentSchema = z.number().min(0).max(100);

/**
 * How ratings become a suggestion of the overall rating. Frozen into the form. Every
 * number is 職員課's setting: the city's 要綱 as published names none of them.
 */
export const scoringRulesSchema = z.looseObject({
  version: z.int().min(1),
  /** Whether 職員課 has confirmed the numbers; until then nothing is suggested. */
  confirmed: z.boolean(),
  /** 評点 of each rating of the scale. */
  points: z.array(z.looseObject({ rating: z.string().min(1).max(8), points: pointsSchema })),
  /** Share of each section in the total, in per cent; they must add up to 100. */
  sectionWeights: z.object({
    goals: percentSchema,
    ability: percentSchema,
    conduct: percentSchema,
  }),
  /** 困難度: points added to (◎) or taken from (△) a goal, within the scale's bounds. */
  difficulty: z.object({ high: pointsSchema, low: pointsSchema }),
  /** 上位職相当への挑戦: points added to a goal, within the scale's bounds. */
  challenge: pointsSchema,
  /** Items of the framework that are rated and not scored. */
  excludedItems: z.array(slugSchema).optional(),
  /** The least total for each overall rating, best first. */
  thresholds: z.array(z.looseObject({ rating: z.string().min(1).max(8), atLeast: pointsSchema })),
});
export type ScoringRules = z.infer<typeof scoringRulesSchema>;

/** 「初期値」: five steps from S to D; not used for any suggestion until 職員課 confirms it. */
export const defaultScoringRules: ScoringRules = {
  version: 1,
  confirmed: false,
  points: [
    { rating: 'S', points: 5 },
    { rating: 'A', points: 4 },
    { rating: 'B', points: 3 },
    { rating: 'C', points: 2 },
    { rating: 'D', points: 1 },
  ],
  sectionWeights: { goals: 40, ability: 40, conduct: 20 },
  difficulty: { high: 1, low: 1 },
  challenge: 1,
  thresholds: [
    { rating: 'S', atLeast: 4.5 },
    { rating: 'A', atLeast: 3.5 },
    { rating: 'B', atLeast: 2.5 },
    { rating: 'C', atLeast: 1.5 },
    { rating: 'D', atLeast: 0 },
  ],
};
