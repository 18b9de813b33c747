import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { expect, test } from './fixtures';
import { SheetListPage } from './pages/sheet-list-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();

test('一覧をどれだけ速く送っても、空の行は見えない', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  await new ShellPage(page).goTo('人事評価');
  const list = new SheetListPage(page);
  await list.rows().nth(1).waitFor();
  const blank = await list.scrollAbout(120);
  expect(blank.frames).toBe(120);
  expect(blank.moved).toBeGreaterThan(60);
  expect(blank.blankFrames).toEqual([]);
});
