import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { rangesOf } from '../../shared/domain/search/find-words';
import { foldWithPlaces } from '../../shared/domain/search/fold-with-places';
import { partElementId } from '../features/sheets/part-element';
import { type FoundPlace, foundIn } from '../state/found-place';

/** A page that takes longer than this to show its text is read from its top. */
const PATIENCE_MILLISECONDS = 5_000;
/** The name of the mark in `app.css`. */
const MARK = 'found-text';

/**
 * Goes to the text that a page was opened for: marks it where it is read, puts the caret
 * before it where it is written.
 */
export function useFoundPlace(): void {
  const { state, key } = useLocation();
  // A hit that is opened again is another way to it: `key` tells.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    CSS.highlights.delete(MARK);
    const found = foundIn(state);
    const main = document.getElementById('main');
    if (found === null || main === null) return;
    let frame = 0;
    const observer = new MutationObserver(lookSoon);
    const end = () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    function lookSoon() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (main !== null && found !== null && goTo(main, found)) end();
      });
    }
    const timer = setTimeout(end, PATIENCE_MILLISECONDS);
    observer.observe(main, { childList: true, subtree: true, characterData: true });
    lookSoon();
    return end;
  }, [state, key]);
}

/** @returns whether it is there yet */
function goTo(main: HTMLElement, { words, partId }: FoundPlace): boolean {
  const place = partId === null ? main : document.getElementById(partElementId(partId));
  if (place === null) return false;
  const field = fieldWith(place, words);
  if (field !== null) {
    const { element, range } = field;
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
    // Only the caret: chosen words would be replaced by the next key.
    element.setSelectionRange(range.begin, range.begin);
    return true;
  }
  const ranges = textRangesWith(place, words);
  const [first] = ranges;
  if (first === undefined) return false;
  CSS.highlights.set(MARK, new Highlight(...ranges));
  first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}

function fieldWith(place: HTMLElement, words: readonly string[]) {
  for (const element of place.querySelectorAll<HTMLTextAreaElement>('textarea')) {
    const [range] = rangesOf(foldWithPlaces(element.value), words);
    if (range !== undefined) return { element, range };
  }
  return null;
}

function textRangesWith(place: HTMLElement, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const { begin, end } of rangesOf(foldWithPlaces(node.nodeValue ?? ''), words)) {
      const range = document.createRange();
      range.setStart(node, begin);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
