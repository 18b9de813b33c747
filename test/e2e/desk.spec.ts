import { join } from 'node:path';
import { projectRoot } from '../support/app-driver';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { DeskPage } from './pages/desk-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';

const okubo = '大久保 健';
const item = '接遇';

test('評価者は、評価する職員を一つの場所で見て、一つの項目を全員について評価できる', async ({
  sample: app,
}) => {
  const { page } = app;
  const desk = new DeskPage(page);
  await new ShellPage(page).actAs(sampleStaff.first);
  await desk.open();
  await expect(desk.row(okubo)).toContainText('私（一次評価者）');
  await expect(desk.row('𠮷田 美咲')).toContainText('本人');
  expect(await brokenRules(page)).toEqual([]);
  await picture('desk-list');

  await desk.show('項目ごと');
  await desk.chooseItem(item);
  await expect(desk.card(okubo, item)).toContainText('求められる能力、意識・行動：');
  await desk.rate(okubo, item, 'A');
  await expect(desk.across(item).getByRole('row', { name: okubo })).toContainText('A');
  // Nobody else's draft is there.
  await expect(desk.across(item).getByRole('row', { name: '𠮷田 美咲' })).toContainText(
    '見られません',
  );
  expect(await brokenRules(page)).toEqual([]);
  await picture('desk-items');

  const chooser = page.getByLabel('項目', { exact: true });
  const before = await chooser.inputValue();
  await page.keyboard.press('Control+PageDown');
  await expect(chooser).not.toHaveValue(before);
  await page.keyboard.press('Control+PageUp');
  await expect(chooser).toHaveValue(before);
  await expect(desk.card(okubo, item).getByRole('radio', { name: 'A', exact: true })).toBeChecked();

  await desk.show('並べて見る');
  await desk.choosePerson(okubo);
  await expect(desk.ratingsOf(okubo).getByRole('row', { name: item })).toContainText('A');
  await expect(desk.ratingsOf(okubo)).toContainText('令和7年度');
  expect(await brokenRules(page)).toEqual([]);
  await picture('desk-side-by-side');

  await desk.show('私の評語の分布');
  await expect(desk.counts().getByRole('row', { name: /^A/u })).toContainText('％');
  await expect(desk.hints()).toContainText('見直しの手がかり');
  expect(await brokenRules(page)).toEqual([]);
  await picture('desk-distribution');

  // What was written here stands on her sheet.
  await desk.show('一覧');
  await desk.row(okubo).getByRole('link').click();
  const sheet = new SheetPage(page);
  await expect(sheet.part(item).getByRole('radio', { name: 'A', exact: true })).toBeChecked();

  async function picture(name: string): Promise<void> {
    await page.screenshot({ path: join(projectRoot, 'out/screens', `${name}.png`) });
  }
});

test('評価する相手のいない職員には、評価する職員の入口がない', async ({ sample: app }) => {
  const shell = new ShellPage(app.page);
  await shell.actAs(sampleStaff.employee);
  await expect(shell.menu().getByRole('link', { name: '人事評価' })).toBeVisible();
  await expect(shell.menu().getByRole('link', { name: '評価する職員' })).toHaveCount(0);
});
