import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import { mayListSheet } from '../../shared/domain/sheet/stage-rules';
import type { StaffMember } from '../../shared/domain/staff/staff-member';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { SearchPalette } from './pages/search-palette';
import { SheetListPage } from './pages/sheet-list-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();

test('Ctrl+Kから、職員を漢字・かな・番号・所属で探して、キーだけで開ける', async ({
  sample: app,
}) => {
  const { page } = app;
  const palette = new SearchPalette(page);
  const shell = new ShellPage(page);
  await shell.actAs(sampleHrClerk(office).name);

  await palette.openByKey();
  for (const typed of ['高橋翔', 'たかはし しょう', 'ﾀｶﾊｼ', '市民課　高橋']) {
    await palette.find(typed);
    await expect(palette.people().first()).toContainText('髙橋 翔');
  }
  await palette.find('１００２３４');
  await expect(palette.people()).toHaveCount(1);
  await expect(palette.marked()).toContainText('𠮷田 美咲');
  expect(await cutOff(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /𠮷田 美咲/u }).waitFor();
  await expect(palette.box()).toHaveCount(0);
  // The page has the keyboard, not the button that she never pressed.
  await expect(page.getByRole('main')).toBeFocused();

  await palette.openByKey();
  await expect(palette.options().first()).toContainText('𠮷田 美咲');
  await page.keyboard.press('ArrowUp');
  await expect(palette.marked()).toContainText('私を切り替える');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(palette.marked()).toContainText('PDFにする・紙で見る');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/sheets\/[\w-]+\/paper$/u);
});

test('探すのをやめると、書いていた欄に戻る', async ({ sample: app }) => {
  const { page } = app;
  const palette = new SearchPalette(page);
  await new ShellPage(page).goTo('人事評価');
  const field = page.getByLabel('氏名・職員番号などで探す');
  await field.focus();
  await palette.openByKey();
  await palette.find('そんな人はいない');
  await expect(page.getByText('見ることのできる範囲にはありません')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette.box()).toHaveCount(0);
  await expect(field).toBeFocused();

  await palette.button().click();
  await palette.find('せってい');
  await expect(palette.options()).toHaveCount(0);
  await palette.find('設定');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
});

test('変換を確定するEnterでは、まだ開かない', async ({ sample: app }) => {
  const { page } = app;
  const palette = new SearchPalette(page);
  await palette.openByKey();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'せ', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.imeSetComposition', { text: '設定', selectionStart: 2, selectionEnd: 2 });
  await expect(palette.marked()).toContainText('設定');
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await cdp.send('Input.insertText', { text: '設定' });
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  });
  await expect(palette.box()).toHaveValue('設定');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
});

test('関わりのない職員には、ほかの人の名前が出てこない', async ({ sample: app }) => {
  const { page } = app;
  const palette = new SearchPalette(page);
  const shell = new ShellPage(page);
  const person = office.staff.find(
    (member) =>
      member.positionId !== null && mayList(member).every(({ staffId }) => staffId === member.id),
  );
  if (person === undefined) throw new Error('everybody evaluates somebody');
  const others = office.staff.filter(({ id }) => id !== person.id);
  // 職員課 finds her, so the words below would find somebody.
  await shell.actAs(sampleHrClerk(office).name);
  await palette.openByKey();
  await palette.find('髙橋 翔');
  await expect(palette.people()).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /髙橋 翔/u }).waitFor();

  await shell.actAs(person.name);
  await palette.openByKey();
  // What another person opened is not among the recent ones.
  await expect(palette.options().filter({ hasText: '髙橋 翔' })).toHaveCount(0);
  for (const typed of ['髙橋 翔', '100234', '課', '課長', person.name]) {
    await palette.find(typed);
    const texts = await palette.options().allTextContents();
    const shown = others.filter(({ name }) => texts.some((text) => text.includes(name)));
    expect(shown.map(({ name }) => name)).toEqual([]);
  }
  await expect(palette.people()).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(person.name, 'u') }).waitFor();
  await shell.goTo('人事評価');
  await expect(new SheetListPage(page).sheetOf('髙橋 翔')).toHaveCount(0);
});

function mayList(member: StaffMember) {
  const person = { staffId: member.id, rights: sampleRightsOf(member, office.orgUnits) };
  return office.sheets.filter((sheet) => mayListSheet(sheet, person));
}
