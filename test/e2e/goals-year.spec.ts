import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { GoalLogList } from './pages/goal-log-list';
import { ShellPage } from './pages/shell-page';
import { UnitGoalsPage } from './pages/unit-goals-page';

test('目標に困難度の理由・重要度・挑戦を書け、閉じても書いたものは見える', async ({
  sample: app,
}) => {
  const { page } = app;
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  const goal = sheet.part('個人目標1');
  await expect(goal.getByLabel('困難度の理由')).toHaveCount(0);
  await expect(goal.getByLabel('重要度')).toHaveCount(0);
  await goal.getByLabel('困難度', { exact: true }).selectOption('high');
  await expect(goal.getByText('困難度を◎とした理由を書きます')).toBeVisible();
  await goal.getByLabel('困難度の理由').fill('他の課との調整を伴い、前例がないため');
  await expect(goal.getByText('困難度を◎とした理由を書きます')).toHaveCount(0);

  const more = goal.getByRole('button', { name: '個人目標1を詳しく' });
  await more.click();
  await goal.getByLabel('重要度').selectOption('high');
  await goal.getByRole('checkbox', { name: '上位職相当への挑戦' }).check();
  await expect(goal.getByText('その内容に応じて評価することにより')).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/goal-details.png', fullPage: true });
  await more.click();
  await expect(goal.getByLabel('組織目標とのつながり')).toHaveCount(0);
  await expect(goal.getByLabel('重要度')).toHaveValue('high');
  await expect(goal.getByRole('checkbox', { name: '上位職相当への挑戦' })).toBeChecked();
  await sheet.untilSaved();
});

test('係長が書いた組織目標を、所属の人が自分の目標の横で読み、つなげる', async ({
  sample: app,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const units = new UnitGoalsPage(page);
  await shell.actAs(sampleStaff.first);
  await shell.goTo('組織目標');
  await units.add(1, '窓口の待ち時間を15分以内にする');
  await units.add(2, '誤交付をゼロにする');
  await units.moveUp(2);
  await expect(units.goal(1)).toHaveValue('誤交付をゼロにする');
  await units.takeOff(2);
  await units.bringBack('窓口の待ち時間を15分以内にする');
  await expect(units.goal(2)).toHaveValue('窓口の待ち時間を15分以内にする');
  // Back to before the move, and forward again, by the keys.
  for (const _step of ['bring back', 'take off', 'move']) await page.keyboard.press('Control+z');
  await expect(units.goal(1)).toHaveValue('窓口の待ち時間を15分以内にする');
  for (const _step of ['move', 'take off', 'bring back']) await page.keyboard.press('Control+y');
  await expect(units.goal(1)).toHaveValue('誤交付をゼロにする');
  await expect(units.goal(2)).toHaveValue('窓口の待ち時間を15分以内にする');
  await shell.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/unit-goals.png' });

  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  const goal = sheet.part('個人目標1');
  const hints = page.getByRole('region', { name: '組織目標' });
  await expect(hints).toContainText('誤交付をゼロにする');
  // What was advised at last year's 開示 stands beside this year's goals.
  await expect(page.getByRole('region', { name: /^前の期間の育成/u })).toContainText(
    '次期に向けた助言と研修',
  );
  await goal.getByRole('button', { name: '個人目標1を詳しく' }).click();
  const link = goal.getByLabel('組織目標とのつながり');
  await link.selectOption({ label: '市民係：誤交付をゼロにする' });
  await goal.getByRole('button', { name: '個人目標1を詳しく' }).click();
  await expect(link).toBeVisible();
  await sheet.untilSaved();

  await shell.goTo('組織目標');
  await page.getByRole('heading', { level: 1, name: '組織目標' }).waitFor();
  await expect(page.getByText('誤交付をゼロにする')).toBeVisible();
  await expect(units.addButton()).toHaveCount(0);
});

test('取組を記録し、取り除いた記録を元に戻せて、評価者もそれを読める', async ({ sample: app }) => {
  const { page } = app;
  const sheet = await openSheetOf(app, sampleStaff.first, sampleStaff.first);
  const log = new GoalLogList(page, '個人目標1');
  await expect(log.line()).toHaveText('取組の記録（0件）');
  await log.line().click();
  await log.add();
  await log.record(1).getByLabel('段階').selectOption('check');
  await log.record(1).getByRole('checkbox', { name: '市民の声・現場' }).check();
  await log.text(1).fill('窓口で、案内が分かりにくいと聞いた');
  await sheet.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/goal-log.png', fullPage: true });
  await log.takeOff(1);
  await expect(log.record(1)).toHaveCount(0);
  await log.bringBack('窓口で、案内が分かりにくいと聞いた');
  await expect(log.text(1)).toHaveValue('窓口で、案内が分かりにくいと聞いた');

  await openSheetOf(app, sampleStaff.first, sampleStaff.second);
  await expect(log.line()).toContainText('取組の記録（1件）');
  await expect(log.line()).toContainText('確認 窓口で、案内が分かりにくいと聞いた');
  await log.line().click();
  await expect(page.getByText('市民の声・現場')).toBeVisible();
});

test('担当業務の改善点は、実施の間も本人と一次評価者が互いに読める', async ({ sample: app }) => {
  const remark = '担当業務の改善点';
  const sheet = await openSheetOf(app, sampleStaff.first, sampleStaff.second);
  await expect(app.page.getByText(`ただし「${remark}」は`)).toBeVisible();
  await expect(sheet.textBox('本人の長所')).toHaveCount(0);
  await sheet.write(remark, '証明の発行を二人一組で確かめたい');
  await sheet.untilSaved();

  const own = await openSheetOf(app, sampleStaff.first, sampleStaff.first);
  await expect(own.part(remark)).toContainText('証明の発行を二人一組で確かめたい');
  await expect(own.part('本人の長所')).not.toContainText('一次評価者');
  await own.write(remark, '様式の置き場を分けたい');
  await own.untilSaved();

  const again = await openSheetOf(app, sampleStaff.first, sampleStaff.second);
  await expect(again.part(remark)).toContainText('様式の置き場を分けたい');
});
