import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that another theme alone can break: everything else is the same document. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What the page has of axe once it was brought in. */
type PageAxe = {
  run: (
    context: Document,
    options: object,
  ) => Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  }>;
};

/** Rules of WCAG 2.2 A and AA that the page breaks, each with the place. */
export async function brokenRules(page: Page): Promise<string[]> {
  return run(page, { type: 'tag', values: standards });
}

/** The same of what the theme decides, for the second theme of one page. */
export async function brokenColours(page: Page): Promise<string[]> {
  return run(page, { type: 'rule', values: colourRules });
}

async function run(page: Page, runOnly: { type: string; values: string[] }): Promise<string[]> {
  await bringIn(page);
  return page.evaluate(async (only) => {
    const axe: PageAxe = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  }, runOnly);
}

/** Axe is large: a page gets it once, and keeps it however often it is asked. */
async function bringIn(page: Page): Promise<void> {
  if (await page.evaluate(() => Reflect.has(window, 'axe'))) return;
  await new AxeBuilder({ page })
    .withRules(['html-has-lang'])
    // The other mode opens a second page, which Electron does not allow.
    .setLegacyMode(true)
    .analyze();
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
