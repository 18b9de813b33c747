import { sampleStaffByJobTitle, shippedSampleOffice } from '../support/sample-office';
import { resizeWindow } from '../support/window-size';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { PaperPanel } from './pages/paper-panel';
import { SearchPalette } from './pages/search-palette';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();

test('評価者は、絞り込んだ一覧の順に、次の人の同じ項目へキーで進める', async ({ sample: app }) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const evaluator = sampleStaffByJobTitle(office, '市民課長');
  await shell.actAs(evaluator.name);
  await shell.goTo('人事評価');
  const list = new SheetListPage(page);
  await page.getByLabel('氏名・職員番号などで探す').fill('市民課');
  const names = await list.names();
  expect(names.length).toBeGreaterThan(3);
  const [first = '', second = '', third = ''] = names;
  await list.open(first);
  const sheet = new SheetPage(page);
  await expect(sheet.otherPeople()).toContainText(`1 ／ ${names.length} 人`);
  await expect(sheet.otherPeople().getByRole('button', { name: '前の人' })).toBeDisabled();

  const [part = ''] = (await sheet.partNames()).filter((name) => !name.includes('目標'));
  await sheet.part(part).focus();
  const frames = await sheet.framesWithoutPerson();
  await page.keyboard.press('Control+Shift+PageDown');
  await sheet.person(second).waitFor();
  expect(await frames.count(), 'frames that show nobody').toBe(0);
  await expect(
    page.getByRole('status').filter({ hasText: `${second} さんのシートです` }),
  ).toHaveCount(1);
  await expect(
    sheet
      .part(part)
      .locator(':focus')
      .or(sheet.part(part).and(page.locator(':focus'))),
  ).toHaveCount(1);
  // The head of the page is above; whose sheet it is stays in sight.
  await expect(sheet.person(second)).not.toBeInViewport();
  await expect(sheet.nameBesideFields(second)).toBeInViewport();
  await sheet.otherPeople().getByRole('button', { name: '次の人' }).click();
  await sheet.person(third).waitFor();
  await page.keyboard.press('Control+Shift+PageUp');
  await sheet.person(second).waitFor();
  await expect(sheet.otherPeople()).toContainText(`2 ／ ${names.length} 人`);

  // Found by a search and not in the list as it stands, she has the whole list around her.
  await shell.goTo('人事評価');
  await page.getByLabel('氏名・職員番号などで探す').fill(first);
  await list.open(first);
  await expect(sheet.otherPeople()).toHaveCount(0);
  const palette = new SearchPalette(page);
  await palette.openByKey();
  await palette.find(second);
  await palette.people().first().click();
  await sheet.person(second).waitFor();
  await expect(sheet.otherPeople()).toContainText(/／ \d+ 人/u);
});

test('書いてすぐ次の人へ移り、すぐ戻っても、書いたとおりに出る', async ({ sample: app }) => {
  const { page } = app;
  const person = '髙橋 翔';
  const sheet = await openSheetOf(app, person, sampleStaff.first);
  await expect(sheet.otherPeople()).toBeVisible();
  for (const written of ['一度目の文', '二度目の文']) {
    await sheet.write('接遇', written);
    await page.keyboard.press('Control+Shift+PageDown');
    await expect(sheet.person(person)).toHaveCount(0);
    await page.keyboard.press('Control+Shift+PageUp');
    await sheet.person(person).waitFor();
    await expect(sheet.textBox('接遇')).toHaveValue(written);
  }
});

for (const { where, window, paper } of [
  { where: '狭い画面', window: { width: 880, height: 720, zoom: 1 }, paper: false },
  { where: '200％', window: { width: 1280, height: 720, zoom: 2 }, paper: false },
  { where: '紙を並べた画面', window: { width: 1366, height: 820, zoom: 1 }, paper: true },
]) {
  test(`だれのシートかは、${where}で書くときも見えている`, async ({ sample: app }) => {
    const { page } = app;
    const sheet = await openSheetOf(app, '髙橋 翔', sampleStaff.first);
    await resizeWindow(app, window);
    if (paper) await new PaperPanel(page).open();
    const lastField = page.getByRole('article').getByRole('textbox').last();
    await lastField.focus();
    await expect(lastField).toBeInViewport();
    await expect(sheet.person('髙橋 翔')).not.toBeInViewport();
    await expect(sheet.nameBesideFields('髙橋 翔')).toHaveCount(1);
    await expect(sheet.nameBesideFields('髙橋 翔')).toBeInViewport({ ratio: 1 });
    // Going back by the keyboard, no field stops beneath it.
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Shift+Tab');
      await expect.poll(() => page.evaluate(coverOfFocus), `step ${step}`).toBeNull();
    }
  });
}

/** What lies over the upper edge of what has the keyboard; null when nothing does. */
function coverOfFocus(): string | null {
  const focused = document.activeElement?.closest('label') ?? document.activeElement;
  if (focused === null) return 'nothing has the keyboard';
  const { left, top, width } = focused.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + 2);
  return focused.contains(seen)
    ? null
    : `${focused.tagName} at ${top}: ${seen?.outerHTML.slice(0, 100)}`;
}

test('自分のシートしか見えない人には、ほかの人への道を出さない', async ({ sample: app }) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const employee = office.staff.find(({ name }) => name === '𠮷田 美咲');
  await shell.actAs(employee?.name ?? '');
  await shell.goTo('人事評価');
  await new SheetListPage(page).open(employee?.name ?? '');
  await expect(new SheetPage(page).otherPeople()).toHaveCount(0);
});
