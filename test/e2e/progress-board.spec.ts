import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { ProgressPage } from './pages/progress-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();
const clerk = sampleHrClerk(office);
const newestPeriod = office.periods.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
const sheets = office.sheets.filter(({ periodId }) => periodId === newestPeriod?.id);

test('職員課は、確定待ちの人をまとめて確定し、開示できる。自分のシートは出てこない', async ({
  sample: app,
}) => {
  test.slow();
  const { page } = app;
  await new ShellPage(page).actAs(clerk.name);
  const board = new ProgressPage(page);
  await board.goTo();
  const waiting = Number(await board.count('確定待ち').textContent());
  expect(waiting).toBeGreaterThan(1);
  await board.count('確定待ち').click();
  await expect(board.people('確定待ち')).toHaveAttribute('aria-rowcount', `${waiting + 1}`);
  expect(await brokenRules(page)).toEqual([]);

  await board.moveAll('確定する');
  await expect(page.getByText(`${waiting}人：確定しました`)).toBeVisible();
  await expect(board.count('確定待ち')).toHaveCount(0);
  await expect(board.count('確定・開示前')).toHaveText(`${waiting}`);
  await board.count('確定・開示前').click();
  await board.moveAll('本人に開示する');
  await expect(board.count('開示・期末面談')).toHaveText(`${waiting}`);

  // Her own sheet is counted nowhere, wherever it stands.
  expect(sheets.map(({ staffId }) => staffId)).toContain(clerk.id);
  const totals = await board
    .counts()
    .getByRole('button', { name: /^すべての所属/u })
    .allTextContents();
  expect(totals.reduce((sum, count) => sum + Number(count), 0)).toBe(sheets.length - 1);
  expect(await brokenRules(page)).toEqual([]);
});
