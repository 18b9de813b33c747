import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { ConductNotesPage } from './pages/conduct-notes-page';
import { SearchPalette } from './pages/search-palette';
import { ShellPage } from './pages/shell-page';

const person = '大久保 健';
const secret = '窓口で困っていた方に自分から声をかけた';

test('評価者は、どの画面からでも事実を書きとめ、その項目の根拠に入れられる。ほかの人には、あることも見えない', async ({
  sample: app,
}) => {
  const { page } = app;
  const notes = new ConductNotesPage(page);
  const shell = new ShellPage(page);
  await shell.actAs(sampleStaff.first);
  await shell.goTo('ホーム');
  await notes.write({ person, text: secret, tone: '良かったこと', item: '接遇' });
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/conduct-note.png' });
  await notes.close();

  await notes.open();
  await expect(notes.list()).toHaveCount(1);
  await expect(notes.list()).toContainText(secret);
  await expect(page.getByText('ほかの人の画面・ファイル・紙には')).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/conduct-notes.png' });

  const sheet = await openSheetOf(app, person, sampleStaff.first);
  await sheet.textBox('接遇').focus();
  const hints = page.getByRole('region', { name: /職務行動記録/u });
  await expect(hints).toContainText(secret);
  await page.screenshot({ path: 'out/screens/conduct-note-hints.png' });
  await hints.getByRole('button', { name: /根拠に入れる/u }).click();
  await expect(sheet.textBox('接遇')).toHaveValue(new RegExp(secret, 'u'));
  await sheet.untilSaved();
  await sheet.textBox('接遇').focus();
  await sheet.undo();
  await expect(sheet.textBox('接遇')).not.toHaveValue(new RegExp(secret, 'u'));
  await sheet.untilSaved();

  for (const reader of [person, sampleStaff.second, sampleHrClerk(shippedSampleOffice()).name]) {
    await openSheetOf(app, person, reader);
    await page.getByRole('article').first().waitFor();
    expect(await page.content(), reader).not.toContain(secret);
    await notes.open();
    await expect(page.getByText('記録はまだありません')).toBeVisible();
    expect(await page.content(), reader).not.toContain(secret);
  }
});

test('Ctrl+Kから開いたシートの職員の記録を書き、探し、直し、取り除いて元に戻せる', async ({
  sample: app,
}) => {
  const { page } = app;
  const notes = new ConductNotesPage(page);
  await openSheetOf(app, person, sampleStaff.first);
  const palette = new SearchPalette(page);
  await palette.openByKey();
  await palette.find('職務行動記録を書く');
  await page.keyboard.press('Enter');
  await expect(notes.person()).toHaveValue(person);
  await notes.text().fill('届出書の書き方の見本を作った');
  // Closed at once, by a key: nothing is lost.
  await page.keyboard.press('Escape');
  await notes.dialog().waitFor({ state: 'detached' });

  await notes.open();
  await notes.search('見本を作った');
  await expect(notes.list()).toHaveCount(1);
  await notes.edit('届出書の書き方の見本を作ったので誤りが減った');
  await expect(notes.list()).toContainText('誤りが減った');
  await notes.search('どこにもない文字');
  await expect(notes.list()).toHaveCount(0);
  await page.getByRole('button', { name: '条件を消す' }).click();
  await notes.search('見本を作った');
  await notes.takeOut();
  await expect(notes.list()).toHaveCount(0);
  await expect(notes.bringBackButton()).toBeFocused();
  await notes.bringBackButton().click();
  await expect(notes.list()).toContainText('誤りが減った');
});
