import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openQuestions } from '../../shared/domain/framework/open-questions';
import { policyTables } from '../../shared/domain/framework/policy-tables';
import type { AppDriver } from '../support/app-driver';
import { compactText, type ReadPdf, readPdf } from '../support/read-pdf';
import { answerSaveDialog } from '../support/save-dialog';
import { realPerson } from './every-screen';
import { expect, test } from './fixtures';
import { OpenQuestionsPage } from './pages/open-questions-page';
import { OwnSheetPage } from './pages/own-sheet-page';
import { RecoveryKeyPage } from './pages/recovery-key-page';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { WelcomePage } from './pages/welcome-page';

const UNSETTLED = '※確認待ち';

/** The questions that a 主任's sheet carries: of her cells, and of the table's footnotes. */
const questions = openQuestions({
  id: '',
  schemaVersion: 1,
  updatedAt: '',
  updatedBy: '',
  version: 1,
  tables: policyTables,
  settlements: [],
}).filter(({ id, where }) => where.endsWith('主任') || id.startsWith('rule/'));

async function savedPdf(app: AppDriver, path: string): Promise<ReadPdf> {
  await answerSaveDialog(app, path);
  await new SheetPage(app.page).savePdf();
  return readPdf(new Uint8Array(readFileSync(path)));
}

async function startAndConfirm(app: AppDriver, founder: boolean): Promise<void> {
  await new WelcomePage(app.page).startReal(realPerson, founder);
  const recovery = new RecoveryKeyPage(app.page);
  await recovery.typeBack(await recovery.groups());
  await new ShellPage(app.page).menu().waitFor();
}

async function makeOwnSheet(app: AppDriver): Promise<SheetPage> {
  const own = new OwnSheetPage(app.page);
  await own.open();
  await own.create('主任');
  return new SheetPage(app.page);
}

test('足りない欄は、その欄のそばで言われる', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '自分の記録を始める' }).click();
  const form = page.getByRole('form', { name: 'はじめの登録' });
  await form.getByRole('button', { name: 'この内容で始める' }).click();
  for (const [label, message] of [
    ['職員番号', '職員番号を入力してください。'],
    ['氏名', '氏名を入力してください。'],
    ['フリガナ', 'フリガナを入力してください。'],
    ['部', '所属を、部・課・係のどれか一つは入力してください。'],
  ] as const) {
    const field = form
      .getByRole('textbox', { name: label, exact: false })
      .and(form.locator(`[name="${fieldNames[label]}"]`));
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(message);
  }
  await expect(form.locator('[name="number"]')).toBeFocused();
  await form.locator('[name="kana"]').fill('漢字');
  await expect(form.locator('[name="kana"]')).toHaveAccessibleDescription(
    'フリガナは、カタカナで入力してください。',
  );
  // Nothing has been founded by this.
  const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(databases).toBe(0);
});

const fieldNames = {
  職員番号: 'number',
  氏名: 'name',
  フリガナ: 'kana',
  部: 'department',
} as const;

