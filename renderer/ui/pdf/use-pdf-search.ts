import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { indexText, type TextIndex, type TextMatch, type TextPoint } from './find-text';
import type { OpenPdf } from './open-pdf';
import type { PagePlace } from './use-page-position';

type PageIndex = { index: TextIndex; placeOf: (point: TextPoint) => PagePlace };
type Hit = { number: number; match: TextMatch };

const FOUND = 'pdf-found';
const CURRENT = 'pdf-found-current';

export type PdfSearch = {
  typed: string;
  type: (typed: string) => void;
  /** How many there are; null while nothing is searched. */
  count: number | null;
  /** 0 for the first; meaningless without hits. */
  current: number;
  step: (direction: 1 | -1) => void;
  /** To be told of the words of each page that comes into the window, or goes. */
  onText: (number: number, elements: readonly HTMLElement[] | null) => void;
};

/** Finds words in a paper and marks them on the pages that are drawn. */
export function usePdfSearch(
  file: OpenPdf,
  fold: (text: string) => string,
  goTo: (place: PagePlace) => void,
): PdfSearch {
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState(0);
  const pages = usePageIndexes(file, fold, typed !== '');
  const drawn = useRef(new Map<number, readonly HTMLElement[]>());
  const hits = useMemo(
    () =>
      pages.flatMap(({ index }, at) =>
        index.find(typed).map((match): Hit => ({ number: at + 1, match })),
      ),
    [pages, typed],
  );
  const shown = Math.min(current, Math.max(0, hits.length - 1));

  const mark = useCallback(() => {
    markHits(hits, shown, drawn.current);
  }, [hits, shown]);
  const latestMark = useRef(mark);
  useEffect(() => {
    latestMark.current = mark;
    mark();
  }, [mark]);
  useEffect(() => () => clearMarks(), []);

  const onText = useCallback((number: number, elements: readonly HTMLElement[] | null) => {
    if (elements === null) drawn.current.delete(number);
    else drawn.current.set(number, elements);
    latestMark.current();
  }, []);

  const show = useCallback(
    (hit: Hit | undefined) => {
      const place = hit && pages[hit.number - 1]?.placeOf(hit.match.from);
      if (place !== undefined) goTo(place);
    },
    [pages, goTo],
  );

  // The first hit is shown as soon as there is one; a later paper moves nothing.
  const shownFor = useRef('');
  useEffect(() => {
    if (shownFor.current === typed || hits.length === 0) return;
    shownFor.current = typed;
    show(hits[0]);
  }, [typed, hits, show]);

  return {
    typed,
    type(next) {
      setTyped(next);
      setCurrent(0);
    },
    count: typed === '' || pages.length === 0 ? null : hits.length,
    current: shown,
    step(direction) {
      if (hits.length === 0) return;
      const next = (shown + direction + hits.length) % hits.length;
      setCurrent(next);
      show(hits[next]);
    },
    onText,
  };
}

/** The words of every page; read only once somebody searches. */
function usePageIndexes(
  file: OpenPdf,
  fold: (text: string) => string,
  wanted: boolean,
): readonly PageIndex[] {
  const [pages, setPages] = useState<readonly PageIndex[]>([]);
  useEffect(() => {
    if (!wanted) return;
    let live = true;
    const reading = file.sizes.map((_size, index) => readPage(file, index + 1, fold));
    Promise.all(reading).then(
      (read) => live && setPages(read),
      // The paper has been closed: the next one is read in its place.
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [file, fold, wanted]);
  return pages;
}

async function readPage(
  file: OpenPdf,
  number: number,
  fold: (text: string) => string,
): Promise<PageIndex> {
  const page = await file.pdf.getPage(number);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
  const { width, height } = file.sizes[number - 1] ?? { width: 1, height: 1 };
  return {
    index: indexText(
      pieces.map(({ str }) => str),
      fold,
    ),
    placeOf({ piece }) {
      const item = pieces[piece];
      if (item === undefined) return { number, top: 0, left: 0 };
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
      return { number, top: 1 - (y + item.height) / height, left: x / width };
    },
  };
}

function markHits(
  hits: readonly Hit[],
  current: number,
  drawn: ReadonlyMap<number, readonly HTMLElement[]>,
): void {
  const found = new Highlight();
  const chosen = new Highlight();
  chosen.priority = 1;
  for (const [index, { number, match }] of hits.entries()) {
    const range = rangeOf(match, drawn.get(number) ?? []);
    if (range !== null) (index === current ? chosen : found).add(range);
  }
  CSS.highlights.set(FOUND, found);
  CSS.highlights.set(CURRENT, chosen);
}

function clearMarks(): void {
  CSS.highlights.delete(FOUND);
  CSS.highlights.delete(CURRENT);
}

/** Null where the page is not drawn, or still shows the paper before. */
function rangeOf({ from, to }: TextMatch, elements: readonly HTMLElement[]): Range | null {
  const first = elements[from.piece]?.firstChild;
  const last = elements[to.piece]?.firstChild;
  if (!(first instanceof Text) || !(last instanceof Text)) return null;
  if (from.offset > first.length || to.offset > last.length) return null;
  const range = document.createRange();
  range.setStart(first, from.offset);
  range.setEnd(last, to.offset);
  return range;
}
