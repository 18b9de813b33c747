import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { CareerPages } from './pages/career-pages';
import { ShellPage } from './pages/shell-page';

const wish = '条例づくりに一から関わりたい';
const advice = '来月の法務研修に、一緒に申し込みましょう';

test('職員は前の年度のプランから始めて書き、共有すると、上司が読んで助言を書き、本人がそれを読める', async ({
  sample: app,
}) => {
  const { page } = app;
  const career = new CareerPages(page);
  const shell = new ShellPage(page);
  await shell.actAs(sampleStaff.first);
  await career.open();
  await expect(page.getByText(/年度のプランから始めます/u)).toBeVisible();
  await page.getByRole('button', { name: /のプランを書き始める$/u }).click();
  await expect(career.field('強み')).toHaveValue('係の仕事を分け、期限までに終わらせる段取り。');
  await career.button('本人の長所（一次）をプランに写す').click();
  await expect(career.field('強み')).not.toHaveValue(
    '係の仕事を分け、期限までに終わらせる段取り。',
  );
  await career.button('元に戻す').click();
  await expect(career.field('強み')).toHaveValue('係の仕事を分け、期限までに終わらせる段取り。');
  await career.field('やりたいこと').fill(wish);
  await career.field('接遇（今の職位）').selectOption('5');
  await career.button('取り組むことを加える').click();
  const steps = career.section('取り組むこと');
  await steps.getByLabel('内容').last().fill('法務研修を受ける');
  await steps.getByLabel('いつまでに').last().fill('R8.12.1');
  await career.untilSaved();
  await expect(steps).toContainText('令和8年12月1日');
  await page.locator('.recharts-surface').first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/screens/career-plan-abilities.png' });
  expect(await brokenRules(page)).toEqual([]);

  await shell.actAs(sampleStaff.second);
  await career.open();
  await career.show('部下のキャリア');
  const row = page.getByRole('row').filter({ hasText: sampleStaff.first });
  await row.getByRole('link').click();
  await expect(page.getByText('共有されていません')).toBeVisible();
  expect(await page.content()).not.toContain(wish);

  await shell.actAs(sampleStaff.first);
  await career.open();
  await career.button('上司と職員課に共有する').click();
  await career.untilSaved();
  await shell.actAs(sampleStaff.second);
  await career.open();
  await career.show('部下のキャリア');
  await row.getByRole('link').click();
  await expect(page.getByText(wish)).toBeVisible();
  await career.field('あなたの助言').fill(advice);
  await career.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/career-plan-advice.png' });

  await shell.actAs(sampleStaff.first);
  await career.open();
  await expect(career.section('上司からの助言')).toContainText(advice);
});
