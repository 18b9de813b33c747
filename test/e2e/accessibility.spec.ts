import type { Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';

type FocusStop = { what: string; visible: boolean; region: string; top: number; left: number };

/** Where the keyboard is, and whether a person could see it. Null on the page itself. */
async function focusStop(page: Page): Promise<FocusStop | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    // A radio is as small as a dot; its key around it carries the mark.
    const shown = focused.closest('label') ?? focused;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    const box = shown.getBoundingClientRect();
    const isSeen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
    const scrolled = document.querySelector('main')?.scrollTop ?? 0;
    const inMain = shown.closest('main') !== null;
    return {
      // A group of keys is one stop; from behind it is entered at its last key.
      what:
        focused.getAttribute('type') === 'radio'
          ? 'rating'
          : `${focused.tagName} ${focused.getAttribute('aria-label') ?? shown.textContent ?? ''}`,
      visible: (outlined || boxShadow !== 'none') && isSeen,
      region:
        shown.closest('article, aside, nav, header, footer, form')?.outerHTML.slice(0, 120) ??
        'page',
      top: box.top + (inMain ? scrolled : 0),
      left: box.left,
    };
  });
}

async function openOwnSheet(app: AppDriver): Promise<SheetPage> {
  const shell = new ShellPage(app.page);
  await shell.actAs(sampleStaff.employee);
  await shell.goTo('人事評価');
  await new SheetListPage(app.page).open(sampleStaff.employee);
  return new SheetPage(app.page);
}

test('Tabだけで画面を一回りでき、いつも位置が見え、順序は画面のとおり', async ({ sample: app }) => {
  const { page } = app;
  await openOwnSheet(app);
  await page.getByRole('button', { name: '本文へ移動' }).focus();
  const stops: FocusStop[] = [];
  const most = 300;
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await focusStop(page);
    // Past the last field the keyboard leaves the page: it is not trapped.
    if (stop === null || stop.what.endsWith('本文へ移動')) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(30);
  expect(stops.length).toBeLessThan(most);
  expect(stops.filter(({ visible }) => !visible)).toEqual([]);
  const outOfOrder = stops.filter((stop, index) => {
    const before = stops[index - 1];
    if (before === undefined || before.region !== stop.region) return false;
    const isOneLine = Math.abs(before.top - stop.top) < 24;
    return isOneLine ? stop.left < before.left : stop.top < before.top;
  });
  expect(outOfOrder).toEqual([]);

  // And back the same way.
  await page.getByRole('button', { name: '手がかりを閉じる' }).focus();
  const forward = stops.map(({ what }) => what);
  const here = (await focusStop(page))?.what ?? '';
  const back: string[] = [];
  for (let count = 0; count < 8; count += 1) {
    await page.keyboard.press('Shift+Tab');
    back.push((await focusStop(page))?.what ?? '');
  }
  const at = forward.indexOf(here);
  expect(back).toEqual(forward.slice(at - 8, at).toReversed());
});

test('シートをキーボードだけで記入し終える', async ({ sample: app }) => {
  const { page } = app;
  const sheet = await openOwnSheet(app);
  await tabTo(page, '目標を加える');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('目標', { exact: true })).toBeFocused();
  for (const text of ['窓口の待ち時間を短くする', '年度末', '100']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await expect(page.getByLabel('困難度', { exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('困難度', { exact: true })).toHaveValue('high');
  await page.keyboard.press('Tab');
  await page.keyboard.type('平均10分');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByLabel('困難度', { exact: true })).toBeFocused();

  const progress = page.getByRole('progressbar', { name: '記入の進み' });
  const total = Number(await progress.getAttribute('aria-valuemax'));
  const next = page.getByRole('button', { name: '次に未記入の項目へ' });
  for (let count = 0; count < total && (await next.isEnabled()); count += 1) {
    const filled = Number(await progress.getAttribute('aria-valuenow'));
    await page.keyboard.press('F8');
    const isRating = await page.evaluate(
      () => document.activeElement?.getAttribute('type') === 'radio',
    );
    if (isRating) {
      // A letter for one, the arrow keys for the next.
      await page.keyboard.press(count % 2 === 0 ? 'a' : 'ArrowRight');
      await expect(page.locator('input:focus')).toBeChecked();
      await page.keyboard.press('Tab');
    }
    if (!(await isWriting(page))) await page.keyboard.press('Tab');
    await page.keyboard.type(`事実${count + 1}`);
    await expect(progress).not.toHaveAttribute('aria-valuenow', String(filled));
  }
  await expect(progress).toHaveAttribute('aria-valuenow', String(total));
  await sheet.untilSaved();
  await tabTo(page, 'PDFにする');
  await expect(page.getByRole('button', { name: 'PDFにする' })).toBeFocused();
});

async function isWriting(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement);
}

/** Presses Tab, as often as it takes, until a button with these words has the keyboard. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < 300; count += 1) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (reached === words) return;
  }
  throw new Error(`Tab never reaches ${words}`);
}
