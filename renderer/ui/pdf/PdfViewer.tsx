import './pdf.css';
import { type KeyboardEvent, type Ref, useCallback, useEffect, useRef, useState } from 'react';
import { pressedKey } from '../composition';
import type { Drawings } from './drawings';
import type { OpenPdf } from './open-pdf';
import { PdfPage } from './PdfPage';
import { PdfThumbs } from './PdfThumbs';
import { PdfToolbar } from './PdfToolbar';
import {
  PAGE_BORDER,
  type PagePlace,
  scrollIntoSight,
  useAreaSize,
  usePagePosition,
} from './use-page-position';
import { usePdfSearch } from './use-pdf-search';
import { nextZoom, percentOf, scaleOf, type Zoom } from './zoom';

type PdfViewerProps = {
  /** What the pages are called to a person who hears them. */
  label: string;
  file: OpenPdf;
  /** Levels what a search does not tell apart. */
  fold: (text: string) => string;
  searchRef: Ref<HTMLInputElement>;
  drawings: Drawings;
  onBroken: (error: unknown) => void;
};

/**
 * Shows a PDF: pages, small pages where there is room, size, search. Another file takes
 * the place of the one before without a flicker, at the same place and size.
 */
export function PdfViewer({ label, file, fold, searchRef, drawings, onBroken }: PdfViewerProps) {
  const scroller = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const area = useAreaSize(scroller, PAGE_BORDER);
  const scale = scaleOf(zoom, file.sizes[0] ?? { width: 1, height: 1 }, area);
  const { current, goTo } = usePagePosition(scroller, scale);
  const showHit = useCallback((place: PagePlace) => {
    if (scroller.current !== null) scrollIntoSight(scroller.current, place);
  }, []);
  const search = usePdfSearch(file, fold, showHit);
  const pages = file.sizes.length;
  const shownPage = Math.min(current, pages);

  const goToPage = (number: number) => goTo({ number, top: 0, left: 0 });
  const step = useCallback(
    (direction: 'in' | 'out') => setZoom(nextZoom(percentOf(scale), direction)),
    [scale],
  );
  useWheelZoom(scroller, step);

  function handleKey(event: KeyboardEvent) {
    const key = pressedKey(event.nativeEvent);
    if (key === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keyActions[key];
    if (action === undefined) return;
    // Across a wide page the arrow keys scroll, as everywhere.
    const area = scroller.current;
    const scrolls = area !== null && area.scrollWidth > area.clientWidth;
    if (scrolls && key.startsWith('Arrow')) return;
    event.preventDefault();
    if (action === 'in' || action === 'out') step(action);
    else if (action === 'fit') setZoom('width');
    else goToPage(Math.min(Math.max(shownPage + action, 1), pages));
  }

  return (
    <div className="@container flex min-h-0 grow flex-col">
      <PdfToolbar
        pages={pages}
        current={shownPage}
        onGoTo={goToPage}
        zoom={zoom}
        scale={scale}
        onZoom={setZoom}
        search={search}
        searchRef={searchRef}
      />
      <div className="flex min-h-0 grow max-md:h-[calc(100dvh-1rem)]">
        <PdfThumbs file={file} current={shownPage} onGoTo={goToPage} />
        <section
          ref={scroller}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by the keyboard
          tabIndex={0}
          className="focus-ring relative flex min-w-0 grow flex-col gap-3 overflow-auto bg-solid-gray-100 p-3 -outline-offset-3! [scrollbar-gutter:stable]"
          onKeyDown={handleKey}
        >
          {file.sizes.map((_size, index) => (
            <PdfPage
              // Pages have no identity but their number.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              file={file}
              number={index + 1}
              scale={scale}
              drawings={drawings}
              onText={search.onText}
              onBroken={onBroken}
            />
          ))}
        </section>
      </div>
    </div>
  );
}

const keyActions: Readonly<Record<string, 'in' | 'out' | 'fit' | 1 | -1>> = {
  '+': 'in',
  ';': 'in',
  '-': 'out',
  '0': 'fit',
  ArrowRight: 1,
  ArrowLeft: -1,
};

/** Ctrl and the wheel make the paper larger, not the window. */
function useWheelZoom(
  element: React.RefObject<HTMLElement | null>,
  step: (direction: 'in' | 'out') => void,
): void {
  useEffect(() => {
    const area = element.current;
    if (area === null) return;
    function handleWheel(event: WheelEvent) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      step(event.deltaY < 0 ? 'in' : 'out');
    }
    area.addEventListener('wheel', handleWheel, { passive: false });
    return () => area.removeEventListener('wheel', handleWheel);
  }, [element, step]);
}
