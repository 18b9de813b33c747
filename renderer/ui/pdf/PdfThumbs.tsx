import { useEffect, useRef } from 'react';
import { classNames } from '../class-names';
import { drawPage } from './draw-page';
import type { OpenPdf } from './open-pdf';

const WIDTH = 88;

/** The pages themselves come first, and while a person types there is always another. */
const LATER_MILLISECONDS = 400;

type PdfThumbsProps = { file: OpenPdf; current: number; onGoTo: (number: number) => void };

/** The pages in small, to see the whole and to go to one of them. */
export function PdfThumbs({ file, current, onGoTo }: PdfThumbsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[current - 1]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav
      aria-label="ページの一覧"
      className="hidden w-32 shrink-0 overflow-y-auto border-r border-solid-gray-200 bg-white @2xl:block"
    >
      <ol ref={list} className="flex flex-col items-center gap-2 py-3">
        {file.sizes.map((_size, index) => {
          const number = index + 1;
          return (
            <li key={number}>
              <button
                type="button"
                aria-current={number === current ? 'page' : undefined}
                className={classNames(
                  'focus-ring flex cursor-pointer flex-col items-center gap-0.5 rounded-8 border-2 p-1 text-xs',
                  number === current
                    ? 'chosen-mark border-key-900 bg-key-50 font-bold text-key-900'
                    : 'border-transparent hover:bg-solid-gray-50',
                )}
                onClick={() => onGoTo(number)}
              >
                <Thumb file={file} number={number} />
                <span>{number}ページ</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Thumb({ file, number }: { file: OpenPdf; number: number }) {
  const holder = useRef<HTMLSpanElement>(null);
  const { width, height } = file.sizes[number - 1] ?? { width: 1, height: 1 };
  useEffect(() => {
    const place = holder.current;
    if (place === null) return;
    let drawing: ReturnType<typeof drawPage> | null = null;
    // A list that is not shown, or not scrolled to, draws nothing.
    const observer = new IntersectionObserver((entries) => {
      if (drawing !== null || !entries.some(({ isIntersecting }) => isIntersecting)) return;
      drawing = drawPage(file.pdf, number, (WIDTH / width) * window.devicePixelRatio);
      drawing.canvas.then(
        (canvas) => {
          if (canvas === null) return;
          canvas.className = 'block size-full';
          canvas.setAttribute('aria-hidden', 'true');
          place.replaceChildren(canvas);
        },
        // The page itself says what is wrong; its small picture stays as it was.
        () => undefined,
      );
    });
    const start = setTimeout(() => observer.observe(place), LATER_MILLISECONDS);
    return () => {
      clearTimeout(start);
      observer.disconnect();
      drawing?.cancel();
    };
  }, [file, number, width]);
  return (
    <span
      ref={holder}
      className="block border border-solid-gray-300 bg-[#fff]"
      style={{ width: WIDTH, height: (WIDTH / width) * height }}
    />
  );
}
