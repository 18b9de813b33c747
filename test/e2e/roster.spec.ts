import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { encodeText } from '../../renderer/platform/encode-text';
import { projectRoot } from '../support/app-driver';
import { csvOfRows, type MadeRow, makeRosterRows, plantFaults } from '../support/made-roster';
import { makeWorkbook } from '../support/make-workbook';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { OrganisationPage } from './pages/organisation-page';
import { RosterPage } from './pages/roster-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();
const rosters = join(projectRoot, 'test/fixtures/rosters');

test('職員課は、名簿を確かめてから取り込み、書き出し、取り消せる', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  await shell.actAs(sampleHrClerk(office).name);
  const roster = new RosterPage(page);
  await roster.goTo();
  const before = office.staff.length;
  await expect(page.getByText(`今は ${before}人の職員がいます`)).toBeVisible();

  // With faults: every one is said with its row and column, and nothing is taken in.
  await roster.choose(join(rosters, 'fire-department-faulty.csv'));
  await expect(roster.preview('fire-department-faulty.csv')).toContainText('Shift_JIS');
  await expect(roster.faults()).toContainText([
    /6行目.*職位.*「消防主任」という職位は、体系図Iにありません。/u,
    /7行目.*採用年月日.*2026年の2月は28日までです。/u,
    /8行目.*主務・兼務.*職員番号800003の主務の行が、4行目にもあります。/u,
    /9行目.*級.*主任は3級です。「7級」とは合いません。/u,
  ]);
  await expect(roster.takeInButton()).toBeDisabled();
  expect(await cutOff(page)).toEqual([]);

  await roster.choose(join(rosters, 'fire-department.csv'));
  const preview = roster.preview('fire-department.csv');
  await expect(preview.getByText('新しい職員', { exact: true }).locator('..')).toContainText(
    '3 人',
  );
  await expect(preview).toContainText('今のまま残します');
  await roster.takeInButton().click();
  await expect(page.getByText('取り込みました。新しい職員 3人、変わった職員 0人')).toBeVisible();
  await expect(page.getByText(`今は ${before + 3}人の職員がいます`)).toBeVisible();

  const path = join(workFolder, '職員名簿.csv');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: '名簿を書き出す' }).click();
  await expect(page.getByText('名簿をUTF-8で書き出しました')).toBeVisible();
  const written = readFileSync(path, 'utf8');
  expect(written).toContain('800002,﨑山 直美,サキヤマ ナオミ,7101');
  expect(written).toContain('800003,相川 健,アイカワ ケン,72');
  // What was written out is known word for word.
  await roster.choose(path);
  await expect(
    roster.preview('職員名簿.csv').getByText('変わらない職員').locator('..'),
  ).toContainText(`${before + 3} 人`);
  await expect(roster.takeInButton()).toBeDisabled();

  await roster.takeBackButton().click();
  await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click();
  await expect(page.getByText('取り込みを取り消しました')).toBeVisible();
  await expect(page.getByText(`今は ${before}人の職員がいます`)).toBeVisible();
  await expect(roster.takeBackButton()).toHaveCount(0);
});

test('職員課は、名簿をShift_JISでも書き出せ、ない文字を先に知る', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const roster = new RosterPage(page);
  await roster.goTo();
  await page.getByRole('button', { name: 'Shift_JISで書き出す' }).click();
  const question = page.getByRole('dialog', { name: 'Shift_JISにない文字があります' });
  await expect(question.getByRole('row', { name: /𠮷田 美咲 氏名 𠮷/u })).toBeVisible();
  const path = join(workFolder, '職員名簿.csv');
  await answerSaveDialog(app, path);
  await question.getByRole('button', { name: '「〓」にして書き出す' }).click();
  await expect(page.getByText('名簿をShift_JISで書き出しました')).toBeVisible();
  const written = new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(path));
  expect(written).toContain('〓田 美咲');
  expect(written).toContain('職員番号,氏名,フリガナ');
});

test('職員課は、Excelのブックからも取り込める', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const roster = new RosterPage(page);
  await roster.goTo();
  // Once as CSV, then the workbook says the same: its days are numbers, its numbers padded.
  await roster.choose(join(rosters, 'fire-department.csv'));
  await roster.takeInButton().click();
  await expect(page.getByText('取り込みました。新しい職員 3人')).toBeVisible();
  await roster.choose(join(rosters, 'fire-department.xlsx'));
  const preview = roster.preview('fire-department.xlsx');
  await expect(preview).toContainText('シート「消防職員」（「メモ」は読みません）');
  await expect(preview.getByText('変わらない職員').locator('..')).toContainText('3 人');
  await expect(preview.getByText('変わる職員', { exact: true }).locator('..')).toContainText(
    '0 人',
  );
});