test('職員が始め、回復キーを残し、自分のシートを印の無い紙にする', async ({
  launch,
  workFolder,
}) => {
  const app = await launch();
  const { page } = app;
  await new WelcomePage(page).startReal(realPerson);
  const recovery = new RecoveryKeyPage(page);
  const abandoned = await recovery.groups();
  expect(abandoned).toHaveLength(8);
  // She closes the window before she has written it down.
  await app.quit();

  const again = await launch();
  const next = new RecoveryKeyPage(again.page);
  const groups = await next.groups();
  expect(groups).not.toEqual(abandoned);
  const keyPath = join(workFolder, '回復キー.pdf');
  await answerSaveDialog(again, keyPath);
  await next.printPdf();
  const keyPaper = await readPdf(new Uint8Array(readFileSync(keyPath)));
  expect(groups.filter((group) => !keyPaper.compact.includes(group))).toEqual([]);
  expect(keyPaper.compact).toContain('100234');
  expect(keyPaper.compact).toContain(compactText(realPerson.name));

  await next.typeBack(abandoned);
  await expect(again.page.getByRole('alert')).toContainText('E110');
  await expect(new ShellPage(again.page).menu()).toHaveCount(0);
  await next.typeBack(groups.map((group) => group.toLowerCase()));
  await new ShellPage(again.page).menu().waitFor();

  const sheet = await makeOwnSheet(again);
  await expect(again.page.getByRole('main')).toContainText('職員番号 100234');
  const parts = await sheet.partNames();
  for (const part of parts.slice(0, 2)) {
    await sheet.rate(part, 'A');
    await sheet.write(part, `${part}の事実を書きました。`);
  }
  await sheet.untilSaved();
  const paper = await savedPdf(again, join(workFolder, 'シート.pdf'));
  expect(paper.pages.filter((text) => compactText(text).includes('見本'))).toEqual([]);
  expect(paper.pages.filter((text) => !compactText(text).includes('様式第1号'))).toEqual([]);
  for (const written of [
    realPerson.name,
    '100234',
    ...parts.slice(0, 2).map((part) => `${part}の事実を書きました。`),
  ]) {
    expect(paper.compact).toContain(compactText(written));
  }
  expect(paper.compact).toContain(UNSETTLED);
  await again.quit();

  // The third start asks nothing more, and she is no 職員課.
  const third = await launch();
  await new ShellPage(third.page).menu().waitFor();
  await expect(third.page.getByRole('heading', { level: 1 })).toBeVisible();
  const links = new ShellPage(third.page).menu().getByRole('link');
  await expect(links).toHaveText([
    'ホーム',
    '人事評価',
    '組織目標',
    '1on1',
    '職務行動記録',
    'キャリア',
    '研修',
    '設定',
  ]);
  await third.page.evaluate(() => {
    location.hash = '#/hr/questions';
  });
  await expect.poll(() => third.page.evaluate(() => location.hash)).toBe('#/');
  await expect(new OpenQuestionsPage(third.page).heading()).toHaveCount(0);
});

test('職員課が文言を確定すると、あとのシートには印も元の文言もない', async ({
  app,
  workFolder,
}) => {
  await startAndConfirm(app, true);
  await new ShellPage(app.page).goTo('職員課');
  const page = new OpenQuestionsPage(app.page);
  expect(questions.length).toBeGreaterThan(1);
  for (const [index, { where }] of questions.entries()) {
    await page.settle(where, `確かめた文言その${index + 1}。`);
  }
  await new ShellPage(app.page).goTo('ホーム');
  await makeOwnSheet(app);
  await expect(app.page.getByRole('main')).not.toContainText(UNSETTLED);
  await expect(app.page.getByRole('main')).toContainText('確かめた文言その1。');
  const paper = await savedPdf(app, join(workFolder, 'シート.pdf'));
  expect(paper.compact).not.toContain(UNSETTLED);
  expect(paper.compact).toContain('確かめた文言その1。');
  expect(paper.compact).not.toContain(compactText(questions[0]?.currentText ?? ''));
});

test('前からあるシートは、確定で印だけが消え、文言は変わらない', async ({ app, workFolder }) => {
  await startAndConfirm(app, true);
  await makeOwnSheet(app);
  const main = app.page.getByRole('main');
  await expect(main.getByText(UNSETTLED)).toHaveCount(questions.length);
  await new ShellPage(app.page).goTo('職員課');
  for (const { where } of questions) {
    await new OpenQuestionsPage(app.page).settle(where, '別の文言にします。');
  }
  await new ShellPage(app.page).goTo('人事評価');
  await new SheetListPage(app.page).open(realPerson.name);
  await expect(main.getByText(UNSETTLED)).toHaveCount(0);
  await expect(main).not.toContainText('別の文言にします。');
  const paper = await savedPdf(app, join(workFolder, 'シート.pdf'));
  expect(paper.compact).not.toContain(UNSETTLED);
  expect(paper.compact).not.toContain('別の文言にします。');
  for (const { currentText } of questions) {
    expect(paper.compact).toContain(compactText(currentText));
  }
});
