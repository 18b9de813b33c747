import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { ConductNotesPage } from './pages/conduct-notes-page';
import { OneOnOnePage } from './pages/one-on-one-page';
import { SearchPalette } from './pages/search-palette';
import { ShellPage } from './pages/shell-page';
import { TextSearchPage } from './pages/text-search-page';

const person = '𠮷田 美咲';
const supervisor = sampleStaff.first;
const clerk = sampleHrClerk(shippedSampleOffice()).name;
const memo = '秘密のメモ：次は体調も聞く';
const marked = '予約制の案内を自分から提案した。';
const unmarked = '係の分担は来月に見直す。';

test('間隔を決め、両方から準備し、話して約束を次へつなぎ、本人が印を付けた行だけを引用し、共有の部分を紙にできる', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const talks = new OneOnOnePage(page);
  await shell.actAs(supervisor);
  await talks.goTo();
  await talks.rhythm(person).selectOption('2週に1度');
  await expect(talks.card('話す相手')).toContainText('相手の同意を待っています');
  expect(await brokenRules(page)).toEqual([]);
  await talks.plan({ with: person, day: 'R8.11.10', time: '10時' });
  await talks.addTopic('窓口の混雑', '一緒に考えたい');
  await talks.memo().fill(memo);
  await shell.untilSaved();

  await shell.actAs(person);
  await talks.goTo();
  await expect(talks.rhythm(supervisor)).toHaveValue('asNeeded');
  await page.getByRole('button', { name: 'この間隔にする' }).click();
  await expect(talks.rhythm(supervisor)).toHaveValue('fortnightly');
  await talks.open('これから話すこと', /令和8年11月10日/u);
  await expect(talks.card('話したいこと')).toContainText('窓口の混雑');
  await talks.addTopic('研修の受け方', '助言がほしい');
  expect(await page.content()).not.toContain(memo);
  await shell.untilSaved();

  await shell.actAs(supervisor);
  await talks.goTo();
  await talks.open('これから話すこと', /令和8年11月10日/u);
  await expect(talks.card('話したいこと')).toContainText('助言がほしい');
  await expect(talks.memo()).toHaveValue(memo);
  await page.getByRole('button', { name: '時間をはかる' }).click();
  await expect(page.getByRole('timer')).toContainText('30分');
  await talks.note().fill(`${marked}\n${unmarked}`);
  await talks.addAction('案内文の下書きを見せる', 'R8.11.30');
  await talks.state('実施').click();
  await shell.untilSaved();
  await expect(talks.quoteButtons()).toHaveCount(0);
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/talk-supervisor.png', fullPage: true });

  await shell.actAs(person);
  await talks.goTo();
  await talks.open('これまでに話したこと', /令和8年11月10日/u);
  await talks.mark(marked).click();
  await expect(talks.mark(marked)).toBeChecked();
  await talks.card('話してみてどうでしたか').getByText('少しすっきりした').click();
  await shell.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/talk-person.png', fullPage: true });

  await shell.actAs(supervisor);
  await talks.goTo();
  await talks.open('これまでに話したこと', /令和8年11月10日/u);
  await expect(talks.quoteButtons()).toHaveCount(1);
  await expect(talks.card('職務行動記録への引用')).toContainText('本人の印がないため');
  await expect(talks.card('話してみてどうでしたか（本人が見せてくれたもの）')).toHaveCount(0);
  await talks.quoteButtons().click();
  await expect(page.getByText('職務行動記録に引用しました')).toBeVisible();
  const file = join(workFolder, '1on1.pdf');
  await answerSaveDialog(app, file);
  await talks.pdfButton().click();
  await expect(page.getByText('PDFを保存しました')).toBeVisible();
  const pdf = await readPdf(readFileSync(file));
  expect(pdf.title).toBe(`1on1の記録 ${person}`);
  expect(pdf.compact).toContain('案内文の下書きを見せる');
  expect(pdf.compact).not.toMatch(/秘密|すっきり/u);

  await talks.goTo();
  await talks.plan({ with: person });
  await expect(talks.carried()).toContainText('案内文の下書きを見せる');
  await talks
    .carried()
    .getByRole('checkbox', { name: /^案内文の下書きを見せる/u })
    .click();
  // In sight as long as she is here, to be unticked; then it is done.
  await expect(
    talks.carried().getByRole('checkbox', { name: /^案内文の下書きを見せる/u }),
  ).toBeChecked();
  await shell.untilSaved();
  await page.getByRole('button', { name: 'この記録を消す' }).click();
  await page.getByRole('button', { name: 'このPCから消す' }).click();
  await page.getByRole('button', { name: '元に戻す' }).click();
  await talks.note().waitFor();
  await expect(talks.carried().getByText('案内文の下書きを見せる')).toHaveCount(0);
  await expect(talks.card('日時')).toBeVisible();

  const notes = new ConductNotesPage(page);
  await notes.open();
  await expect(notes.list()).toContainText(marked);
  await expect(notes.list()).not.toContainText(unmarked);
});

test('相談は、ふたりのほかには一覧・予定表・書き出し・検索・回数のどこにも出ない', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const talks = new OneOnOnePage(page);
  const secret = '相談の中身：異動について';
  await shell.actAs(supervisor);
  await talks.goTo();
  await talks.plan({ with: person, kind: '相談', day: 'R8.11.12', time: '9:00' });
  await talks.note().fill(secret);
  await expect(talks.card('共有の記録')).toContainText('ふたりだけが読みます');
  await expect(talks.pdfButton()).toHaveCount(0);
  await talks.state('実施').click();
  await shell.untilSaved();
  const address = page.url();

  await talks.goTo();
  await talks.goToCalendar();
  await page.screenshot({ path: 'out/screens/talk-calendar.png' });
  await expect(page.getByRole('button', { name: 'この月の予定を書き出す（.ics）' })).toBeDisabled();
  await page.getByRole('checkbox', { name: '相談などの予定も書き出す' }).check();
  const file = join(workFolder, '予定.ics');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'この月の予定を書き出す（.ics）' }).click();
  await expect(page.getByText('予定.ics に書き出しました')).toBeVisible();
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('SUMMARY:予定');
  expect(written).not.toMatch(/相談|𠮷田|異動/u);

  for (const reader of [sampleStaff.second, clerk]) {
    await shell.actAs(reader);
    await talks.goTo();
    expect(await page.content(), reader).not.toMatch(/>相談<|異動について/u);
    const palette = new SearchPalette(page);
    await palette.openByKey();
    await palette.find('相談の中身');
    await expect(palette.options()).toHaveCount(0);
    await page.keyboard.press('Escape');
    // Not even where 相談 is asked for.
    const search = new TextSearchPage(page);
    await search.open();
    await search.confidential().check();
    await search.find('相談の中身');
    await expect(search.count()).toHaveText('0 件');
    await page.evaluate((url) => {
      location.href = url;
    }, address);
    await expect(page.getByRole('heading', { name: 'この話の記録は開けません' })).toBeVisible();
  }
  await shell.goTo('職員課');
  await page
    .getByRole('navigation', { name: '職員課のページ' })
    .getByRole('link', { name: '1on1', exact: true })
    .click();
  const counts = page.getByRole('table', { name: '所属ごとの回数' });
  const cells = counts.getByRole('row', { name: /市民課/u }).getByRole('cell');
  await expect(cells.nth(2)).toHaveText('0');
  await expect(cells.nth(3)).toHaveText('0');
  expect(await brokenRules(page)).toEqual([]);
});
