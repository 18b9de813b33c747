import { useCallback, useLayoutEffect, useRef } from 'react';

/** Where the paper stands: nowhere, beside the sheet, or in its place. */
export type PaperPlace = 'closed' | 'beside' | 'instead';

/** A card of the sheet, and how far below the upper edge it stood; null at the very top. */
type Anchor = { card: Element; top: number } | null;

/**
 * Keeps the card a person looks at where it is while the paper comes and goes: beside a
 * paper the sheet is narrower and every card another height.
 *
 * @returns notes the present place; to be called before the paper comes or goes
 */
export function useKeptPlace(place: PaperPlace): () => void {
  const anchor = useRef<Anchor>(null);
  const remember = useCallback(() => {
    const area = scroller();
    // Behind a paper the sheet is nowhere: what was noted before still holds.
    const cards = [...document.querySelectorAll('article')].filter(
      (card) => card.getClientRects().length > 0,
    );
    if (area === null || cards.length === 0) return;
    const edge = area === document.scrollingElement ? 0 : area.getBoundingClientRect().top;
    const card = cards.find((one) => one.getBoundingClientRect().bottom > edge);
    anchor.current =
      area.scrollTop === 0 || card === undefined
        ? null
        : { card, top: card.getBoundingClientRect().top };
  }, []);

  useLayoutEffect(() => {
    const area = scroller();
    if (area === null) return;
    if (place === 'instead' || anchor.current === null) {
      area.scrollTop = 0;
      return;
    }
    const { card, top } = anchor.current;
    area.scrollTop += card.getBoundingClientRect().top - top;
  }, [place]);

  return remember;
}

/** What scrolls the page: its main part, in a narrow window the document. */
function scroller(): Element | null {
  const main = document.getElementById('main');
  if (main !== null && getComputedStyle(main).overflowY === 'auto') return main;
  return document.scrollingElement;
}
