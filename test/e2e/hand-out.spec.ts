import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printsText, readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { HandOutPage } from './pages/hand-out-page';
import { SheetListPage } from './pages/sheet-list-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();
const period = '試行の半期評価';

test('職員課は、半期の評価期間を作り、割合を直してから全員に一度だけ配布できる', async ({
  sample: app,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  await shell.actAs(sampleHrClerk(office).name);
  const pages = new HandOutPage(page);
  await pages.goToPeriods();
  await pages.addPeriod('half', period);
  expect(await cutOff(page)).toEqual([]);
  expect(await brokenRules(page)).toEqual([]);

  // Weights that do not add up: a warning, and no 配布.
  await pages.openPlan('係長職以下');
  await pages.set('実績の割合（％）', '５０');
  await expect(page.getByText('合計 110％')).toBeVisible();
  await expect(pages.faults()).toContainText('合計が 110％です。100％にします。');
  await expect(page.getByRole('button', { name: '点数を確定する' })).toBeDisabled();
  expect(await cutOff(page)).toEqual([]);
  expect(await brokenRules(page)).toEqual([]);
  await pages.back();
  await pages.goToHandOut();
  await expect(pages.handOutButton()).toBeDisabled();
  expect(await brokenRules(page)).toEqual([]);

  // The fault leads to its field; once it is right, the numbers can be settled.
  await pages.faults().getByRole('link').click();
  await expect(page.getByLabel('実績の割合（％）')).toBeFocused();
  await pages.set('能力の割合（％）', '30');
  await expect(pages.faults()).toHaveCount(0);
  await page.getByRole('button', { name: '点数を確定する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '確定する', exact: true }).click();
  await expect(page.getByText('確定済み', { exact: true })).toBeVisible();
  await pages.back();
  await pages.goToHandOut();
  expect(await cutOff(page)).toEqual([]);

  const evaluated = office.staff.length - 1;
  await expect(pages.handOutButton()).toHaveText(`${evaluated}人に配布する`);
  await pages.handOutButton().click();
  await expect(page.getByText(`${evaluated}人にシートを配布しました。`)).toBeVisible();
  // A second time there is nobody left.
  await expect(pages.handOutButton()).toHaveText('配布する職員はいません');
  await expect(pages.handOutButton()).toBeDisabled();

  await page.getByRole('link', { name: '人事評価の一覧で見る' }).click();
  const list = new SheetListPage(page);
  await list.choosePeriod(period);
  await expect(page.getByRole('status').filter({ hasText: `${evaluated} 件` })).toBeVisible();
  await expect(list.rows().nth(1)).toContainText(/目標設定期限 \d+月\d+日/u);
  // The list counts on it: a row with a deadline is as high as any other.
  expect((await list.rows().nth(1).boundingBox())?.height).toBe(44);

  // Everybody has it among her turns, with the day until when.
  await shell.actAs('𠮷田 美咲');
  const turns = page.getByRole('region', { name: '私の番' });
  await expect(turns.getByRole('listitem').filter({ hasText: period })).toContainText(
    /私の目標設定.*期限 令和\d+年\d+月\d+日/u,
  );
});

test('職員課は、様式を直し、PCを使わない職員のために白紙の様式を紙にできる', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const pages = new HandOutPage(page);
  await pages.goToPeriods();
  // 年間評価 of 見本 was handed out before there were plans.
  await pages.periods().getByRole('link', { name: /令和/u }).first().click();
  await page.getByRole('button', { name: '様式の案を作る' }).click();
  await pages.openPlan('管理職');
  const initial = page.getByText('初期値', { exact: true });
  const marks = await initial.count();
  await pages.set('様式名', '管理職の評価シート');
  await pages.set('様式番号', '様式第22号');
  await expect(initial).toHaveCount(marks - 1);
  await page.getByRole('button', { name: '個人目標の数は、この値でよい' }).click();
  await expect(initial).toHaveCount(marks - 2);

  // Six steps, the last of them without points: said, and mended.
  await page.getByLabel('段階の数').selectOption('6段階');
  await pages.set('Eの評点', '');
  await expect(pages.faults()).toContainText('評語「E」の評点がありません。');
  await pages.set('Eの評点', '０');
  await expect(pages.faults().getByText('評点がありません')).toHaveCount(0);
  await pages.set('Dになる合計', '0.5');
  await expect(pages.faults()).toHaveCount(0);

  const path = join(workFolder, '白紙.pdf');
  await answerSaveDialog(app, path);
  await page.getByLabel('職位', { exact: true }).selectOption('次長');
  await page.getByRole('button', { name: '白紙の様式をPDFに保存' }).click();
  await expect(page.getByText('白紙の様式を保存しました')).toBeVisible();
  const paper = await readPdf(new Uint8Array(readFileSync(path)));
  for (const words of ['管理職の評価シート', '様式第22号', '次長']) {
    expect(printsText(paper, words)).toBe(true);
  }
});

test('職員課でない人には、評価期間と様式のページが開かない', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs('𠮷田 美咲');
  await page.evaluate(() => {
    location.hash = '#/hr/periods';
  });
  await expect(page).toHaveURL(/#\/$/u);
});
