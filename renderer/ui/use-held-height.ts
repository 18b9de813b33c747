import { useEffect, useState } from 'react';

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
 * @returns the same object for good; to be called when the area is entered, written in and left
 */
export function useHeldHeight(): HeldHeight {
  const [{ height, stop }] = useState(makeHeldHeight);
  useEffect(() => stop, [stop]);
  return height;
}

function makeHeldHeight(): { height: HeldHeight; stop: () => void } {
  let held: Held | null = null;
  let observer: ResizeObserver | null = null;

  const height: HeldHeight = {
    hold(area) {
      held = holdAnew(area);
      observer ??= new ResizeObserver(() => {
        // Another width breaks the lines elsewhere.
        if (held !== null && held.area.clientWidth !== held.width) held = holdAnew(held.area);
      });
      observer.observe(area);
    },
    release() {
      if (held === null) return;
      letGo(held.area);
      held = null;
      observer?.disconnect();
    },
    follow() {
      if (held === null) return;
      const { area, length, least } = held;
      const isFuller = area.scrollHeight > area.clientHeight;
      const maySink = area.value.length < length && area.offsetHeight > least;
      if (isFuller || maySink) held = holdAnew(area);
      else held.length = area.value.length;
    },
  };
  return { height, stop: () => observer?.disconnect() };
}

function holdAnew(area: HTMLTextAreaElement): Held {
  letGo(area);
  const { height } = area.getBoundingClientRect();
  area.style.height = `${height}px`;
  area.style.setProperty('field-sizing', 'fixed');
  area.style.contain = 'strict';
  // A layer of its own: else every key paints what lies on the same layer, the whole sheet.
  area.style.willChange = 'transform';
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
  area.style.removeProperty('will-change');
}
