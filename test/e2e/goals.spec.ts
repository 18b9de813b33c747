import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDriver } from '../support/app-driver';
import { answerSaveDialog } from '../support/save-dialog';
import { spoilEntry } from '../support/spoil-entry';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import type { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { WelcomePage } from './pages/welcome-page';

async function openOwnSheet(app: AppDriver): Promise<SheetPage> {
  return openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
}

/** Adds a goal and types its wording key by key. */
async function typeGoal(app: AppDriver, words: string): Promise<void> {
  await app.page.getByRole('button', { name: '目標を加える' }).click();
  const field = app.page.locator('textarea:focus');
  await field.pressSequentially(words, { delay: 20 });
  await expect(field).toHaveValue(words);
}

test('加えた目標は、書き始めても最後のままで、開き直しても変わらない', async ({ sample: app }) => {
  const { page } = app;
  // Her goals are from an earlier day; one begun today must not go before them.
  const sheet = await openSheetOf(app, sampleStaff.first, sampleStaff.first);
  const cards = page.getByRole('region', { name: /個人目標/u }).getByRole('article');
  const wording = (part: string) => sheet.part(part).getByLabel('目標', { exact: true });
  const before = await cards.count();
  expect(before).toBeGreaterThan(0);
  const firstWords = await wording('個人目標1').inputValue();
  const [added, next] = [`個人目標${before + 1}`, `個人目標${before + 2}`];

  await typeGoal(app, '加えた目標');
  await expect(wording(added)).toBeFocused();
  await typeGoal(app, '次に加えた目標');
  await sheet.part(added).getByLabel('いつまでに').fill('年度末');
  await sheet.part(added).getByLabel('割合（％）').fill('40');
  await sheet.untilSaved();

  await page.reload();
  await new WelcomePage(page).openSample();
  await openSheetOf(app, sampleStaff.first, sampleStaff.first);
  await expect(wording('個人目標1')).toHaveValue(firstWords);
  await expect(wording(added)).toHaveValue('加えた目標');
  await expect(wording(next)).toHaveValue('次に加えた目標');
  await expect(sheet.part(added).getByLabel('いつまでに')).toHaveValue('年度末');
  await expect(sheet.part(added).getByLabel('割合（％）')).toHaveValue('40');
});

test('取り除いた目標は、ページを離れても元に戻せる', async ({ sample: app }) => {
  const { page } = app;
  const sheet = await openOwnSheet(app);
  await typeGoal(app, '残す目標');
  await typeGoal(app, '取り除く目標');
  await sheet.untilSaved();
  await page.getByRole('button', { name: '個人目標2を取り除く' }).click();
  const removed = page.getByRole('region', { name: '取り除いた目標（1件）' });
  const bringBack = removed.getByRole('button', { name: '取り除く目標を元に戻す' });
  await expect(bringBack).toBeFocused();
  await expect(sheet.part('個人目標2')).toHaveCount(0);

  await new ShellPage(page).goTo('ホーム');
  await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await bringBack.click();
  const wording = sheet.part('個人目標2').getByLabel('目標', { exact: true });
  await expect(wording).toHaveValue('取り除く目標');
  await expect(sheet.part('個人目標2').locator(':focus')).toHaveCount(1);
  await expect(removed).toHaveCount(0);
});

/** Whose self-evaluation is handed in, in 見本. */
const evaluated = '大久保 健';

test('読めなくなった目標は、評価者の評語とともに見え、紙にする前に尋ねられる', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const sheet = await openSheetOf(app, evaluated, sampleStaff.first);
  // Any of them may be the one that becomes unreadable.
  for (const goal of await sheet.goals().all()) {
    const name = (await goal.getAttribute('aria-label')) ?? '';
    await sheet.rate(name, 'A');
    await sheet.write(name, '一次評価者の根拠');
  }
  await sheet.untilSaved();
  const sheetId = page.url().split('/').at(-1) ?? '';
  const spoiled = await spoilEntry(page, {
    database: 'ikusei-note-sample',
    sheetId,
    partId: 'goal/',
    author: 'employee',
  });
  expect(spoiled).toBe(1);

  await page.reload();
  await new WelcomePage(page).openSample();
  await openSheetOf(app, evaluated, sampleStaff.first);
  const part = sheet.part('読めなくなった個人目標1');
  await expect(part).toContainText('本人の記入は、読めなくなっています（番号 E106）。');
  await expect(part).toContainText('一次評価者の根拠');
  await expect(part.getByRole('radio')).toHaveCount(0);

  const path = join(workFolder, 'シート.pdf');
  await answerSaveDialog(app, path);
  const toPdf = page.getByRole('button', { name: 'PDFにする', exact: true });
  const question = page.getByRole('alertdialog', { name: '読めなくなった記入があります' });
  await toPdf.click();
  await expect(question).toContainText('読めなくなった記入が 1 件あり');
  await question.getByRole('button', { name: 'やめる' }).click();
  expect(existsSync(path)).toBe(false);
  await toPdf.click();
  await question.getByRole('button', { name: 'このままPDFにする' }).click();
  await sheet.agreeToUndisclosed();
  await page.getByText('PDFを保存しました').waitFor();
  expect(existsSync(path)).toBe(true);
});
