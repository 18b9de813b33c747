import type { Locator, Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { InputMethod } from '../support/input-method';
import { unguardedApplication } from '../support/unguarded-application';
import { realPerson } from './every-screen';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { DateBoxes } from './pages/date-boxes';
import { OwnSheetPage } from './pages/own-sheet-page';
import { PaperPanel } from './pages/paper-panel';
import { RecoveryKeyPage } from './pages/recovery-key-page';
import { SearchPalette } from './pages/search-palette';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
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
  const name = await nameOf(field);
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
    if ((await field.count()) === 0) return [...faults, `${name}: ${key} closed it`];
    const stays = await field.evaluate((element) => document.activeElement === element);
    if (!stays) {
      faults.push(`${name}: ${key} moved on`);
      await field.focus();
    }
  }
  if (!(await field.inputValue()).includes('まどぐち')) faults.push(`${name}: lost the text`);
  if ((await countAll()) !== before) faults.push(`${name}: something was added or taken away`);
  await ime.show('窓口');
  await ime.settle('窓口');
  return faults;
}

async function nameOf(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? (element.ariaLabel ?? element.labels?.[0]?.textContent ?? '')
      : '',
  );
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

/** In a choice found by typing, no key chooses or closes, and no text stands there twice. */
async function composeInSelect(page: Page): Promise<string[]> {
  const ime = await InputMethod.of(page);
  const faults: string[] = [];
  const box = page.getByRole('combobox', { name: 'だれとして使うか（見本）' });
  await box.click();
  for (const text of ['し', 'しみん', '市民']) await ime.show(text);
  for (const key of ['ArrowDown', 'Enter', 'Tab', 'Escape']) {
    await ime.swallow(key);
    if ((await page.getByRole('option').count()) === 0) faults.push(`select: ${key} closed it`);
    if ((await box.inputValue()) !== '市民') faults.push(`select: ${key} changed the text`);
  }
  await ime.settle('市民');
  if ((await box.inputValue()) === '市民') {
    await expect(page.getByRole('option').filter({ hasNotText: '市民' })).toHaveCount(0);
  } else {
    faults.push('select: the text stands there otherwise than typed');
  }
  await page.keyboard.press('Escape');
  return faults;
}

async function checkSheet(app: AppDriver): Promise<string[]> {
  const { page } = app;
  await new WelcomePage(page).openSample();
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  // A second one that stays empty, so that there is somewhere to move on to.
  for (const name of ['個人目標1', '個人目標2']) {
    await page.getByRole('button', { name: '目標を加える' }).click();
    await sheet.part(name).waitFor();
  }
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
  faults.push(...(await composeInSelect(page)));
  const boxes = new DateBoxes(page, sheet.part('個人目標2'));
  await boxes.openByKey();
  faults.push(...(await composeInto(page, boxes.box('月'), () => boxes.group().count())));
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
  expect(faults).toContain('月: Escape closed it');
  expect(faults).toContain('palette: Enter chose');
});

test('ほかの画面の欄でも、変換の途中のキーは、何も決めず、閉じず、移らない', async ({ app }) => {
  const { page } = app;
  const welcome = new WelcomePage(page);
  const recovery = new RecoveryKeyPage(page);
  const complaints = () => page.locator('[role="alert"], [aria-invalid="true"]').count();
  const faults: string[] = [];
  const compose = async (field: Locator, countAll = complaints) => {
    await field.waitFor();
    faults.push(...(await composeInto(page, field, countAll)));
  };

  await page.getByRole('button', { name: '自分の記録を始める' }).click();
  await compose(page.getByRole('form', { name: 'はじめの登録' }).getByLabel('氏名'));
  await page.getByRole('button', { name: '前の画面に戻る' }).click();
  await welcome.startReal(realPerson);
  const groups = await recovery.groups();
  const confirm = page.getByRole('form', { name: '2 回復キーの確認' });
  await confirm.getByRole('textbox').last().fill('XXXX');
  await compose(confirm.getByRole('textbox').first());
  await recovery.typeBack(groups);

  const own = new OwnSheetPage(page);
  await own.open();
  await compose(page.getByRole('form', { name: '自分のシート' }).getByLabel('職名'));
  await own.create('主任');
  await new SheetPage(page).untilSaved();
  const paper = new PaperPanel(page);
  await paper.open();
  const shown = () => paper.panel().count();
  await compose(paper.search(), shown);
  await compose(paper.pageBox(), shown);
  await new ShellPage(page).goTo('人事評価');
  await compose(page.getByLabel('氏名・職員番号などで探す'));
  expect(faults).toEqual([]);
});
