import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { HrAppealPages, OwnAppealPage } from './pages/appeal-pages';
import { SheetListPage } from './pages/sheet-list-page';
import { ShellPage } from './pages/shell-page';
import { StagePanel } from './pages/stage-panel';

const office = shippedSampleOffice();
const clerk = sampleHrClerk(office).name;
/** Last year's results of the 見本 office are disclosed. */
const [sheet] = office.sheets
  .filter(({ staff, disclosedOn }) => staff.name === '𠮷田 美咲' && disclosedOn !== null)
  .toSorted((a, b) => (b.disclosedOn ?? '').localeCompare(a.disclosedOn ?? ''));
const person = sheet?.staff.name ?? '';
const evaluator = sheet?.firstEvaluator?.name ?? '';

test('結果に不服がある人は、評価者に知られずに申し出て、審査の結果を受け取れる', async ({
  sample: app,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const own = new OwnAppealPage(page);
  const hr = new HrAppealPages(page);
  const openPastSheet = async (as: string) => {
    await shell.actAs(as);
    await shell.goTo('人事評価');
    const list = new SheetListPage(page);
    await list.choosePastPeriod();
    await list.open(person);
  };

  await shell.actAs(clerk);
  await hr.goTo('設定');
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/office-settings.png', fullPage: true });
  // Whatever the day of this run, last year's result is older than that.
  await hr.setDays('1');
  await openPastSheet(person);
  await own.link().click();
  await expect(page.getByRole('main')).toContainText('でした。事情があるときは、職員課へ');
  await expect(own.startButton()).toHaveCount(0);

  // Disclosed anew, it is a result of today.
  await openPastSheet(clerk);
  const stage = new StagePanel(page);
  await stage.move('段階を戻す', { label: '戻す理由', reason: '計算の誤り', to: '確定・開示前' });
  await stage.move('本人に開示する');
  await openPastSheet(person);
  await own.link().click();
  await own.startButton().click();
  await own.text().pressSequentially('四月の実績が見られていません。');
  await own.addEvidence('処理日数の集計表');
  await shell.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/appeal-own.png', fullPage: true });

  await shell.actAs(clerk);
  await hr.goTo('不服申出');
  await expect(page.getByRole('main')).toContainText('申出はありません');

  await openPastSheet(person);
  await own.link().click();
  await expect(own.text()).toHaveValue('四月の実績が見られていません。');
  await own.file();

  await openPastSheet(evaluator);
  await expect(own.link()).toHaveCount(0);
  await shell.goTo('ホーム');
  await expect(page.getByRole('main')).not.toContainText(/不服|申出|意見書/u);

  await shell.actAs(clerk);
  await hr.goTo('不服申出');
  await page.screenshot({ path: 'out/screens/appeal-list.png', fullPage: true });
  await hr.open(person);
  await page.getByRole('button', { name: '審査を始める' }).click();
  await hr.ask('四月の実績をどう見たかを書いてください。');
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/appeal-case.png', fullPage: true });

  await shell.actAs(evaluator);
  await shell.goTo('ホーム');
  const requests = page.getByRole('region', { name: '意見書の依頼' });
  await page.screenshot({ path: 'out/screens/appeal-home.png', fullPage: true });
  await requests.getByRole('link').click();
  await expect(page.getByRole('main')).toContainText('四月の実績をどう見たか');
  await expect(page.getByRole('main')).not.toContainText('見られていません');
  await page.getByLabel('意見', { exact: true }).fill('二月末に達したと見ました。');
  expect(await brokenRules(page)).toEqual([]);
  await page.getByRole('button', { name: '職員課へ提出する' }).click();
  await expect(page.getByRole('main')).toContainText('に職員課へ提出しました');

  await shell.actAs(clerk);
  await hr.goTo('不服申出');
  await hr.open(person);
  await expect(page.getByRole('main')).toContainText('二月末に達したと見ました。');
  await hr.decide('評語を改めます。');

  await openPastSheet(person);
  await own.link().click();
  await expect(page.getByRole('main')).toContainText('評語を改めます。');
  await expect(page.getByRole('main')).not.toContainText('二月末に達した');
  await expect(page.getByRole('button', { name: '結果通知書をPDFにする' })).toBeVisible();
});
