import { useEffect, useRef } from 'react';

type Held = { area: HTMLTextAreaElement; width: number; length: number; least: number };

export type HeldHeight = {
  hold: (area: HTMLTextAreaElement) => void;
  release: () => void;
  /** To be called when the text of a held area has changed, before anything else has. */
  follow: () => void;
};

/**
 * Holds a growing text area at its height while a person writes in it, and lets go only when
 * a line may have come or gone. A box whose height follows its text makes the engine lay out
 * the whole page at every key; a box of a given height, only itself.
 *
 * @returns to be called when the area is entered, written in and left
 */
export function useHeldHeight(): HeldHeight {
  const held = useRef<Held | null>(null);
  const observer = useRef<ResizeObserver | null>(null);

  useEffect(() => () => observer.current?.disconnect(), []);

  return {
    hold(area) {
      held.current = holdAnew(area);
      observer.current ??= new ResizeObserver(() => {
        const { current } = held;
        // Another width breaks the lines elsewhere.
        if (current !== null && current.area.clientWidth !== current.width) {
          held.current = holdAnew(current.area);
        }
      });
      observer.current.observe(area);
    },
    release() {
      if (held.current === null) return;
      letGo(held.current.area);
      held.current = null;
      observer.current?.disconnect();
    },
    follow() {
      if (held.current === null) return;
      const { area, length, least } = held.current;
      const isFuller = area.scrollHeight > area.clientHeight;
      const maySink = area.value.length < length && area.offsetHeight > least;
      if (isFuller || maySink) held.current = holdAnew(area);
      else held.current.length = area.value.length;
    },
  };
}

function holdAnew(area: HTMLTextAreaElement): Held {
  letGo(area);
  const { height } = area.getBoundingClientRect();
  area.style.height = `${height}px`;
  area.style.setProperty('field-sizing', 'fixed');
  area.style.contain = 'strict';
  return {
    area,
    width: area.clientWidth,
    length: area.value.length,
    least: Math.ceil(Number.parseFloat(getComputedStyle(area).minHeight)),
  };
}

function letGo(area: HTMLTextAreaElement): void {
  area.style.removeProperty('height');
  area.style.removeProperty('field-sizing');
  area.style.removeProperty('contain');
}
