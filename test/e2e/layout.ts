import type { Page } from 'playwright-core';

/**
 * What a person could not see or reach sideways: elements past the edge of the window
 * that nothing scrolls to, and fields and buttons whose words do not fit them. Text that
 * ends in an ellipsis on purpose is not one of them, nor is what only a reader hears.
 */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const faults: string[] = [];
    for (const scroller of [root, ...document.querySelectorAll('main')]) {
      if (scroller.scrollWidth <= scroller.clientWidth) continue;
      faults.push(`${scroller.tagName} scrolls sideways: ${scroller.scrollWidth}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { position } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isHeardOnly = box.width <= 1 || box.height <= 1;
      if (isHeardOnly || element.closest('[aria-hidden="true"], .sr-only') !== null) continue;
      const words = `${element.tagName.toLowerCase()} ${(element.textContent ?? '').slice(0, 20)}`;
      // A table or a chart wider than the window scrolls in its own frame (WCAG 1.4.10).
      const frame = element.closest('table, svg')?.parentElement;
      if (frame !== null && frame !== undefined && frame.scrollWidth > frame.clientWidth) continue;
      if (box.left < -1 || box.right > root.clientWidth + 1) faults.push(`past the edge: ${words}`);
      const mayCut = element.matches(
        'button, textarea, a, select, th, label, [role="radio"], h1, h2',
      );
      const isCut =
        element.scrollWidth > element.clientWidth + 1 ||
        (element.matches('button, textarea') && element.scrollHeight > element.clientHeight + 1);
      const isMeant = getComputedStyle(element).textOverflow === 'ellipsis';
      const isInline = getComputedStyle(element).display === 'inline';
      if (mayCut && isCut && !isMeant && !isInline && position !== 'fixed') {
        faults.push(`cut: ${words}`);
      }
    }
    return faults;
  });
}
