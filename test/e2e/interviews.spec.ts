import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../support/read-pdf';
import { shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { openSheetOf } from './open-sheet';
import { InterviewsPage } from './pages/interviews-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();
const sheet = office.sheets.find(
  ({ staff, stage }) => staff.name === '𠮷田 美咲' && stage === 'goalSetting',
);
const evaluator = sheet?.firstEvaluator?.name ?? '';
const person = '𠮷田 美咲';

test('評価者が書いた期首面談の記録を、本人が日付の入ったときから読み、二人で確かめられる', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const talks = new InterviewsPage(page);
  await openSheetOf(app, person, evaluator);
  await talks.goTo();
  await talks.text('期首面談').pressSequentially('待ち時間のことから話した。\n次は様式。');
  await shell.untilSaved();
  await talks.text('期中面談').fill('期中に話すこと');
  await talks.text('期首面談').fill('消してしまった。');
  await page.keyboard.press('Control+z');
  await expect(talks.text('期首面談')).toHaveValue(/^待ち時間のことから/u);
  await page.keyboard.press('Control+z');
  await expect(talks.text('期中面談')).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(talks.text('期中面談')).toHaveValue('期中に話すこと');
  await expect(talks.text('期中面談')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(talks.text('期中面談')).toHaveValue('');
  await shell.untilSaved();

  await openSheetOf(app, person, person);
  await talks.goTo();
  await expect(talks.card('期首面談')).toContainText('評価者が面談日を入れて記録すると');
  await expect(talks.card('期首面談')).not.toContainText('待ち時間のことから');

  await openSheetOf(app, person, evaluator);
  await talks.goTo();
  await expect(talks.text('期首面談')).toHaveValue('待ち時間のことから話した。\n次は様式。');
  await talks.day('期首面談').fill('R8.5.20');
  await talks.text('期首面談').focus();
  await shell.untilSaved();
  await talks.agreeButton('期首面談').click();
  await expect(talks.card('期首面談')).toContainText('に確かめました');
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/interviews-evaluator.png', fullPage: true });

  await openSheetOf(app, person, person);
  await talks.goTo();
  await expect(talks.card('期首面談')).toContainText('令和8年5月20日（30分）');
  await talks.agreeButton('期首面談').click();
  await expect(talks.agreeButton('期首面談')).toHaveCount(0);
  const file = join(workFolder, '面談.pdf');
  await answerSaveDialog(app, file);
  await talks.paperButton('期首面談').click();
  await expect(talks.card('期首面談')).toContainText('PDFを保存しました');
  const pdf = await readPdf(readFileSync(file));
  expect(pdf.title).toBe(`評価者面談記録（期首） ${person}`);
  await page.screenshot({ path: 'out/screens/interviews-person.png', fullPage: true });

  await openSheetOf(app, person, evaluator);
  await talks.goTo();
  await talks.text('期首面談').fill('書き直した。');
  await expect(talks.card('期首面談')).toContainText('取り消されました');
  await expect(talks.agreeButton('期首面談')).toBeVisible();

  // On to the next person's talks, and back, by the keys of the sheet.
  await shell.untilSaved();
  const heading = page.getByRole('heading', { level: 1, name: /の評価者面談$/u });
  const forward = await page.getByRole('button', { name: '次の人' }).isEnabled();
  await page.keyboard.press(`Control+Shift+${forward ? 'PageDown' : 'PageUp'}`);
  await expect(heading).not.toContainText(person);
  await expect(talks.card('期首面談')).toBeVisible();
  await page.keyboard.press(`Control+Shift+${forward ? 'PageUp' : 'PageDown'}`);
  await expect(heading).toContainText(person);
});
