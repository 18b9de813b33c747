import { TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page';
import type { OpenPdf } from './open-pdf';

export type PageText = { number: number; elements: readonly HTMLElement[] };

type PdfPageProps = {
  file: OpenPdf;
  number: number;
  /** CSS pixels to a point. */
  scale: number;
  /** Told of the words that have come onto the page, or null when they have gone. */
  onText: (number: number, elements: readonly HTMLElement[] | null) => void;
  onBroken: (error: unknown) => void;
};

/**
 * One page: its picture and, above it, its words. The last picture stays until the next
 * one is whole, so that nothing flickers while a person types. A page far from the window
 * holds no picture.
 */
export function PdfPage({ file, number, scale, onText, onBroken }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const size = file.sizes[number - 1] ?? { width: 0, height: 0 };

  useEffect(() => {
    if (near) return;
    holder.current?.replaceChildren();
    onText(number, null);
  }, [near, number, onText]);

  useEffect(() => {
    if (!near) return;
    let live = true;
    const drawing = drawPage(file.pdf, number, scale * window.devicePixelRatio);
    async function show() {
      const [canvas, words] = await Promise.all([drawing.canvas, wordsOf(file, number)]);
      if (!live || canvas === null || holder.current === null) return;
      canvas.className = 'block size-full';
      canvas.setAttribute('aria-hidden', 'true');
      holder.current.replaceChildren(canvas, words.layer);
      onText(number, words.elements);
    }
    show().catch((error: unknown) => {
      if (live) onBroken(error);
    });
    return () => {
      live = false;
      drawing.cancel();
    };
  }, [file, number, scale, near, onText, onBroken]);

  return (
    <div
      ref={frame}
      data-page={number}
      className="relative mx-auto shrink-0 bg-white shadow-1"
      style={{
        width: size.width * scale,
        height: size.height * scale,
        ['--total-scale-factor' as string]: scale,
        ['--scale-round-x' as string]: '1px',
        ['--scale-round-y' as string]: '1px',
      }}
    >
      <h3 className="sr-only">{number}ページ</h3>
      <div ref={holder} className="absolute inset-0" />
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

/** True while the element is in the window or less than a window away. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: watched.parentElement, rootMargin: '60% 0px' },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
