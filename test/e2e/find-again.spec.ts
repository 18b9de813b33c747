import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { ConductNotesPage } from './pages/conduct-notes-page';
import { SearchPalette } from './pages/search-palette';
import { ShellPage } from './pages/shell-page';
import { TextSearchPage } from './pages/text-search-page';

const person = '大久保 健';
const written = '髙齢の方に、ｶｳﾝﾀｰで申請書のダウンロードを説明した';

test('書き方を変えても探せて、書いた所に着く。取り除けば消え、元に戻せば出る。ほかの人には、件数にも出ない', async ({
  sample: app,
}) => {
  const { page } = app;
  const palette = new SearchPalette(page);
  const shell = new ShellPage(page);
  const search = new TextSearchPage(page);
  const notes = new ConductNotesPage(page);
  await shell.actAs(sampleStaff.first);
  await shell.goTo('ホーム');
  await notes.write({ person, text: written, tone: '良かったこと', item: '接遇' });
  await notes.close();

  // From everywhere, by other letters than were written.
  await palette.openByKey();
  await palette.find('カウンター 高齢');
  await expect(palette.texts().first()).toContainText(written);
  await expect(palette.texts().first().locator('mark')).toHaveText(['髙齢', 'ｶｳﾝﾀｰ']);
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/search-texts.png' });
  await palette.texts().filter({ hasText: '文章をすべて見る' }).click();

  // On the page of the search, by keys alone.
  await expect(search.hits()).toHaveCount(1);
  await expect(search.count()).toHaveText('1 件');
  await expect(search.hits().first().locator('mark')).toHaveText(['髙齢', 'ｶｳﾝﾀｰ']);
  expect(await cutOff(page)).toEqual([]);
  await search.box().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(notes.list()).toHaveCount(1);
  await expect.poll(() => markedTexts()).toEqual(['髙齢', 'ｶｳﾝﾀｰ']);

  // Nobody else finds it, nor that there is one.
  for (const reader of [person, sampleStaff.second]) {
    await shell.actAs(reader);
    await palette.openByKey();
    await palette.find('ダウンロード');
    await expect(palette.texts()).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      location.hash = '/search?q=ダウンロード';
    });
    await expect(search.count()).toHaveText('0 件');
    expect(await page.content()).not.toContain('説明した');
  }

  // Taken out it is found no more; brought back it is.
  await shell.actAs(sampleStaff.first);
  await notes.open();
  await notes.takeOut();
  await find('かうんたー');
  await expect(search.count()).toHaveText('0 件');
  await notes.open();
  await page.getByRole('button', { name: /取り除いた記録/u }).click();
  await page.getByRole('button', { name: /元に戻す/u }).click();
  await find('かうんたー');
  await expect(search.hits()).toHaveCount(1);

  // What is written in a field is found there, with nothing chosen that a key would replace.
  const sheet = await openSheetOf(app, person, sampleStaff.first);
  await sheet.write('接遇', 'まだ下書きの講評です');
  await sheet.untilSaved();
  await find('下書きの講評');
  await search.hits().first().click();
  await expect(sheet.textBox('接遇')).toBeFocused();
  await page.keyboard.type('※');
  await expect(sheet.textBox('接遇')).toHaveValue('まだ※下書きの講評です');
  await page.keyboard.press('Backspace');
  await sheet.untilSaved();
  await shell.actAs(person);
  await find('下書きの講評');
  await expect(search.count()).toHaveText('0 件');

  async function find(text: string): Promise<void> {
    await search.open();
    await search.find(text);
  }

  async function markedTexts(): Promise<string[]> {
    return page.evaluate(() =>
      [...(CSS.highlights.get('found-text') ?? [])].map((range) => range.toString()),
    );
  }
});

test('話した記録を探して開け、消せば検索にも残らず、元に戻せば出る。その人のこれまでにも並ぶ', async ({
  sample: app,
}) => {
  const { page } = app;
  const palette = new SearchPalette(page);
  const shell = new ShellPage(page);
  const search = new TextSearchPage(page);
  const note = page.getByRole('textbox', { name: '共有の記録' });
  await shell.actAs(sampleStaff.first);
  await shell.menu().getByRole('link', { name: '1on1', exact: true }).click();
  await page.getByRole('button', { name: `${person} さんと話す予定を入れる` }).click();
  await page.getByRole('button', { name: '予定に入れる' }).click();
  await note.fill('来月から、渡邉さんと窓口の当番を交替する');
  await shell.untilSaved();

  await palette.openByKey();
  await palette.find('渡辺さん 当番');
  await expect(palette.texts().first()).toContainText('1on1');
  await palette.texts().first().click();
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('来月から、渡邉さんと窓口の当番を交替する');
  await expect
    .poll(() => note.evaluate((area) => (area as HTMLTextAreaElement).selectionStart))
    .toBe(5);
  await page.keyboard.type('※');
  await expect(note).toHaveValue('来月から、※渡邉さんと窓口の当番を交替する');
  await page.keyboard.press('Backspace');
  await shell.untilSaved();

  // The other of the two finds it too, and nobody else.
  await shell.actAs(person);
  await find('渡辺さん');
  await expect(search.hits()).toHaveCount(1);
  await shell.actAs(sampleStaff.second);
  await find('渡辺さん');
  await expect(search.count()).toHaveText('0 件');

  await shell.actAs(sampleStaff.first);
  await find('渡辺さん');
  await search.hits().first().click();
  await page.getByRole('link', { name: `${person} さんのこれまで` }).click();
  const talk = page.getByRole('article', { name: /1on1/u }).filter({ hasText: '窓口の当番' });
  await expect(talk).toHaveCount(1);
  await page.screenshot({ path: 'out/screens/timeline.png' });
  await page.getByRole('checkbox', { name: '個人目標', exact: true }).check();
  await expect(talk).toHaveCount(0);
  await expect(page.getByRole('article', { name: /個人目標$/u }).first()).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);

  await find('渡辺さん');
  await search.hits().first().click();
  await page.getByRole('button', { name: 'この記録を消す' }).click();
  await page.getByRole('button', { name: 'このPCから消す' }).click();
  await palette.openByKey();
  await palette.find('渡辺さん 当番');
  await expect(palette.texts()).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '元に戻す' }).click();
  await note.waitFor();
  await find('渡辺さん');
  await expect(search.hits()).toHaveCount(1);

  async function find(text: string): Promise<void> {
    await search.open();
    await search.find(text);
  }
});
