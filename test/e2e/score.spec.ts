import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { SheetListPage } from './pages/sheet-list-page';
import { ShellPage } from './pages/shell-page';

const person = '髙橋 翔';

test('評価者は、計算の内訳で項目から合計までを確かめ、提案がまだない理由を読む', async ({
  sample: app,
}) => {
  const sheet = await openSheetOf(app, person, sampleStaff.first);
  const score = await sheet.openScore('一次評価者');
  const goals = score.getByRole('row', { name: /^個人目標\d/u });
  await expect(goals.first()).toContainText('％');
  await expect(score).toContainText('割合による平均');
  await expect(score).toContainText('職員課が点数を確定するまで、評語の提案は出ません。');
  await expect(score.getByRole('button', { name: '提案の評語を入れる' })).toHaveCount(0);

  // What has no rating is left out of the mean, and not counted as nothing.
  const item = score.getByRole('row', { name: /^接遇/u });
  await sheet.rate('接遇', 'S');
  await expect(item).toContainText('S55');
  await sheet.part('接遇').getByRole('radio', { name: 'S', exact: true }).focus();
  await app.page.keyboard.press('Delete');
  await expect(item).toContainText('平均に入れません');
  expect(await brokenRules(app.page)).toEqual([]);
});

test('計算の内訳は、読める評価者の欄だけを示し、本人には示さない', async ({ sample: app }) => {
  const { page } = app;
  const list = new SheetListPage(page);
  const shell = new ShellPage(page);
  const own = await openSheetOf(app, person, sampleStaff.second);
  await expect(own.person(person)).toBeVisible();
  await shell.goTo('人事評価');
  await list.choosePastPeriod();
  await list.open(person);
  await own.openScore('二次評価者');
  await expect(page.getByRole('region', { name: /計算の内訳$/u })).toHaveCount(2);

  await shell.actAs(person);
  await shell.goTo('人事評価');
  await list.choosePastPeriod();
  await list.open(person);
  await expect(own.part('一次評価者')).toBeVisible();
  await expect(page.getByRole('button', { name: '計算の内訳' })).toHaveCount(0);
});
