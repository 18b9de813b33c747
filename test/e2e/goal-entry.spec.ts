import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { DateBoxes } from './pages/date-boxes';
import { WelcomePage } from './pages/welcome-page';

test('期限は日付でも言葉でも、割合は全角でも書け、セル一つの貼り付けは文字になる', async ({
  sample: app,
}) => {
  const { page } = app;
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

test('期限は元号と年・月・日の欄でも、キーだけで入れられる', async ({ sample: app }) => {
  const { page } = app;
  const { keyboard } = page;
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  const goal = sheet.part('個人目標1');
  const boxes = new DateBoxes(page, goal);
  const line = boxes.line();

  // A full box leads on; Enter takes the day, and Tab goes on from the line as ever.
  await boxes.openByKey();
  await expect(boxes.box('年')).toBeFocused();
  await expect(boxes.era()).toHaveValue('令和');
  await keyboard.type('10');
  await expect(boxes.box('月')).toBeFocused();
  await keyboard.type('2');
  await expect(boxes.box('日')).toBeFocused();
  await keyboard.type('30');
  await keyboard.press('Enter');
  await expect(boxes.box('日')).toHaveAccessibleDescription('2028年の2月は29日までです。');
  await expect(boxes.box('日')).toBeFocused();
  expect(await brokenRules(page)).toEqual([]);
  await keyboard.type('29');
  await expect(boxes.group()).toContainText('令和10年2月29日（火）');
  await keyboard.press('Enter');
  await expect(line).toBeFocused();
  await expect(line).toHaveValue('令和10年2月29日');
  await expect(boxes.group()).toHaveCount(0);
  await keyboard.press('Tab');
  await expect(goal.getByLabel('割合（％）')).toBeFocused();

  // What the line says is in the boxes; Backspace leads back, Escape takes nothing.
  await boxes.openByKey();
  await expect(boxes.box('年')).toHaveValue('10');
  await keyboard.press('Tab');
  await keyboard.press('Backspace');
  await keyboard.press('Backspace');
  await expect(boxes.box('年')).toBeFocused();
  await keyboard.type('元');
  await keyboard.press('Escape');
  await expect(line).toBeFocused();
  await expect(line).toHaveValue('令和10年2月29日');

  // A whole day goes into any box, a Western year into the year, and half a day is kept.
  await boxes.openByKey();
  await keyboard.press('Tab');
  await keyboard.insertText('Ｈ３１．４．３０');
  await expect(boxes.era()).toHaveValue('平成');
  await expect(boxes.box('年')).toHaveValue('31');
  await expect(boxes.box('日')).toBeFocused();
  await keyboard.press('Enter');
  await expect(line).toHaveValue('平成31年4月30日');
  await boxes.openByKey();
  await keyboard.type('20261001');
  await expect(boxes.era()).toHaveValue('西暦');
  await keyboard.press('Tab');
  await expect(goal.getByLabel('割合（％）')).toBeFocused();
  await expect(line).toHaveValue('令和8年10月1日');
  await boxes.openByKey();
  await keyboard.type('9');
  await keyboard.press('Tab');
  await keyboard.type('13');
  await keyboard.press('Tab');
  await expect(goal.getByText('13月はありません。')).toBeVisible();
  await expect(line).toHaveValue('令和9年13月1日');

  // The mouse has a button, which the way by Tab does not meet.
  await expect(boxes.openButton()).toHaveAttribute('tabindex', '-1');
  await boxes.openButton().click();
  await expect(boxes.box('年')).toBeFocused();
  await boxes.box('月').fill('');
  await sheet.untilSaved();
  // Not taken yet, and still not lost with the page.
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(boxes.group()).toHaveCount(0);
  const again = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await expect(again.part('個人目標1').getByLabel('いつまでに')).toHaveValue('令和9年1日');
});
