import { pasteCells } from './every-screen';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';

const TABLE = '目標\t割合\t困難度\r\n窓口の改善\t60%\t◎\r\n"後輩の\n育成"\t40%\t\r\n';

test('表計算の表を目標に貼り付けると、確かめたうえで、まとめて目標になる', async ({
  sample: app,
}) => {
  const { page } = app;
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  const wording = (part: string) => sheet.part(part).getByLabel('目標', { exact: true });
  const paste = (text: string) => pasteCells(wording('個人目標1'), text);
  const question = page.getByRole('dialog', { name: '貼り付けた表を目標にしますか' });

  await paste(TABLE);
  await question.getByRole('button', { name: 'やめる' }).click();
  await expect(sheet.part('個人目標2')).toHaveCount(0);
  await paste('一\t二');
  await question.getByRole('button', { name: '文章として貼り付ける' }).click();
  await expect(wording('個人目標1')).toHaveValue('一\t二');
  await paste('a\n\t'.repeat(101));
  await expect(page.getByText('貼り付ける表が大きすぎます')).toBeVisible();

  await paste(TABLE);
  await expect(question).toContainText('◎ 困難');
  await question.getByRole('button', { name: '2件の目標を加える' }).click();
  await expect(wording('個人目標2')).toHaveValue('窓口の改善');
  await expect(wording('個人目標3')).toHaveValue('後輩の\n育成');
  await expect(sheet.part('個人目標2').getByLabel('割合（％）')).toHaveValue('60');
  await expect(sheet.part('個人目標2').getByLabel('困難度', { exact: true })).toHaveValue('high');
});

test('前の期間の目標を選んで写せる', async ({ sample: app }) => {
  const sheet = await openSheetOf(app, sampleStaff.first, sampleStaff.first);
  const goals = sheet.goals();
  const before = await goals.count();
  const dialog = await sheet.offerPreviousGoals();
  const boxes = dialog.getByRole('checkbox');
  const offered = await boxes.count();
  expect(offered).toBeGreaterThan(1);
  await boxes.first().uncheck();
  await dialog.getByRole('button', { name: `${offered - 1}件を写す` }).click();
  await expect(goals).toHaveCount(before + offered - 1);
  const added = sheet.part(`個人目標${before + 1}`);
  await expect(added.getByLabel('目標', { exact: true })).not.toHaveValue('');
  await expect(added.getByLabel('いつまでに')).toHaveValue('');
});
