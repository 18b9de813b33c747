import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { WelcomePage } from './pages/welcome-page';

test('期限は日付でも言葉でも、割合は全角でも書け、セル一つの貼り付けは文字になる', async ({
  app,
}) => {
  const { page } = app;
  await new WelcomePage(page).openSample();
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  const goal = sheet.part('個人目標1');
  const deadline = goal.getByLabel('いつまでに');
  const weight = goal.getByLabel('割合（％）');
  const wording = goal.getByLabel('目標', { exact: true });

  await deadline.fill('Ｒ８．１０．１');
  await expect(goal.getByText('令和8年10月1日（木）')).toBeVisible();
  await expect(deadline).toHaveValue('Ｒ８．１０．１');
  await weight.focus();
  await expect(deadline).toHaveValue('令和8年10月1日');
  await deadline.fill('平成40年4月1日');
  await weight.focus();
  await expect(goal.getByText('この日は令和10年4月1日です')).toBeVisible();
  await expect(deadline).toHaveValue('平成40年4月1日');
  await deadline.fill('年度内');
  await weight.fill('６０％');
  await expect(weight).toHaveValue('６０％');
  await wording.focus();
  await expect(weight).toHaveValue('60');
  await expect(deadline).toHaveValue('年度内');

  await wording.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '"窓口の\n""改善"""\r\n');
    clipboardData.setData('text/html', '<table><tr><td>窓口の<br>"改善"</td></tr></table>');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    field.dispatchEvent(event);
  });
  await expect(wording).toHaveValue('窓口の\n"改善"');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await sheet.untilSaved();
  await page.reload();
  await new WelcomePage(page).openSample();
  const again = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  const kept = again.part('個人目標1');
  await expect(kept.getByLabel('いつまでに')).toHaveValue('年度内');
  await expect(kept.getByLabel('割合（％）')).toHaveValue('60');
  await expect(kept.getByLabel('目標', { exact: true })).toHaveValue('窓口の\n"改善"');
});
