import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseXlsx } from '../../shared/domain/text/xlsx';
import { readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerFolderDialog, answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { openSheetOf } from './open-sheet';
import { OutputPage } from './pages/output-page';
import { ShellPage } from './pages/shell-page';

const office = shippedSampleOffice();
const clerk = sampleHrClerk(office);
const [period] = office.periods.toSorted((a, b) => b.fiscalYear - a.fiscalYear);
const own = office.sheets.find(
  ({ staffId, periodId }) => staffId === clerk.id && periodId === period?.id,
);
const mark = '開示前・取扱注意';

/** Every PDF below a folder, by its path. */
function pdfsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.pdf'))
    .toSorted();
}

test('開示前のシートをPDFにするときは先にたずねられ、すべてのページに印が入る', async ({
  sample: app,
  workFolder,
}) => {
  const sheet = await openSheetOf(app, '大久保 健', '相川 直美');
  const path = join(workFolder, 'シート.pdf');
  await answerSaveDialog(app, path);
  await app.page.getByRole('button', { name: 'PDFにする' }).click();
  const question = sheet.undisclosedQuestion();
  await expect(question).toContainText('まだ開示されていません');
  await expect(question.getByRole('button', { name: 'やめる' })).toBeFocused();
  expect(await brokenRules(app.page)).toEqual([]);
  await question.getByRole('button', { name: 'やめる' }).click();
  await expect(question).toHaveCount(0);
  expect(existsSync(path)).toBe(false);
  await sheet.savePdf();
  const { pages } = await readPdf(readFileSync(path));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain(mark);
});

test('職員課は、選んだ人のシートをまとめてPDFにし、やめて、続きを書き、結果を確かめられる', async ({
  sample: app,
  workFolder,
}) => {
  test.slow();
  const { page } = app;
  const folder = join(workFolder, '出力先');
  mkdirSync(folder);
  await new ShellPage(page).actAs(clerk.name);
  const output = new OutputPage(page);
  await output.goTo();
  await expect(page.getByRole('checkbox', { name: `${clerk.name}を選ぶ` })).toHaveCount(0);
  await output.chooseShown();
  await expect(page.getByText(/^選んだ人 \d+人（うち開示前 \d+人）$/u)).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);
  const people = Number(await output.people().getAttribute('aria-rowcount')) - 1;
  expect(people).toBeGreaterThan(20);

  await answerFolderDialog(app, folder);
  const question = await output.begin();
  await expect(question).toContainText('は開示前です');
  await expect(question.getByRole('button', { name: 'やめる' })).toBeFocused();
  await output.agree(question);
  await expect.poll(() => pdfsIn(folder).length).toBeGreaterThan(2);
  await output.stop();
  await expect(output.result()).toContainText('途中でやめました');
  const begun = pdfsIn(folder);
  expect(begun.length).toBeLessThan(people);
  expect(await brokenRules(page)).toEqual([]);

  const before = new Map(begun.map((path) => [path, statSync(join(folder, path)).mtimeMs]));
  await output.button('同じフォルダに続きを書く').click();
  await expect(output.result()).toContainText('PDFを書き終えました', { timeout: 60_000 });
  await expect(output.result()).toContainText(`同じものがあります ${begun.length}人`);
  const all = pdfsIn(folder);
  expect(all).toHaveLength(people);
  for (const [path, time] of before) expect(statSync(join(folder, path)).mtimeMs).toBe(time);
  expect(
    readdirSync(folder, { recursive: true }).filter((name) => /\.part$/u.test(`${name}`)),
  ).toEqual([]);

  const list = join(workFolder, '結果.csv');
  await answerSaveDialog(app, list);
  await output.button('結果をCSVで保存').click();
  await page.getByText('一覧を保存しました').waitFor();
  const rows = rowsOf(readFileSync(list, 'utf8'));
  expect(rows).toHaveLength(people + 1);
  expect(rows[0]).toEqual(['職員番号', '氏名', '所属', '結果', 'フォルダ', 'ファイル', '理由']);
  expect(
    rows.slice(1).every(([, , , , unit, file]) => all.includes(join(unit ?? '', file ?? ''))),
  ).toBe(true);
  // Her own sheet is in none of them.
  expect(all.join('\n')).not.toContain(own?.staff.number ?? '');
  const [one = ''] = all;
  const { pages } = await readPdf(readFileSync(join(folder, one)));
  for (const text of pages) expect(text).toContain(mark);
});

