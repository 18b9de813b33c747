import type { Locator, Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { InputMethod } from '../support/input-method';
import { unguardedApplication } from '../support/unguarded-application';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { SearchPalette } from './pages/search-palette';
import { WelcomePage } from './pages/welcome-page';

/** Keys a clerk presses in the middle of a conversion; none may reach the page. */
const SWALLOWED = [
  'Enter',
  'Escape',
  'Tab',
  'ArrowDown',
  'ArrowLeft',
  'F1',
  'F8',
  'Backspace',
  's',
];

/** Composes into a field, pressing everything meanwhile; returns what went wrong. */
async function composeInto(
  page: Page,
  field: Locator,
  countAll: () => Promise<number>,
): Promise<string[]> {
  const ime = await InputMethod.of(page);
  const faults: string[] = [];
  const name = (await field.getAttribute('aria-label')) ?? (await field.getAttribute('id')) ?? '';
  const before = await countAll();
  await field.focus();
  for (const text of ['ま', 'まど', 'まどぐち']) await ime.show(text);
  for (const key of [...SWALLOWED, 'Control ArrowDown', 'Control PageDown', 'Control /']) {
    const [last = '', control] = key.split(' ').toReversed();
    await ime.swallow(last, { control: control !== undefined });
    if ((await page.getByRole('dialog').count()) > 0) {
      faults.push(`${name}: ${key} opened a dialog`);
      await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
    }
    const stays = await field.evaluate((element) => document.activeElement === element);
    if (!stays) {
      faults.push(`${name}: ${key} moved on`);
      await field.focus();
    }
  }
  if ((await countAll()) !== before) faults.push(`${name}: something was added or taken away`);
  await ime.show('窓口');
  await ime.settle('窓口');
  return faults;
}

/** Swallowed keys on the rating keys choose nothing and lead nowhere. */
async function pressOnRating(page: Page, part: Locator): Promise<string[]> {
  const ime = await InputMethod.of(page);
  const faults: string[] = [];
  const radio = part.getByRole('radio').first();
  const checked = await part.getByRole('radio', { checked: true }).count();
  for (const key of ['s', 'a', 'b', 'Enter', 'F8']) {
    await radio.focus();
    await ime.swallow(key);
    if (!(await radio.evaluate((element) => document.activeElement === element))) {
      faults.push(`rating: ${key} moved on`);
    }
    if ((await part.getByRole('radio', { checked: true }).count()) !== checked) {
      faults.push(`rating: ${key} chose`);
    }
  }
  return faults;
}

/** In the search over every page, Enter takes the word and Escape takes it back. */
async function composeInPalette(page: Page): Promise<string[]> {
  const palette = new SearchPalette(page);
  const ime = await InputMethod.of(page);
  const faults: string[] = [];
  const open = page.url();
  await palette.openByKey();
  for (const text of ['せ', 'せってい', '設定']) await ime.show(text);
  await palette.options().first().waitFor();
  for (const key of ['ArrowDown', 'Escape', 'Enter']) {
    await ime.swallow(key);
    if ((await palette.box().count()) > 0 && page.url() === open) continue;
    faults.push(`palette: ${key} chose`);
    return faults;
  }
  await ime.settle('設定');
  await expect(palette.box()).toHaveValue('設定');
  await page.keyboard.press('Escape');
  return faults;
}

async function checkSheet(app: AppDriver): Promise<string[]> {
  const { page } = app;
  await new WelcomePage(page).openSample();
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  const goal = sheet.part('個人目標1');
  const items = (await sheet.partNames()).filter((name) => !name.includes('目標'));
  const [item = '', rated = ''] = items;
  const countAll = () => page.getByRole('article').count();
  const fields = [
    goal.getByLabel('目標', { exact: true }),
    goal.getByLabel('いつまでに'),
    goal.getByLabel('どの水準まで'),
    sheet.textBox(item),
  ];
  const faults: string[] = [];
  for (const field of fields) {
    await field.waitFor();
    faults.push(...(await composeInto(page, field, countAll)));
  }
  faults.push(...(await pressOnRating(page, sheet.part(rated))));
  // Last, because it leads away where nothing guards it.
  faults.push(...(await composeInPalette(page)));
  return faults;
}

test('変換の途中のキーは、項目を移らず、評語を変えず、書いた文字はそのまま残る', async ({
  app,
}) => {
  const { page } = app;
  expect(await checkSheet(app)).toEqual([]);
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await sheet.untilSaved();
  await page.reload();
  await new WelcomePage(page).openSample();
  const again = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  const goal = again.part('個人目標1');
  for (const label of ['目標', 'いつまでに', 'どの水準まで']) {
    await expect(goal.getByLabel(label, { exact: true })).toHaveValue('窓口');
  }
  const [item = ''] = (await again.partNames()).filter((name) => !name.includes('目標'));
  await expect(again.textBox(item)).toHaveValue('窓口');
  await expect(again.part(item)).toContainText('2 字');
});

test('変換の見張りを外した画面では、同じ検査が誤りを見つける', async ({ host, launch }, info) => {
  info.skip(host === 'electron', 'Electron starts the one main bundle of its package');
  const faults = await checkSheet(await launch({ main: unguardedApplication() }));
  expect(faults.some((fault) => fault.includes('F8 moved on'))).toBe(true);
  expect(faults.some((fault) => fault.includes('ArrowDown moved on'))).toBe(true);
  expect(faults.some((fault) => fault.includes('opened a dialog'))).toBe(true);
  expect(faults).toContain('rating: s chose');
  expect(faults).toContain('palette: Enter chose');
});
