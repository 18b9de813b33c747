import { foldForSearch } from '../text/fold-for-search';
import { type FoldedText, foldWithPlaces, type TextRange } from './fold-with-places';

/** A piece of a snippet: `hit` is what was looked for. */
export type SnippetPiece = { text: string; hit: boolean };

/** The words of what was typed, levelled; a text is found when it holds all of them. */
export function wordsOf(typed: string): string[] {
  const words = typed
    .split(/\s+/u)
    .map(foldForSearch)
    .filter((word) => word !== '');
  return [...new Set(words)];
}

/** Whether levelled texts hold every word, one here and another there. */
export function holdsWords(folded: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => folded.some((text) => text.includes(word)));
}

/** Where the words stand in a text: in its order, and none across another. */
export function rangesOf({ folded, places }: FoldedText, words: readonly string[]): TextRange[] {
  const found: TextRange[] = [];
  for (const word of words) {
    if (word === '') continue;
    let at = folded.indexOf(word);
    while (at !== -1) {
      const first = places[at];
      const last = places[at + word.length - 1];
      if (first !== undefined && last !== undefined) {
        found.push({ begin: first.begin, end: last.end });
      }
      at = folded.indexOf(word, at + word.length);
    }
  }
  return joined(found);
}

/** About a line before the first hit, and two behind it. */
const UNITS_BEFORE = 24;
const UNITS_BEHIND = 96;

/** The text around the first hit, on one line; null when no word stands in it. */
export function snippetOf(text: string, words: readonly string[]): SnippetPiece[] | null {
  const found = foldWithPlaces(text);
  const ranges = rangesOf(found, words);
  const [first] = ranges;
  if (first === undefined) return null;
  const before = found.places.findLast(({ begin }) => begin <= first.begin - UNITS_BEFORE);
  const behind = found.places.find(({ end }) => end >= first.end + UNITS_BEHIND);
  const window = { begin: before?.begin ?? 0, end: behind?.end ?? text.length };
  const pieces = piecesOf(text, ranges, window).map((piece) => ({
    ...piece,
    text: piece.text.replace(/\s+/gu, ' '),
  }));
  return [
    ...(window.begin > 0 ? [{ text: '…', hit: false }] : []),
    ...pieces,
    ...(window.end < text.length ? [{ text: '…', hit: false }] : []),
  ];
}

function piecesOf(text: string, ranges: readonly TextRange[], window: TextRange): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  const add = (begin: number, end: number, hit: boolean) => {
    if (begin < end) pieces.push({ text: text.slice(begin, end), hit });
  };
  let at = window.begin;
  for (const { begin, end } of ranges) {
    // A hit that the window would cut stays outside it.
    if (begin < at || end > window.end) continue;
    add(at, begin, false);
    add(begin, end, true);
    at = end;
  }
  add(at, window.end, false);
  return pieces;
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const whole: TextRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.begin - other.begin)) {
    const last = whole.at(-1);
    if (last === undefined || range.begin >= last.end) whole.push({ ...range });
    else last.end = Math.max(last.end, range.end);
  }
  return whole;
}
