import type { Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { resizeWindow } from '../support/window-size';
import { brokenRules, expectAxeToHear } from './axe';
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
  { name: 'forced-dark', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Screens that a large window could leave empty, stretch or pull apart. */
const wide = [
  'welcome',
  'home-evaluator',
  'sheet-list',
  'sheet-first-evaluator',
  'sheet-paper',
  'open-questions',
  'settings',
];

type OtherSize = {
  name: string;
  width: number;
  height: number;
  zoom: number;
  /** The screens to try; null means all. */
  of: readonly string[] | null;
  pictures: readonly string[];
};

/** Only whether everything fits; the large ones cost most and are kept to what they change. */
const otherSizes: readonly OtherSize[] = [
  { name: '1366x768', width: 1366, height: 768, zoom: 1, of: null, pictures: [] },
  { name: '1920x1080', width: 1920, height: 1080, zoom: 1, of: null, pictures: wide },
  { name: '2560x1440', width: 2560, height: 1440, zoom: 1, of: wide, pictures: [] },
  { name: '3840x2160', width: 3840, height: 2160, zoom: 1, of: wide, pictures: wide.slice(1, 4) },
  { name: '3840x2160-at-2', width: 3840, height: 2160, zoom: 2, of: wide, pictures: [] },
];

test('どの画面も、明暗・ハイコントラスト・等倍・200％・4Kで、はみ出さず、見分けられ、axeが何も見つけない', async ({
  launch,
  userData,
  host,
}) => {
  test.setTimeout(600_000);
  const book = newPictureBook(host);
  const seen: string[] = [];
  const faults: string[] = [];

  async function inEveryTheme(screen: string, app: AppDriver) {
    const { page } = app;
    for (const size of sizes) {
      await resizeWindow(app, size);
      for (const theme of themes) {
        const { colorScheme, forcedColors } = theme;
        const axeToo = theme.name !== 'forced-dark';
        if (!axeToo && size.zoom === 2) continue;
        const look = `${theme.name}-${size.name}`;
        const note = (found: string[]) =>
          faults.push(...found.map((fault) => `${screen}, ${look}: ${fault}`));
        await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
        await untilDrawn(page);
        if (screen === 'welcome') await expectAxeToHear(page);
        // Its colours are the system's, as in the light one: only the marks are looked at.
        if (axeToo) note(await brokenRules(page));
        note(await cutOff(page));
        note(await faintEdges(page));
        if (forcedColors === 'active') note(await unmarked(page));
        note(await movingThings(page));
        await book.take(page, screen, look);
      }
    }
  }

  async function atOtherSizes(screen: string, app: AppDriver) {
    for (const size of otherSizes) {
      if (size.of?.includes(screen) === false) continue;
      await resizeWindow(app, size);
      for (const fault of await cutOff(app.page)) faults.push(`${screen}, ${size.name}: ${fault}`);
      if (size.pictures.includes(screen)) {
        await book.take(app.page, screen, `light-${size.name}`);
      }
    }
  }

  await visitEveryScreen({
    launch,
    userData,
    async visit(screen, app) {
      seen.push(screen);
      await inEveryTheme(screen, app);
      await app.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await atOtherSizes(screen, app);
      await resizeWindow(app, ordinary);
    },
  });
  book.bind();
  expect(faults).toEqual([]);
  expect(seen.length).toBeGreaterThan(24);
});

/** A new theme is on the screen with the second frame after it was set. */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
