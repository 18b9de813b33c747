import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';

/** Rules of WCAG 2.2 A and AA that the page breaks, each with the place. */
export async function brokenRules(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // The other mode opens a second page, which Electron does not allow.
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/** Our policy does not keep axe from working: a fault made on purpose is found. */
export async function expectAxeToHear(page: Page): Promise<void> {
  await page.evaluate(() => {
    const image = document.querySelector('main')?.appendChild(document.createElement('img'));
    if (image !== undefined) image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
  });
  expect((await brokenRules(page)).join('\n')).toContain('image-alt');
  await page.evaluate(() => document.querySelector('main > img')?.remove());
}
