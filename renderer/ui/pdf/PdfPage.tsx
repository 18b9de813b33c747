import { TextLayer } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page';
import type { Drawings } from './drawings';
import type { OpenPdf } from './open-pdf';

type PdfPageProps = {
  file: OpenPdf;
  number: number;
  /** CSS pixels to a point. */
  scale: number;
  /** Told while the page is drawn in sight. */
  drawings: Drawings;
  /** Told of the words that have come onto the page, or null when they have gone. */
  onText: (number: number, elements: readonly HTMLElement[] | null) => void;
  onBroken: (error: unknown) => void;
};

/** A page that is only near waits so long, because those in sight are drawn first. */
const NEAR_MILLISECONDS = 300;

/**
 * One page: its picture and, above it, its words. The last picture stays until the next
 * one is whole, so that nothing flickers while a person types. A page far from the window
 * holds no picture.
 */
export function PdfPage({ file, number, scale, drawings, onText, onBroken }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const shown = useRef<{ file: OpenPdf; scale: number } | null>(null);
  const distance = useDistance(frame);
  const size = file.sizes[number - 1] ?? { width: 0, height: 0 };

  useEffect(() => {
    if (distance !== 'far') return;
    picture.current?.replaceChildren();
    words.current?.replaceChildren();
    shown.current = null;
    onText(number, null);
  }, [distance, number, onText]);

  useEffect(() => {
    if (distance === 'far') return;
    // Scrolled from near into sight: the picture is there already.
    if (shown.current?.file === file && shown.current.scale === scale) return;
    let live = true;
    let drawing: ReturnType<typeof drawPage> | null = null;
    const end = distance === 'in-sight' ? drawings.begin() : () => {};
    async function show() {
      drawing = drawPage(file.pdf, number, scale * window.devicePixelRatio);
      const canvas = await drawing.canvas;
      if (!live || canvas === null) return;
      canvas.className = 'block size-full';
      canvas.setAttribute('aria-hidden', 'true');
      picture.current?.replaceChildren(canvas);
      // One after the other: both ask the same worker, and the picture is what is looked at.
      const { layer, elements } = await wordsOf(file, number);
      if (!live) return;
      words.current?.replaceChildren(layer);
      shown.current = { file, scale };
      onText(number, elements);
    }
    const start = setTimeout(
      () =>
        show()
          .catch((error: unknown) => {
            if (live) onBroken(error);
          })
          .finally(end),
      distance === 'near' ? NEAR_MILLISECONDS : 0,
    );
    return () => {
      live = false;
      clearTimeout(start);
      drawing?.cancel();
      end();
    };
  }, [file, number, scale, distance, drawings, onText, onBroken]);

  return (
    <div
      ref={frame}
      data-page={number}
      className="relative mx-auto shrink-0 bg-[#fff] shadow-1"
      style={{
        width: size.width * scale,
        height: size.height * scale,
        ['--total-scale-factor' as string]: scale,
        ['--scale-round-x' as string]: '1px',
        ['--scale-round-y' as string]: '1px',
      }}
    >
      <h3 className="sr-only">{number}ページ</h3>
      <div ref={picture} className="absolute inset-0" />
      <div ref={words} className="absolute inset-0" />
    </div>
  );
}

async function wordsOf(file: OpenPdf, number: number) {
  const page = await file.pdf.getPage(number);
  const layer = document.createElement('div');
  layer.className = 'pdf-text';
  const text = new TextLayer({
    textContentSource: await page.getTextContent(),
    container: layer,
    viewport: page.getViewport({ scale: 1 }),
  });
  await text.render();
  return { layer, elements: text.textDivs as readonly HTMLElement[] };
}

type Distance = 'in-sight' | 'near' | 'far';

/** In the window, less than two thirds of a window away, or farther. */
function useDistance(element: RefObject<HTMLElement | null>): Distance {
  const [inSight, setInSight] = useState(false);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const observers = [
      watch(watched, '0px', setInSight),
      // Wide enough that a page is drawn before it is scrolled to.
      watch(watched, '66% 0px', setNear),
    ];
    return () => {
      for (const observer of observers) observer.disconnect();
    };
  }, [element]);
  if (inSight) return 'in-sight';
  return near ? 'near' : 'far';
}

function watch(
  watched: HTMLElement,
  rootMargin: string,
  tell: (inside: boolean) => void,
): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => tell(entries.at(-1)?.isIntersecting ?? false),
    { root: watched.parentElement, rootMargin },
  );
  observer.observe(watched);
  return observer;
}
