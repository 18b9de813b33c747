import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDriver } from '../support/app-driver';
import { printsText, readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { fillColumn } from './fill-column';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { SheetPage } from './pages/sheet-page';
import { StagePanel } from './pages/stage-panel';

const clerk = sampleHrClerk(shippedSampleOffice()).name;
const secrets = {
  first: '開示前に読めてはならない一次の所見',
  second: '開示前に読めてはならない二次の所見',
};

async function openAs(app: AppDriver, name: string): Promise<void> {
  await openSheetOf(app, sampleStaff.employee, name);
}

test('一人のシートが、目標の提出から開示まで一年を通る。開示の前に、本人は評価を見られない', async ({
  sample: app,
  workFolder,
}) => {
  test.slow();
  const { page } = app;
  const stage = new StagePanel(page);
  const sheet = new SheetPage(page);

  await openAs(app, sampleStaff.employee);
  await expect(stage.current()).toHaveText('目標設定');
  // Nothing is there yet: what is missing is said, and nothing can be handed in.
  const missing = await stage.missing('目標を提出する');
  await expect(missing).toHaveText(['個人目標（一つ以上）']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '目標を加える' }).click();
  await sheet
    .part('個人目標1')
    .getByLabel('目標', { exact: true })
    .fill('郵送請求の処理日数の短縮');
  await stage.move('目標を提出する');
  await expect(stage.current()).toHaveText('期首面談・合意');
  await expect(stage.region()).toContainText('一次評価者の 相川 直美 さんの番');

  await openAs(app, sampleStaff.first);
  await expect(page.getByText('郵送請求の処理日数の短縮').first()).toBeVisible();
  await stage.button('目標を差し戻す').click();
  await stage.dialog('目標を差し戻す').getByRole('button', { name: '目標を差し戻す' }).click();
  await expect(stage.dialog('目標を差し戻す').getByRole('alert')).toContainText('理由');
  await page.keyboard.press('Escape');
  await stage.move('目標を差し戻す', {
    label: '直してほしいところ',
    reason: '水準を数で書いてください',
  });

  await openAs(app, sampleStaff.employee);
  await expect(stage.region()).toContainText('相川 直美 さんから差し戻されています');
  await expect(stage.region()).toContainText('水準を数で書いてください');
  await sheet.part('個人目標1').getByLabel('どの水準まで').fill('平均6日を3日にする');
  await stage.move('目標を提出する');

  await openAs(app, sampleStaff.first);
  await stage.move('目標に合意する');
  await openAs(app, sampleStaff.employee);
  await expect(stage.current()).toHaveText('実施');
  await stage.move('自己評価に進む');
  await fillColumn(sheet, 'B', '窓口で確かめた事実');
  await stage.move('自己評価を提出する');

  await openAs(app, sampleStaff.first);
  await fillColumn(sheet, 'A', secrets.first);
  expect(await brokenRules(page)).toEqual([]);
  await stage.move('一次評価を提出する');
  await openAs(app, sampleStaff.second);
  await fillColumn(sheet, 'C', secrets.second);
  await stage.move('二次評価を提出する');

  const seesNothing = async (at: string) => {
    await openAs(app, sampleStaff.employee);
    await expect(stage.current()).toHaveText(at);
    await expect(sheet.part('職務知識').getByRole('term')).toHaveText([/^本人.*B$/u]);
    const everything = await page.content();
    for (const secret of Object.values(secrets)) expect(everything).not.toContain(secret);
  };
  await seesNothing('確定待ち');
  await openAs(app, clerk);
  await stage.move('確定する');
  await seesNothing('確定・開示前');
  await openAs(app, clerk);
  await stage.move('本人に開示する');

  await openAs(app, sampleStaff.employee);
  await expect(stage.current()).toHaveText('開示・期末面談');
  await expect(page.getByText(secrets.first).first()).toBeVisible();
  await expect(page.getByText(secrets.second).first()).toBeVisible();
  await expect(sheet.part('職務知識').getByRole('term')).toHaveText([
    /^本人.*B$/u,
    /^一次評価者.*A$/u,
    /^二次評価者.*C$/u,
  ]);
  const history = await stage.openHistory();
  await expect(history).toContainText('水準を数で書いてください');
  await expect(history).toContainText('本人に開示しました');
  await page.screenshot({ path: 'out/screens/stage-history.png' });
  await page.keyboard.press('Escape');
  const path = join(workFolder, '開示.pdf');
  await answerSaveDialog(app, path);
  await sheet.savePdf();
  const paper = await readPdf(new Uint8Array(readFileSync(path)));
  expect(printsText(paper, secrets.first)).toBe(true);
  expect(printsText(paper, secrets.second)).toBe(true);
});

test('職員課は、一人を評価の対象外にし、理由は本人と職員課だけが読む', async ({ sample: app }) => {
  const { page } = app;
  const stage = new StagePanel(page);
  await openAs(app, clerk);
  await stage.move('評価の対象外にする', {
    label: '対象外とする理由（在籍した月数など）',
    reason: '育児休業のため、勤めた月数が2か月',
  });
  await expect(stage.current()).toHaveText('評価の対象外');
  await openAs(app, sampleStaff.first);
  await expect(await stage.openHistory()).not.toContainText('育児休業');
  await page.keyboard.press('Escape');
  await openAs(app, sampleStaff.employee);
  await expect(await stage.openHistory()).toContainText('育児休業のため');
  await page.keyboard.press('Escape');
  await openAs(app, clerk);
  await stage.move('評価の対象に戻す', { label: '戻す理由', reason: '復帰した' });
  await expect(stage.current()).toHaveText('目標設定');
});
