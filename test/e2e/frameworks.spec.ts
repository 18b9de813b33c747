import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { medicalFramework } from '../support/made-framework';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { FrameworksPage } from './pages/frameworks-page';
import { RosterPage } from './pages/roster-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();

test('職員課は、ほかの給料表の体系図をファイルから加え、名簿で使える', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const frameworks = new FrameworksPage(page);
  await frameworks.goTo();
  await expect(frameworks.present()).toContainText('第1版');

  const double = {
    ...medicalFramework,
    cells: [...medicalFramework.cells, medicalFramework.cells[0]],
  };
  await frameworks.choose('二重.json', JSON.stringify(double));
  await expect(frameworks.preview('二重.json')).toContainText(
    '医療職給料表：「看護の力」×「看護師」の文言が二つあります。',
  );
  await expect(frameworks.takeInButton()).toBeDisabled();

  await frameworks.choose('医療職.json', JSON.stringify(medicalFramework));
  const preview = frameworks.preview('医療職.json');
  await expect(preview).toContainText('「倫理」は、師長に求める内容がありません。');
  const table = preview.getByRole('region', { name: '医療職給料表の表' });
  await expect(table.getByRole('row', { name: /看護の力/u })).toContainText(
    '看護ができる。看護を導く。',
  );
  expect(await cutOff(page)).toEqual([]);
  await frameworks.takeInButton().click();
  await expect(page.getByText('体系図を加えました（医療職給料表）')).toBeVisible();
  await expect(frameworks.present()).toContainText('第2版');
  await expect(frameworks.present()).toContainText('医療職給料表（職位 2、項目 2）');

  // The roster places people in it by their 給料表.
  const roster = new RosterPage(page);
  await roster.goTo();
  const row = '職員番号,氏名,所属,職位,給料表\n810001,相川 直美,市立病院,師長,医療職給料表\n';
  await roster.choose({ name: '病院.csv', mimeType: 'text/csv', buffer: Buffer.from(row) });
  await expect(
    roster.preview('病院.csv').getByText('新しい職員', { exact: true }).locator('..'),
  ).toContainText('1 人');
  await expect(roster.takeInButton()).toBeEnabled();

  await frameworks.goTo();
  const path = join(workFolder, '体系図.json');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: '今の体系図を書き出す' }).click();
  await expect(page.getByText('体系図を書き出しました')).toBeVisible();
  await frameworks.choose('体系図.json', readFileSync(path, 'utf8'));
  await expect(frameworks.preview('体系図.json')).toContainText('すでにあります');

  // Nobody is in it: it can go again. The policy's own tables cannot.
  await frameworks.takeOut('医療職給料表（職位 2、項目 2）', '医療職給料表');
  await expect(page.getByText('体系図を取り除きました（医療職給料表）')).toBeVisible();
  await expect(frameworks.present()).not.toContainText('医療職給料表');
  await frameworks
    .present()
    .getByRole('button', { name: /^体系図I（/u })
    .click();
  await expect(frameworks.present().getByRole('button', { name: /取り除く/u })).toHaveCount(0);
});

test('体系図でないファイルは、理由を添えて断られる', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const frameworks = new FrameworksPage(page);
  await frameworks.goTo();
  await frameworks.choose('大きい.json', ' '.repeat(2_000_001));
  await expect(page.getByRole('alert').filter({ hasText: '番号 E123' })).toContainText(
    '大きすぎます',
  );
  for (const [content, words] of [
    ['{', 'JSONとして読めません'],
    ['{"frameworks":[{"id":"../x"}]}', '体系図の形ではありません（frameworks.0.id）'],
  ] as const) {
    await frameworks.choose('ほか.json', content);
    await expect(frameworks.preview('ほか.json')).toContainText(words);
    await expect(frameworks.takeInButton()).toBeDisabled();
  }
});
