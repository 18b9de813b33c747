import type { Scale } from '../form/form';
import { entryLookup, goalEntries, parsePartId } from '../sheet/part';
import type { SheetEntry } from '../sheet/sheet';
import type { DeskSheet, EvaluatorAuthor } from './desk-rows';
import { ratingPoints } from './rating-gap';

/** When a hint is given. They are said on the screen with the numbers, never hidden. */
export const hintLimits = {
  /** Fewer ratings say nothing of a habit. */
  leastRatings: 10,
  /** Steps above or below, of the mean. */
  margin: 0.75,
  /** Share of the middle rating. */
  middleShare: 0.7,
  /** Ratings of one person that are all the same. */
  haloRatings: 5,
} as const;

/** The habits of judging that the evaluators' training names. */
export type HintKind = 'leniency' | 'severity' | 'central' | 'halo';
export type HabitHint = { kind: HintKind; title: string; rule: string; numbers: string };

export type PersonMean = {
  sheetId: string;
  name: string;
  rated: number;
  /** Mean place on the scale, the lowest 1; null while nothing is rated. */
  mean: number | null;
  /** The same of her own ratings of those parts; null where I may read none. */
  selfMean: number | null;
};

export type OwnDistribution = {
  /** Every rating of the scale, best first. */
  counts: readonly { rating: string; count: number }[];
  total: number;
  people: readonly PersonMean[];
  hints: readonly HabitHint[];
};

type Rated = { rating: string; points: number; self: number | null; middle: number };

/**
 * My own ratings taken together. Nothing compares me with others, and nothing asks for a
 * curve: the hints name a rule and the numbers, and what to do with them is mine.
 */
export function ownDistribution(
  people: readonly DeskSheet[],
  authorsOf: (person: DeskSheet) => readonly EvaluatorAuthor[],
): OwnDistribution {
  const judged = people.map((person) => ({
    person,
    rated: authorsOf(person).flatMap((author) => ratedBy(person, author)),
  }));
  const all = judged.flatMap(({ rated }) => rated);
  const ratings = [
    ...new Set(people.flatMap(({ scale }) => scale.steps.map(({ rating }) => rating))),
  ];
  return {
    counts: ratings.map((rating) => ({
      rating,
      count: all.filter((one) => one.rating === rating).length,
    })),
    total: all.length,
    people: judged.map(({ person, rated }) => ({
      sheetId: person.sheet.id,
      name: person.sheet.staff.name,
      rated: rated.length,
      mean: meanOf(rated.map(({ points }) => points)),
      selfMean: meanOf(rated.flatMap(({ self }) => (self === null ? [] : [self]))),
    })),
    hints: [
      ...levelHints(all),
      ...centralHints(all),
      ...judged.flatMap(({ person, rated }) => haloHints(person.sheet.staff.name, rated)),
    ],
  };
}

function ratedBy(person: DeskSheet, author: EvaluatorAuthor): Rated[] {
  const { entries, scale } = person;
  const find = entryLookup(entries);
  const kept = new Set(goalEntries(entries).map(({ partId }) => partId));
  const counts = ({ partId }: SheetEntry) => {
    const kind = parsePartId(partId)?.kind;
    return kind === 'item' || (kind === 'goal' && kept.has(partId));
  };
  return entries
    .filter((entry) => entry.author === author && counts(entry))
    .flatMap((entry) => {
      const points = ratingPoints(scale, entry.rating);
      if (entry.rating === null || points === null) return [];
      const self = ratingPoints(scale, find(entry.partId, 'employee')?.rating);
      return [{ rating: entry.rating, points, self, middle: middleOf(scale) }];
    });
}

function middleOf(scale: Scale): number {
  return (scale.steps.length + 1) / 2;
}

function meanOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

const comparisons = [
  { words: '本人の評語', differences: selfDifferences },
  { words: '尺度の中央', differences: middleDifferences },
] as const;

function selfDifferences(all: readonly Rated[]): number[] {
  return all.flatMap(({ points, self }) => (self === null ? [] : [points - self]));
}

function middleDifferences(all: readonly Rated[]): number[] {
  return all.map(({ points, middle }) => points - middle);
}

function levelHints(all: readonly Rated[]): HabitHint[] {
  const { leastRatings, margin } = hintLimits;
  return comparisons.flatMap(({ words, differences }) => {
    const found = differences(all);
    const mean = meanOf(found);
    if (mean === null || found.length < leastRatings || Math.abs(mean) < margin) return [];
    const above = mean > 0;
    return [
      {
        kind: above ? ('leniency' as const) : ('severity' as const),
        title: above ? '寛大化傾向かもしれません' : '厳格化傾向かもしれません',
        rule: `私の評語の平均が、${words}より ${margin} 段階以上${above ? '高い' : '低い'}とき（評語が ${leastRatings} 以上のとき）`,
        numbers: `${found.length} の評語で、平均 ${decimal(Math.abs(mean))} 段階${above ? '高く' : '低く'}なっています`,
      },
    ];
  });
}

function centralHints(all: readonly Rated[]): HabitHint[] {
  const { leastRatings, middleShare } = hintLimits;
  const middle = all.filter((one) => one.points === one.middle).length;
  if (all.length < leastRatings || middle / all.length < middleShare) return [];
  return [
    {
      kind: 'central',
      title: '中心化傾向かもしれません',
      rule: `中央の評語が、私の評語の ${100 * middleShare}％以上のとき（評語が ${leastRatings} 以上のとき）`,
      numbers: `${all.length} の評語のうち ${middle}（${Math.floor((100 * middle) / all.length)}％）が中央です`,
    },
  ];
}

function haloHints(name: string, rated: readonly Rated[]): HabitHint[] {
  const [first] = rated;
  if (first === undefined || rated.length < hintLimits.haloRatings) return [];
  if (rated.some(({ rating }) => rating !== first.rating)) return [];
  return [
    {
      kind: 'halo',
      title: `ハロー効果かもしれません（${name} さん）`,
      rule: `一人の評語が、すべて同じとき（評語が ${hintLimits.haloRatings} 以上のとき）`,
      numbers: `${name} さんの ${rated.length} の評語が、すべて ${first.rating} です`,
    },
  ];
}

function decimal(number: number): string {
  return number.toFixed(1);
}
