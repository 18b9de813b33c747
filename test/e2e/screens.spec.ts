import type { Locator, Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { resizeWindow, type WindowSize } from '../support/window-size';
import { brokenColours, brokenRules, expectAxeToHear } from './axe';
import { watchBounds } from './bounds';
import { visitEveryScreen } from './every-screen';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { faintEdges, movingThings, unmarked } from './marks';
import { newPictureBook } from './picture-book';

const ordinary = { width: 1366, height: 820, zoom: 1 };

/** Every screen is shown in every theme at each of these. */
const sizes = [
  { name: '1280x720', width: 1280, height: 720, zoom: 1 },
  { name: '200', width: 1280, height: 720, zoom: 2 },
] as const;

const themes = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'light', forcedColors: 'active' },
] as const;

/** Screens that a large window could leave empty, stretch or pull apart. */
const wide = [
  'home-evaluator',
  'sheet-list',
  'sheet-first-evaluator',
  'sheet-paper',
  'open-questions',
];

type LargeSize = WindowSize & { name: string; colorScheme: 'light' | 'dark' };

const largeSizes: readonly LargeSize[] = [
  { name: '1920x1080', width: 1920, height: 1080, zoom: 1, colorScheme: 'light' },
  { name: '3840x2160', width: 3840, height: 2160, zoom: 1, colorScheme: 'dark' },
];

test('どの画面も、明・暗・ハイコントラスト・等倍・200％で、はみ出さず、見分けられ、axeが何も見つけず、外へ何も出ない', async ({
  launch,
  userData,
  host,
}) => {
  test.setTimeout(600_000);
  const book = newPictureBook(host);
  const seen: string[] = [];
  const faults: string[] = [];

  async function inEveryTheme(screen: string, app: AppDriver, middle?: Locator) {
    const { page } = app;
    for (const size of sizes) {
      await resizeWindow(app, size);
      await middle?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      for (const { name, colorScheme, forcedColors } of themes) {
        const look = `${name}-${size.name}`;
        const note = (found: string[]) =>
          faults.push(...found.map((fault) => `${screen}, ${look}: ${fault}`));
        await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
        await untilDrawn(page);
        if (name === 'light') {
          note(await brokenRules(page));
          note(await cutOff(page));
          note(await movingThings(page));
        } else note(await brokenColours(page));
        if (forcedColors === 'active') note(await unmarked(page));
        else note(await faintEdges(page));
        await book.take(page, screen, look);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }

  async function atLargeSizes(screen: string, app: AppDriver) {
    for (const { name, colorScheme, ...size } of largeSizes) {
      await resizeWindow(app, size);
      await app.page.emulateMedia({ colorScheme });
      await untilDrawn(app.page);
      for (const fault of await cutOff(app.page)) faults.push(`${screen}, ${name}: ${fault}`);
      await book.take(app.page, screen, `${colorScheme}-${name}`);
    }
    await app.page.emulateMedia({ colorScheme: 'light' });
  }

  let outOfBounds = async (): Promise<string[]> => [];
  await visitEveryScreen({
    launch,
    userData,
    async started(app) {
      outOfBounds = await watchBounds(app);
    },
    async visit(screen, app, middle) {
      seen.push(screen);
      faults.push(...(await outOfBounds()).map((fault) => `${screen}: ${fault}`));
      if (screen === 'welcome') await expectAxeToHear(app.page);
      await inEveryTheme(screen, app, middle);
      if (wide.includes(screen)) await atLargeSizes(screen, app);
      await resizeWindow(app, ordinary);
    },
  });
  book.bind();
  expect(faults).toEqual([]);
  expect(seen.length).toBeGreaterThan(40);
});

/** A new theme is on the screen with the second frame after it was set. */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