test('所属ごとのファイルには、ひとりずつのしおりがあり、開示していない記入は紙にも一覧にもない', async ({
  sample: app,
  workFolder,
}) => {
  test.slow();
  const { page } = app;
  const secret = '植え込んだ一次の下書き';
  const sheet = await openSheetOf(app, '大久保 健', '相川 直美');
  await sheet.write('接遇', secret);
  await sheet.untilSaved();
  await new ShellPage(page).actAs(clerk.name);
  const output = new OutputPage(page);
  await output.goTo();
  await output.chooseShown();
  await output.chooseMode('所属ごとに1ファイル');
  const folder = join(workFolder, '所属ごと');
  mkdirSync(folder);
  await answerFolderDialog(app, folder);
  await output.agree(await output.begin());
  await expect(output.result()).toContainText('PDFを書き終えました', { timeout: 90_000 });
  const files = pdfsIn(folder);
  const read = await Promise.all(
    files.map(async (path) => readPdf(readFileSync(join(folder, path)))),
  );
  const bookmarks = read.flatMap((pdf) => pdf.bookmarks);
  const people = Number(await output.people().getAttribute('aria-rowcount')) - 1;
  expect(bookmarks).toHaveLength(people);
  expect(bookmarks.join('\n')).toContain('大久保 健');
  expect(bookmarks.join('\n')).not.toContain(clerk.name);
  const printed = read.map((pdf) => pdf.compact).join('\n');
  expect(printed).toContain('大久保健');
  expect(printed).not.toContain(secret);

  const workbook = join(workFolder, '結果.xlsx');
  await answerSaveDialog(app, workbook);
  await output.button('Excelで保存').click();
  const question = page.getByRole('alertdialog', { name: /^開示前の人が \d+人 います$/u });
  await question.getByRole('button', { name: 'このまま一覧にする' }).click();
  await page.getByText('一覧を保存しました').waitFor();
  const limits = { rows: 500, columns: 100, characters: 1000 };
  const { rows } = parseXlsx(readFileSync(workbook), limits);
  expect(rows).toHaveLength(people + 1);
  const at = (heading: string) => rows[0]?.indexOf(heading) ?? -1;
  const okubo = rows.find((cells) => cells.includes('大久保 健')) ?? [];
  expect(okubo[at('段階')]).toBe('一次評価');
  expect(okubo[at('総合評語（一次）')] ?? '').toBe('');
  expect(okubo.at(at('備考'))).toBe(mark);
  const settled = rows.find((cells) => (cells[at('総合評語（一次）')] ?? '') !== '');
  expect(settled?.[at('一次評価者')]).toBeTruthy();

  // 𠮷 has no place in Shift_JIS.
  const csv = join(workFolder, '結果.csv');
  await answerSaveDialog(app, csv);
  await page.getByRole('button', { name: 'お知らせを閉じる' }).last().click();
  await output.button('CSV（Shift_JIS）で保存').click();
  await question.getByRole('button', { name: 'このまま一覧にする' }).click();
  const lacking = page.getByRole('alertdialog', { name: 'Shift_JISにない文字があります' });
  await expect(lacking.getByRole('table')).toContainText('𠮷田 美咲');
  await lacking.getByRole('button', { name: 'UTF-8で書き出す' }).click();
  await page.getByText('一覧を保存しました').waitFor();
  const text = readFileSync(csv, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(rowsOf(text).map(shortened)).toEqual(rows.map(shortened));
});

/** The cells of a list of ours in which nothing needs quotes. */
function rowsOf(text: string): string[][] {
  return text
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
}

/** A workbook does not write the empty cells at the end of a row. */
function shortened(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
