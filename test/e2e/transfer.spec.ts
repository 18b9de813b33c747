import { join } from 'node:path';
import { projectRoot } from '../support/app-driver';
import {
  sampleHrClerk,
  sampleStaffByJobTitle,
  shippedSampleOffice,
} from '../support/sample-office';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import { DeskPage } from './pages/desk-page';
import { EvaluatorChangesPanel } from './pages/evaluator-changes';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();
const okubo = '大久保 健';
const clerk = sampleHrClerk(office).name;
const successor = sampleStaffByJobTitle(office, '証明係長').name;
const draft = '前の評価者が書いた途中の根拠';
const handover = '窓口の応対を、月に一度いっしょに振り返っています。';

test('評価者が替わると、後任は前の評価者の記入と引継ぎを読み、本人には見えない', async ({
  sample: app,
}) => {
  const { page } = app;
  const changes = new EvaluatorChangesPanel(page);
  const sheet = await openSheetOf(app, okubo, sampleStaff.first);
  await sheet.rate('接遇', 'A');
  await sheet.write('接遇', draft);
  await sheet.shell.untilSaved();
  await changes.writeHandover(handover);

  await openSheetOf(app, okubo, clerk);
  await changes.changeFirst(successor, '令和8年10月1日', '人事異動');
  expect(await brokenRules(page)).toEqual([]);
  await changes.panel().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(projectRoot, 'out/screens', 'transfer-hr.png') });

  await openSheetOf(app, okubo, successor);
  await expect(changes.panel()).toContainText(handover);
  await expect(changes.panel()).toContainText('人事異動');
  await changes
    .panel()
    .getByRole('button', { name: new RegExp(`前の一次評価者 ${sampleStaff.first} の記入`, 'u') })
    .click();
  await expect(changes.panel()).toContainText(draft);
  await expect(sheet.part('接遇').getByRole('radio', { checked: true })).toHaveCount(0);
  await sheet.rate('接遇', 'B');
  await sheet.shell.untilSaved();
  await changes.panel().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(projectRoot, 'out/screens', 'transfer-successor.png') });

  await openSheetOf(app, okubo, okubo);
  await expect(changes.panel()).toContainText(successor);
  for (const kept of [handover, draft, '人事異動']) {
    await expect(page.getByRole('main')).not.toContainText(kept);
  }
});

test('意見を求められた評価者は提出されたものを読んで意見を書き、派遣先の意見は名称とともに残る', async ({
  sample: app,
}) => {
  const { page } = app;
  const changes = new EvaluatorChangesPanel(page);
  await openSheetOf(app, okubo, clerk);
  await changes.askForOpinion(successor);
  await changes.enterHostOpinion('神奈川県', '派遣先で窓口の研修を任されています。');

  await new ShellPage(page).actAs(successor);
  const desk = new DeskPage(page);
  await desk.open();
  await desk.show('意見を求められた職員');
  await page.getByRole('button', { name: '本人の目標と自己評価' }).click();
  await expect(page.getByRole('main')).toContainText('接遇');
  await page.getByLabel('意見', { exact: true }).fill('併任先でも落ち着いて応対しています。');
  await new ShellPage(page).untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: join(projectRoot, 'out/screens', 'transfer-consulted.png') });

  await openSheetOf(app, okubo, sampleStaff.first);
  await expect(changes.panel()).toContainText('併任先でも落ち着いて応対しています。');
  await expect(changes.panel()).toContainText('派遣先の意見（神奈川県）');
  await openSheetOf(app, okubo, okubo);
  await expect(page.getByRole('main')).not.toContainText('併任先でも落ち着いて');
  await expect(page.getByRole('main')).not.toContainText('神奈川県');
});
