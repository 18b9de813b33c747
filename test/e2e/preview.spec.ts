import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AppDriver, projectRoot } from '../support/app-driver';
import { holdPrintDialog, printedPage } from '../support/print-dialog';
import { addPrivateUseGlyph } from '../support/private-use-font';
import { readPdf, readPictures } from '../support/read-pdf';
import { answerSaveDialog } from '../support/save-dialog';
import { resizeWindow } from '../support/window-size';
import { watchViolations } from './bounds';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { PaperPanel } from './pages/paper-panel';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { WelcomePage } from './pages/welcome-page';

const staffName = '髙橋 翔';
const wide = { width: 1366, height: 820, zoom: 1 };
const narrow = { width: 1180, height: 720, zoom: 1 };
const part = '接遇';

/** A sheet with entries, opened as its first evaluator. */
async function openFilledSheet(app: AppDriver): Promise<SheetPage> {
  const shell = new ShellPage(app.page);
  await shell.actAs(sampleStaff.first);
  await shell.goTo('人事評価');
  await new SheetListPage(app.page).open(staffName);
  await app.page.getByRole('article').first().waitFor();
  return new SheetPage(app.page);
}

test('紙をキーで開き、めくり、拡大し、字体の違う名前も探し、閉じると元の欄に戻る', async ({
  sample: app,
}) => {
  const { page } = app;
  await resizeWindow(app, wide);
  const sheet = await openFilledSheet(app);
  const refused = await watchViolations(app);
  const paper = new PaperPanel(page);
  const box = sheet.textBox(part);
  await box.focus();
  await box.press('Control+p');
  const mine = (await box.inputValue()).slice(0, 12);
  expect(mine).not.toBe('');
  await expect(paper.pages()).toContainText(mine);
  // Beside the sheet whoever writes goes on writing.
  await expect(box).toBeFocused();
  expect(page.url()).toContain('/paper');

  await page.keyboard.press('Control+f');
  await expect(paper.search()).toBeFocused();
  await page.keyboard.type('高橋');
  await expect(paper.panel().getByText(/^\d+件中 1件目$/u)).toBeVisible();
  await expect.poll(async () => (await paper.marked()).current).toEqual(['髙橋']);
  const count = Number.parseInt((await paper.panel().getByText(/件中/u).textContent()) ?? '', 10);
  expect(count).toBeGreaterThan(1);
  // Enter that takes a conversion is not ours.
  await paper.search().evaluate((field) => {
    const enter = { key: 'Enter', isComposing: true, bubbles: true };
    field.dispatchEvent(new KeyboardEvent('keydown', enter));
  });
  await page.keyboard.press('Enter');
  await expect(paper.panel().getByText(`${count}件中 2件目`)).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(paper.panel().getByText(`${count}件中 ${count}件目`)).toBeVisible();
  await paper.search().fill('どこにもない言葉');
  await expect(paper.panel().getByText('見つかりません')).toBeVisible();

  await paper.pageBox().fill('２');
  await page.keyboard.press('Enter');
  await expect(paper.pageBox()).toHaveValue('2');
  await paper.untilDrawn(2);
  await paper.button('前のページ').click();
  await expect(paper.pageBox()).toHaveValue('1');
  await paper.pages().focus();
  await page.keyboard.press('ArrowRight');
  await expect(paper.pageBox()).toHaveValue('2');

  const widthOf = async () => (await paper.paper(2).boundingBox())?.width ?? 0;
  const fitted = await widthOf();
  await page.keyboard.press('+');
  await expect.poll(widthOf).toBeGreaterThan(fitted);
  await paper.size().selectOption('400％');
  await expect.poll(widthOf).toBeGreaterThan(3000);
  await expect(paper.pageBox()).toHaveValue('2');
  await paper.size().selectOption('全体');
  await expect.poll(widthOf).toBeLessThan(fitted);
  await paper.style().selectOption('横');
  await expect
    .poll(async () => {
      const shown = await paper.paper(1).boundingBox();
      return (shown?.width ?? 0) > (shown?.height ?? 0);
    })
    .toBe(true);

  await paper.style().selectOption('白紙の様式');
  await expect(paper.pages()).not.toContainText(mine);
  await expect(paper.pages()).toContainText(staffName);

  await paper.pages().focus();
  await page.keyboard.press('Escape');
  await expect(paper.panel()).toHaveCount(0);
  await expect(box).toBeFocused();
  await expect(box).toBeInViewport();
  expect(await refused()).toEqual([]);
});

test('シートに書いたことが、並べた紙にすぐ出る。狭い画面では紙だけになり、戻れる', async ({
  sample: app,
}) => {
  const { page } = app;
  await resizeWindow(app, wide);
  const sheet = await openFilledSheet(app);
  const paper = new PaperPanel(page);
  await paper.open();
  const typed = '並べた紙にすぐ出る文';
  await sheet.textBox(part).fill('');
  await sheet.textBox(part).focus();
  await page.keyboard.type(typed);
  await expect(paper.pages()).toContainText(typed);
  await expect(sheet.textBox(part)).toBeFocused();

  await paper.button('紙を閉じる').click();
  await resizeWindow(app, narrow);
  const box = sheet.textBox('積極性');
  await box.focus();
  await box.scrollIntoViewIfNeeded();
  const before = await box.boundingBox();
  await page.keyboard.press('Control+p');
  await paper.untilDrawn(1);
  await expect(sheet.part(part)).toBeHidden();
  await expect(paper.panel().getByRole('navigation', { name: 'ページの一覧' })).toBeVisible();
  await page.goBack();
  await expect(box).toBeFocused();
  const after = await box.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
});

