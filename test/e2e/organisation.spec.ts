import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { OrganisationPage } from './pages/organisation-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();

test('職員課は、所属の木を開き、その職員を見て、シートへ進める', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const organisation = new OrganisationPage(page);
  await organisation.goTo();
  expect(await cutOff(page)).toEqual([]);

  // By the keyboard alone: letters lead to a department, right opens it, Enter chooses.
  await organisation.unit('全体').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  const department = organisation.tree().locator('[role=row][aria-expanded=false]').first();
  await expect(department).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/hr\/units\?unit=/u);
  expect(await organisation.people().count()).toBeGreaterThan(1);
  await page.goBack();
  await expect(page).not.toHaveURL(/unit=/u);

  await organisation.search().fill('よしだ みさき');
  await expect(organisation.people()).toHaveCount(2);
  await expect(organisation.tree().getByRole('row')).not.toHaveCount(1);
  await page.getByRole('link', { name: '𠮷田 美咲のシートを開く' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('𠮷田 美咲');
});

test('職員課は、評価者を期間で決め、直し、消せる', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const organisation = new OrganisationPage(page);
  await organisation.goTo();
  await organisation.openPerson('𠮷田 美咲');
  expect(await cutOff(page)).toEqual([]);
  const evaluator = sampleHrClerk(office).name;

  await organisation.assign({ evaluator, from: 'R8.2.30', to: '' });
  await expect(organisation.form().getByRole('alert')).toContainText('始まりの日を');
  await organisation.form().getByLabel('始まりの日').fill('R8.10.1');
  await organisation.form().getByLabel('終わりの日').fill('2026/9/1');
  await organisation.form().getByRole('button', { name: 'この内容で決める' }).click();
  await expect(organisation.form().getByRole('alert')).toContainText('始まりの日より前です');
  await organisation.form().getByLabel('終わりの日').fill('');
  await organisation.form().getByRole('button', { name: 'この内容で決める' }).click();
  await expect(organisation.form()).toHaveCount(0);
  await expect(organisation.assignments()).toContainText([
    new RegExp(`一次評価者.*${evaluator}.*令和8年10月1日から（終わりは決めない）`, 'u'),
  ]);
  await expect(page.getByText('今日の一次評価者').locator('..')).toContainText(evaluator);

  // A second one for the same days is said at once.
  await organisation.assign({ evaluator: '山﨑 徹', from: 'R8.12.1', to: 'R9.3.31' });
  await expect(page.getByText('令和8年12月1日に、一次評価者が二人います。')).toBeVisible();

  await page.getByRole('button', { name: /山﨑 徹 の担当期間を消す/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: '消す', exact: true }).click();
  await expect(organisation.assignments()).toHaveCount(1);
  await expect(page.getByText('一次評価者が二人います')).toHaveCount(0);
  await page.getByRole('button', { name: /の担当期間を直す/u }).click();
  await organisation.form().getByLabel('終わりの日').fill('R8.10.31');
  await organisation.form().getByRole('button', { name: 'この内容で決める' }).click();
  await expect(organisation.assignments()).toContainText(['令和8年10月31日まで']);
});

test('職員課でない人には、組織のページが開かない', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs('𠮷田 美咲');
  for (const hash of ['#/hr/units', `#/hr/staff/${office.startAs}`]) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(page).toHaveURL(/#\/$/u);
  }
});
