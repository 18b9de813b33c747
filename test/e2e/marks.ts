import type { Page } from 'playwright-core';

/**
 * Fields and keys whose edge does not stand out from what is around them by 3:1 (WCAG
 * 1.4.11), by line or by filling. What cannot be used now, and buttons that are words
 * alone, need no edge.
 */
export async function faintEdges(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Colour = { light: number; solid: boolean };
    const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
      '2d',
      { willReadFrequently: true },
    );
    function read(colour: string): Colour {
      if (pen === null) throw new Error('no canvas');
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return { light: 0.2126 * r + 0.7152 * g + 0.0722 * b, solid: alpha === 255 };
    }
    function behind(element: Element): Colour {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const colour = read(getComputedStyle(at).backgroundColor);
        if (colour.solid) return colour;
      }
      return read('white');
    }
    const contrast = (one: Colour, other: Colour) =>
      (Math.max(one.light, other.light) + 0.05) / (Math.min(one.light, other.light) + 0.05);
    const controls = document.querySelectorAll(
      'input:not([type="radio"], [type="checkbox"]), textarea, select, button, label:has(input), a[class*="border"]',
    );
    return [...controls].flatMap((control) => {
      const box = control.getBoundingClientRect();
      const style = getComputedStyle(control);
      const edged = style.borderTopWidth !== '0px' && read(style.borderTopColor).solid;
      const isOff = control.matches(':disabled, [data-disabled]');
      if (!edged || isOff || box.width <= 1 || control.closest('[aria-hidden="true"]') !== null) {
        return [];
      }
      const around = behind(control.parentElement ?? control);
      const best = Math.max(
        contrast(read(style.borderTopColor), around),
        contrast(behind(control), around),
      );
      const words = (control.textContent || control.getAttribute('aria-label')) ?? '';
      return best < 3
        ? [`edge ${best.toFixed(2)}:1: ${control.tagName} ${words.slice(0, 30)}`]
        : [];
    });
  });
}

/** Chosen and current things that look like their neighbours when the system sets the colours. */
export async function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is seen: a filling in the page's own colour marks nothing.
    function fillOf(element: Element): string {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/, 0\)$/u.test(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    }
    const chosen = [
      ...document.querySelectorAll('[aria-current]:not([aria-current="false"])'),
      ...document.querySelectorAll('label[data-selected]'),
    ];
    return chosen.flatMap((one) => {
      const group = one.closest('ul, [role="radiogroup"]');
      const others = [...(group?.querySelectorAll(one.tagName) ?? [])].filter(
        (other) => !chosen.includes(other),
      );
      return others.some((other) => fillOf(other) === fillOf(one))
        ? [`not marked: ${one.tagName} ${(one.textContent ?? '').slice(0, 30)}`]
        : [];
    });
  });
}

/** Animations and transitions that still take a time somebody could see. */
export async function movingThings(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => {
      const { animationDuration, animationName, transitionDuration } = getComputedStyle(element);
      const seconds = [animationName === 'none' ? '0s' : animationDuration, transitionDuration];
      const longest = Math.max(
        ...seconds
          .join(',')
          .split(',')
          .map((time) => Number.parseFloat(time)),
      );
      return longest > 0.01 ? [`${element.tagName} moves for ${longest} s`] : [];
    }),
  );
}