test('印刷すると、紙のページだけがA4いっぱいに出る。縦も横も', async ({ sample: app }) => {
  const { page } = app;
  const sheet = await openFilledSheet(app);
  const paper = new PaperPanel(page);
  await paper.open();
  const dialog = await holdPrintDialog(app);
  for (const { style, width, height } of [
    { style: '縦', width: 595, height: 842 },
    { style: '横', width: 842, height: 595 },
  ]) {
    await paper.style().selectOption(style);
    await expect
      .poll(async () => {
        const box = await paper.paper(1).boundingBox();
        return (box?.width ?? 0) > (box?.height ?? 0);
      })
      .toBe(width > height);
    const count = await paper.panel().locator('[data-page]').count();
    await paper.button('印刷する').click();
    await sheet.agreeToUndisclosed();
    await expect.poll(dialog.opened).toEqual({ landscape: width > height, silent: false });
    const printed = await printedPage(app);
    await dialog.answer(style === '縦');
    const pdf = await readPdf(printed);
    expect(pdf.sizes.map((size) => [Math.round(size.width), Math.round(size.height)])).toEqual(
      Array.from({ length: count }, () => [width, height]),
    );
    // Pictures only: no word of the window, and nothing beside the paper.
    expect(pdf.compact).toBe('');
    for (const pictures of await readPictures(printed)) {
      expect(pictures).toHaveLength(1);
      const [picture] = pictures;
      for (const [is, should] of [
        [picture?.left, 0],
        [picture?.top, 0],
        [picture?.width, width],
        [picture?.height, height],
      ]) {
        expect(Math.abs((is ?? Number.NaN) - (should ?? 0))).toBeLessThan(1.5);
      }
    }
    if (style === '縦') await page.getByText('印刷に出しました').waitFor();
  }
  // Whoever closes the dialog is told nothing, and the paper stays.
  await expect(paper.button('印刷する')).toBeEnabled();
  await expect(page.getByText('印刷に出しました')).toHaveCount(0);
  await expect(page.locator('.print-view')).toHaveCount(0);
});

test('書体にない文字は、書き込む前に氏名と欄を添えて知らされ、直すことも〓にすることもできる', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const sheet = await openFilledSheet(app);
  await sheet.write(part, '絵文字😀と外字\ue000と異体字葛\u{e0101}、😀');
  await sheet.untilSaved();
  const target = join(workFolder, 'シート.pdf');
  await answerSaveDialog(app, target);
  const question = page.getByRole('alertdialog', { name: /E303/u });
  await page.getByRole('button', { name: 'PDFにする' }).click();
  await sheet.agreeToUndisclosed();
  await question.waitFor();
  const field = `${staffName}・能力「${part}」の根拠となる事実（一次）`;
  await expect(question).toContainText(`${field}：「😀」 U+1F600 — 2 箇所（〓で印刷）`);
  await expect(question).toContainText('U+E000 — 1 箇所（外字。〓で印刷）');
  await expect(question).toContainText('U+845B U+E0101 — 1 箇所（異体字。基本の字形で印刷）');
  await question.getByRole('button', { name: 'やめる' }).click();
  await expect(question).toHaveCount(0);
  expect(existsSync(target)).toBe(false);

  await page.getByRole('button', { name: 'PDFにする' }).click();
  await sheet.agreeToUndisclosed();
  await question
    .getByRole('button', { name: /^この欄へ：能力「接遇」/u })
    .first()
    .click();
  await expect(sheet.textBox(part)).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('😀');
  expect(readdirSync(workFolder)).toEqual([]);

  await page.getByRole('button', { name: '紙で見る' }).click();
  const paper = new PaperPanel(page);
  await paper.untilDrawn(1);
  await expect(paper.button('印刷用の書体にない文字が 3 種類あります')).toBeVisible();
  await paper.button('PDFに保存').click();
  await sheet.agreeToUndisclosed();
  await question.getByRole('button', { name: 'このままPDFにする' }).click();
  const notice = paper.panel().getByRole('status').filter({ hasText: 'PDFを保存しました' });
  await expect(notice).toContainText('U+1F600');
  const pdf = await readPdf(readFileSync(target));
  expect(pdf.compact).toContain('絵文字〓と外字〓と異体字葛、〓');
  expect(readFileSync(target, 'latin1')).toMatch(/pdfaid:conformance>A</u);
});

test('外字は字のまま紙に出て、ほかのPCでの見え方を一度だけ知らされる', async ({
  host,
  launch,
  workFolder,
}) => {
  test.info().skip(host === 'electron', 'another main bundle starts in the Chromium host only');
  // Inside the project, so that the native compiler is found beside it.
  const folder = join(projectRoot, 'out', `app-with-private-use-${process.pid}`);
  cpSync(join(projectRoot, 'out/app'), folder, { recursive: true });
  try {
    addPrivateUseGlyph(join(folder, 'main/fonts'));
    const app = await launch({ main: join(folder, 'main/main.js') });
    await new WelcomePage(app.page).openSample();
    const sheet = await openFilledSheet(app);
    await sheet.write(part, '外字は\ue000です');
    await sheet.untilSaved();
    const target = join(workFolder, 'シート.pdf');
    await answerSaveDialog(app, target);
    await sheet.savePdf();
    await expect(app.page.getByText(/外字が含まれています/u)).toHaveCount(1);
    await expect(app.page.getByRole('alertdialog')).toHaveCount(0);
    expect(readFileSync(target, 'latin1')).toMatch(/pdfaid:conformance>B</u);
    expect((await readPdf(readFileSync(target))).compact).toContain('外字は\ue000です');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