test('名簿でないファイルは、理由を添えて断られ、何も変わらない', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const roster = new RosterPage(page);
  await roster.goTo();
  const file = (name: string, bytes: Uint8Array) => {
    const path = join(workFolder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const bomb = zipSync({ 'xl/workbook.xml': [new Uint8Array(90_000_000), { level: 1 }] });
  const prolog = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  const withOthers = makeWorkbook({ rows: [['職員番号', '氏名', '所属', '職位']], prolog });
  for (const [chosen, words] of [
    [file('絵.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])), '文字の表ではありません'],
    [file('大きい.csv', Buffer.alloc(10_000_001, 'a')), '大きすぎます'],
    [file('引用符.csv', Buffer.from('職員番号,氏名\n1,"高橋\n')), '2行目：引用符'],
    [file('ふくらむ.xlsx', bomb), '中身を広げると大きすぎます'],
    [file('外を指す.xlsx', withOthers), 'DTD'],
    [file('文書.docx', zipSync({ 'word/document.xml': strToU8('<a/>') })), 'Excelのブックでは'],
    [file('古い.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), '古い形のExcelファイル'],
  ] as const) {
    await roster.choose(chosen);
    const alert = page.getByRole('alert').filter({ hasText: '番号 E121' });
    await expect(alert).toContainText(words);
  }
  await roster.choose(file('ほかの表.csv', Buffer.from('品名,数\nえんぴつ,3\n')));
  await expect(roster.faults()).toContainText('見出しの行が見つかりません');
  await expect(page.getByText(`今は ${office.staff.length}人の職員がいます`)).toBeVisible();
});

test('3,000人の名簿は、直すまで何も取り込まれず、途中でやめられ、進みが見える', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  await new ShellPage(page).actAs(sampleHrClerk(office).name);
  const roster = new RosterPage(page);
  await roster.goTo();
  const unchanged = page.getByText(`今は ${office.staff.length}人の職員がいます`);
  const write = (name: string, made: readonly MadeRow[]) => {
    const path = join(workFolder, name);
    writeFileSync(path, encodeText(csvOfRows(made), 'Shift_JIS'));
    return path;
  };
  const rows = makeRosterRows();
  const planted = plantFaults(rows);
  await roster.choose(write('間違い.csv', planted.rows));
  await expect(roster.faults()).toHaveCount(planted.faults.length);
  for (const [index, { row, words }] of planted.faults.entries()) {
    await expect(roster.faults().nth(index)).toContainText(`${row}行目`);
    await expect(roster.faults().nth(index)).toContainText(words);
  }
  await expect(roster.takeInButton()).toBeDisabled();
  await expect(unchanged).toBeVisible();

  await roster.choose(write('名簿.csv', rows));
  await roster.takeInAndStop();
  await expect(page.getByText('取り込みをやめました。名簿は前のままです。')).toBeVisible();
  await expect(unchanged).toBeVisible();

  await roster.takeInButton().click();
  await expect(page.getByText(/3000 人中 \d+ 人/u)).toBeVisible();
  await expect(page.getByText('取り込みました。新しい職員 3000人')).toBeVisible();
  await expect(page.getByText(`今は ${office.staff.length + 3_000}人の職員がいます`)).toBeVisible();

  // They stand in their units at once, however many they are.
  const organisation = new OrganisationPage(page);
  await organisation.goTo();
  await expect(organisation.unit('全体')).toContainText(`${office.staff.length + 3_000}人`);
  await organisation.search().fill('第10部');
  await expect(organisation.unit('第10部')).toBeVisible();
  await organisation.search().fill('703000');
  // Her second post stands beside her main one.
  await expect(organisation.people()).toHaveCount(3);
  await expect(organisation.people().nth(2)).toContainText('兼務');
});

test('職員課でない人には、名簿のページが開かない', async ({ sample: app }) => {
  const { page } = app;
  await new ShellPage(page).actAs('𠮷田 美咲');
  await page.evaluate(() => {
    location.hash = '#/hr/roster';
  });
  await expect(page).toHaveURL(/#\/$/u);
  await expect(page.getByRole('heading', { level: 1, name: '職員名簿' })).toHaveCount(0);
});
