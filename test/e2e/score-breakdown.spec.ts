import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';

test('評価者は、評語がどう計算されるかを総合所見で見られ、本人には見えない', async ({
  sample: app,
}) => {
  const { page } = app;
  const sheet = await openSheetOf(app, '大久保 健', sampleStaff.first);
  await sheet.rate('接遇', 'A');
  await sheet.untilSaved();
  await page.getByRole('button', { name: '計算の内訳' }).click();
  const breakdown = page.getByRole('region', { name: '一次評価者の計算の内訳' });
  await expect(breakdown.getByRole('row', { name: /^接遇/u })).toContainText('4');
  await expect(breakdown).toContainText('合計');
  // 職員課 has not confirmed the numbers, and most is not rated yet.
  await expect(breakdown).toContainText('評語の提案はありません');
  await expect(breakdown).toContainText('職員課');
  await expect(breakdown.getByRole('button', { name: '提案の評語を入れる' })).toHaveCount(0);
  // What is rated now counts at once.
  await sheet.rate('接遇', 'S');
  await expect(breakdown.getByRole('row', { name: /^接遇/u })).toContainText('5');
  expect(await brokenRules(page)).toEqual([]);
  await breakdown.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/screens/score-breakdown.png' });

  await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await expect(page.getByRole('button', { name: '計算の内訳' })).toHaveCount(0);
});
