import { foldForSearch } from '../text/fold-for-search';

/** A stretch of a text, in UTF-16 units. */
export type TextRange = { begin: number; end: number };

/** A text as the search compares it, and where each unit of that stands in the original. */
export type FoldedText = {
  folded: string;
  /** One for each unit of `folded`: the characters of the original it came from, whole. */
  places: readonly TextRange[];
};

/**
 * What is never taken apart: a character with its marks and variation selectors, which are
 * levelled together (か+゛ → が, 葛+IVS → 葛), and Hangul, whose letters join to syllables.
 */
const clusters =
  /(?:[\u1100-\u11ff\u3131-\u318e\u3200-\u321e\u3260-\u327e\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]+|.)[\p{M}\uff9e\uff9f]*/gsu;

/** `foldForSearch` with the way back; slower, so for what is shown and not for an index. */
export function foldWithPlaces(text: string): FoldedText {
  const places: TextRange[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const levelled = foldForSearch(cluster);
    folded += levelled;
    const place = { begin: index, end: index + cluster.length };
    for (let unit = 0; unit < levelled.length; unit += 1) places.push(place);
  }
  return { folded, places };
}
