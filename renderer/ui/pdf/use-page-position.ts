import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Size } from './zoom';

/** A place on the paper: fractions of a page's height and width from its upper left. */
export type PagePlace = { number: number; top: number; left: number };

/** The inside of the element, for a page to fit in. */
export function useAreaSize(element: RefObject<HTMLElement | null>, border: number): Size {
  const [area, setArea] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const measure = () => {
      const width = watched.clientWidth - 2 * border;
      const height = watched.clientHeight - 2 * border;
      setArea((known) =>
        known.width === width && known.height === height ? known : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, border]);
  return area;
}

/** Around the pages, in CSS pixels; above a page that is gone to, a little of it shows. */
export const PAGE_BORDER = 12;

/**
 * Which page a person looks at, and the way to another. The same place stays in the
 * window when the pages change their size.
 */
export function usePagePosition(
  scroller: RefObject<HTMLElement | null>,
  scale: number,
): {
  current: number;
  goTo: (place: PagePlace) => void;
} {
  const [current, setCurrent] = useState(1);
  const place = useRef<PagePlace>({ number: 1, top: 0, left: 0 });

  useEffect(() => {
    const area = scroller.current;
    if (area === null) return;
    const look = () => {
      const middle = area.scrollTop + area.clientHeight / 2;
      const pages = pagesIn(area);
      const seen = pages.findLast((page) => page.offsetTop <= middle) ?? pages[0];
      setCurrent(Number(seen?.dataset['page'] ?? 1));
      const edge = area.scrollTop + PAGE_BORDER;
      const upper = pages.findLast((page) => page.offsetTop <= edge + 1) ?? pages[0];
      if (upper === undefined) return;
      place.current = {
        number: Number(upper.dataset['page']),
        top: (edge - upper.offsetTop) / upper.offsetHeight,
        left: area.scrollLeft / upper.offsetWidth,
      };
    };
    area.addEventListener('scroll', look, { passive: true });
    return () => area.removeEventListener('scroll', look);
  }, [scroller]);

  // Before the browser paints the new size, and before it has told of any scrolling.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is what moves the place
  useLayoutEffect(() => {
    const area = scroller.current;
    if (area !== null) scrollTo(area, place.current);
  }, [scroller, scale]);

  const goTo = useCallback(
    (next: PagePlace) => {
      const area = scroller.current;
      if (area === null) return;
      place.current = next;
      setCurrent(next.number);
      scrollTo(area, next);
    },
    [scroller],
  );
  return { current, goTo };
}

/** Brings a place to the upper third of the area, unless it is in sight already. */
export function scrollIntoSight(area: HTMLElement, { number, top, left }: PagePlace): void {
  const page = pagesIn(area)[number - 1];
  if (page === undefined) return;
  const y = page.offsetTop + top * page.offsetHeight;
  const x = page.offsetLeft + left * page.offsetWidth;
  const hiddenBelow = y < area.scrollTop + 20 || y > area.scrollTop + area.clientHeight - 40;
  const hiddenBeside = x < area.scrollLeft || x > area.scrollLeft + area.clientWidth - 80;
  if (hiddenBelow) area.scrollTop = y - area.clientHeight / 3;
  if (hiddenBeside) area.scrollLeft = x - area.clientWidth / 3;
}

function scrollTo(area: HTMLElement, { number, top, left }: PagePlace): void {
  const page = pagesIn(area)[number - 1];
  if (page === undefined) return;
  area.scrollTop = page.offsetTop + top * page.offsetHeight - PAGE_BORDER;
  area.scrollLeft = left * page.offsetWidth;
}

function pagesIn(area: HTMLElement): HTMLElement[] {
  return [...area.querySelectorAll<HTMLElement>('[data-page]')];
}
