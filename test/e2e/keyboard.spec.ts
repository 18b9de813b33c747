import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';

test('キーだけで項目と区分を行き来し、評語からEnterで文章の欄へ進める', async ({ sample: app }) => {
  const { page } = app;
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  const items = (await sheet.partNames()).filter((name) => !name.includes('目標'));
  const [first = '', second = ''] = items;
  const focusIn = (part: string) => sheet.part(part).locator(':focus');

  // From the empty goals into the abilities, straight into the first field.
  await page.keyboard.press('Control+PageDown');
  await expect(focusIn(first)).toHaveRole('radio');
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(sheet.textBox(first)).toBeFocused();
  await page.keyboard.type('窓口で確かめた');

  await page.keyboard.press('Control+ArrowDown');
  await expect(focusIn(second)).toHaveRole('radio');
  await page.keyboard.press('b');
  await page.keyboard.press('Control+ArrowUp');
  await expect(focusIn(first)).toHaveCount(1);
  await page.keyboard.press('Control+ArrowDown');
  await expect(focusIn(second)).toHaveCount(1);
  await expect(sheet.part(second).getByRole('radio', { name: 'B', exact: true })).toBeChecked();
  // On the rating keys themselves the arrows belong to the way, not to the scale.
  await sheet.part(second).getByRole('radio', { name: 'B', exact: true }).focus();
  await page.keyboard.press('Control+ArrowUp');
  await expect(focusIn(first)).toHaveCount(1);
  await expect(sheet.part(second).getByRole('radio', { name: 'B', exact: true })).toBeChecked();

  await sheet.untilSaved();
  await expect(sheet.part(first).getByRole('radio', { name: 'A', exact: true })).toBeChecked();
  await expect(sheet.textBox(first)).toHaveValue('窓口で確かめた');
});

test('キー操作の一覧を、キーでもボタンでも開ける', async ({ sample: app }) => {
  const { page } = app;
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  const list = page.getByRole('dialog', { name: 'キー操作' });
  const [first = ''] = (await sheet.partNames()).filter((name) => !name.includes('目標'));
  for (const key of ['F1', 'Control+/']) {
    await sheet.textBox(first).focus();
    await page.keyboard.press(key);
    await expect(list).toContainText('次の項目へ');
    // The sheet's own keys rest while the list is open.
    await page.keyboard.press('Control+ArrowDown');
    await expect(list).toBeVisible();
    await expect(page.locator('article:focus-within')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(sheet.textBox(first)).toBeFocused();
  }
  await page.getByRole('button', { name: 'キー操作', exact: true }).click();
  await expect(list.locator('kbd').first()).toBeVisible();
  await list.getByRole('button', { name: '閉じる' }).click();
  await expect(list).toHaveCount(0);
});
