import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { ShellPage } from './pages/shell-page';
import { TrainingPages } from './pages/training-pages';

const office = shippedSampleOffice();
const clerk = sampleHrClerk(office).name;
const person = '𠮷田 美咲';
const head = '相川 直美';
const [year] = office.periods.map(({ fiscalYear }) => fiscalYear).toSorted((a, b) => b - a);

const plan = (rows: string[]) => ({
  name: '研修計画.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`研修名,区分,対象,開始日,終了日,時間数,定員,能力\n${rows.join('\n')}\n`),
});
const start = `${Number(year) + 1}/3/10`;

test('職員課が計画を取り込み、本人が申し込み、所属長が推薦し、決定・受講・報告・修了証まで進む', async ({
  sample: app,
  workFolder,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const training = new TrainingPages(page);

  // With faults, nothing is taken in, and each is said with its row and column.
  await shell.actAs(clerk);
  await training.goToHr('計画と募集');
  await training.choosePlan(
    plan([
      `企画力研修,特別研修,主任,${start},${Number(year) + 1}/3/1,6,20,企画力`,
      `忍者研修,実地研修,,昭和65年1月1日,,,,忍術`,
    ]),
  );
  const faults = training.card('直すところ').first().locator('tbody tr');
  await expect(faults).toContainText([
    /2行目.*終了日.*終了日が、開始日/u,
    /3行目.*区分.*「実地研修」という区分はありません/u,
    /3行目.*能力.*「忍術」という能力は、体系図にありません/u,
    /3行目.*開始日.*平成/u,
  ]);
  await expect(training.button('この計画を取り込む')).toBeDisabled();
  await page.screenshot({ path: 'out/screens/training-plan-faults.png', fullPage: true });

  await training.choosePlan(
    plan([`企画力研修,特別研修,主任,${start},${start},6,20,企画力、判断力`]),
  );
  await training.button('この計画を取り込む').click();
  await expect(page.getByText('取り込みました。新しい研修 1件、変わった研修 0件')).toBeVisible();
  await training.button('「企画力研修」の募集を始める').click();
  await expect(training.call('企画力研修')).toContainText('募集中');
  expect(await brokenRules(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/training-plan.png', fullPage: true });

  // The suggestion says why, and leads to the application.
  await shell.actAs(person);
  await training.goTo('募集と申込み');
  await expect(training.card('あなたへのおすすめ')).toContainText(
    /企画力研修.*「企画力」の開示された評語が[CD]で、求められる水準（B）に届いていないため/u,
  );
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/training.png', fullPage: true });
  await training
    .card('あなたへのおすすめ')
    .getByRole('button', { name: '「企画力研修」に申し込む' })
    .click();
  await training.box('受講したい理由').pressSequentially('窓口の見直し案を自分で立てたい');
  await shell.untilSaved();
  await training.button('申し込む').click();
  await expect(page.getByText('申込済み')).toBeVisible();

  await shell.actAs(head);
  await training.goTo('職員の研修');
  await page.screenshot({ path: 'out/screens/training-head.png', fullPage: true });
  await training.openApplication(`企画力研修（${person}）`);
  await training.button('推薦する').click();
  await expect(page.getByText('番号 E183')).toBeVisible();
  await training.box('所属長の意見（本人には見えません）').fill('力を伸ばす時期である');
  await shell.untilSaved();
  await training.button('推薦する').click();
  await expect(page.getByText('所属長が推薦', { exact: true })).toBeVisible();

  await shell.actAs(clerk);
  await training.goToHr('申込みの決定');
  await page.getByRole('checkbox', { name: `${person}を選ぶ` }).check();
  await training.move('選んだ人を決定する');
  await expect(training.card('企画力研修')).toContainText('決定1人（定員20人）');
  await page.getByRole('checkbox', { name: `${person}を選ぶ` }).check();
  await training.move('選んだ人を欠席にする');
  await expect(training.card('企画力研修')).toContainText('欠席');
  await training.openApplication(person);
  await training.button('欠席を取り消す').click();
  await expect(training.button('欠席にする')).toBeVisible();
  await page.getByRole('link', { name: '一覧へ' }).click();
  await page.getByRole('checkbox', { name: `${person}を選ぶ` }).check();
  await training.move('選んだ人を受講済みにする');
  await expect(training.card('企画力研修')).toContainText('受講済み');
  await page
    .getByRole('combobox', { name: '研修', exact: true })
    .selectOption({ label: 'ハラスメント防止研修' });
  await page.getByRole('combobox', { name: '受講者' }).fill('大久保');
  await page.getByRole('option', { name: /大久保 健/u }).click();
  await training.button('受講者に加える').click();
  await expect(training.card('ハラスメント防止研修')).toContainText('大久保 健');
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/training-decision.png', fullPage: true });

  await shell.actAs(person);
  await training.goTo('募集と申込み');
  await training.openApplication('企画力研修');
  await expect(page.getByText('力を伸ばす時期である')).toHaveCount(0);
  await training.box('学んだこと・行ったこと').fill('課題の立て方を学んだ');
  await training.box('仕事で活用すること').fill('窓口の混雑の見直し案を作る');
  await shell.untilSaved();
  await page.screenshot({ path: 'out/screens/training-report.png', fullPage: true });
  await training.button('報告を提出する').click();
  await expect(page.getByText('報告済み')).toBeVisible();
  const form = join(workFolder, '申込書.pdf');
  await answerSaveDialog(app, form);
  await training.button('研修受講申込書をPDFにする').click();
  await expect(page.getByText('PDFを保存しました')).toBeVisible();
  expect(await pdfText(form)).toContain('窓口の見直し案を自分で立てたい');
  expect(await pdfText(form)).not.toContain('力を伸ばす時期である');

  // The record is there with what she will use, and takes a true certificate only.
  await training.goTo('研修の記録');
  const record = training.card('企画力研修');
  await expect(record.getByRole('textbox', { name: '仕事で活用すること' })).toHaveValue(
    '窓口の混雑の見直し案を作る',
  );
  const attach = record.getByRole('button', { name: /修了証を付ける/u });
  const choose = async (file: Parameters<TrainingPages['chooseFile']>[1]) => {
    const asked = page.waitForEvent('filechooser');
    await attach.click();
    await (await asked).setFiles(file);
  };
  await choose({
    name: '修了証.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\u0090'),
  });
  await expect(record.getByText('番号 E186')).toBeVisible();
  const large = Buffer.alloc(5_000_001);
  await choose({ name: '修了証.pdf', mimeType: 'application/pdf', buffer: large });
  await expect(record.getByText('番号 E185')).toBeVisible();
  const certificate = Buffer.from('%PDF-1.7\n修了証');
  await choose({ name: '修了証.pdf', mimeType: 'application/pdf', buffer: certificate });
  await expect(record).toContainText('修了証.pdf');
  const out = join(workFolder, '取り出した修了証.pdf');
  await answerSaveDialog(app, out);
  await record.getByRole('button', { name: '修了証をファイルに取り出す' }).click();
  await expect.poll(() => readIfThere(out)).toEqual(certificate);

  await training.button('記録を加える').click();
  const own = training.card('自己啓発の記録');
  await own.getByRole('textbox', { name: '開始日' }).fill('R8.6.4');
  await own.getByRole('textbox', { name: '終了日' }).fill('R8.6.3');
  await own.getByRole('textbox', { name: '終了日' }).blur();
  await expect(own).toContainText('終了日が、開始日より前です。');
  await own.getByRole('textbox', { name: '終了日' }).fill('R8.6.5');
  await own.getByRole('textbox', { name: '研修・活動の名前' }).fill('データ活用の通信講座');
  await shell.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/training-records.png', fullPage: true });
  const paper = join(workFolder, '研修記録.pdf');
  await answerSaveDialog(app, paper);
  await training.button('研修記録をPDFにする').click();
  await expect(page.getByText('PDFを保存しました')).toBeVisible();
  const printed = await pdfText(paper);
  expect(printed).toContain('企画力研修');
  expect(printed).toContain('データ活用の通信講座');
  expect(printed).toContain('窓口の混雑の見直し案を作る');

  // One person, one page: everything on one time axis, with its table and its paper.
  await training.goTo('人材育成記録');
  const list = training.card('人材育成記録の一覧');
  await expect(list).toContainText('企画力研修');
  await expect(list).toContainText(/人事評価（開示済み）.*評語 [SABCD]/u);
  expect(await brokenRules(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/person-record.png', fullPage: true });
  await answerSaveDialog(app, join(workFolder, '人材育成記録.pdf'));
  await training.button('人材育成記録をPDFにする').click();
  await expect(page.getByText('PDFを保存しました')).toBeVisible();
  expect(await pdfText(join(workFolder, '人材育成記録.pdf'))).toContain('企画力研修');
  await shell.actAs(head);
  await training.goTo('職員の研修');
  await page.getByRole('link', { name: `${person}の人材育成記録` }).click();
  await expect(list).toContainText('企画力研修');
});

async function pdfText(path: string): Promise<string> {
  const { pages } = await readPdf(readFileSync(path));
  return JSON.stringify(pages).replaceAll(/\\n|\s/gu, '');
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

test('所属長が作ったOJT計画に教育担当者と本人が書き、知識の継承を受け継ぐ人が読める', async ({
  sample: app,
}) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const training = new TrainingPages(page);
  const recruit = '大久保 健';
  await shell.actAs(head);
  await training.goTo('OJT計画');
  await page.getByLabel('育てる職員').selectOption({ label: recruit });
  await page.getByLabel('教育担当者').selectOption({ label: person });
  await training.button('計画を作る').click();
  await training.box('4月の目標').fill('窓口の流れを一人で説明できる');
  await shell.untilSaved();
  await training.button('本人に示して始める').click();
  await expect(page.getByText('実施中')).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/ojt-plan.png', fullPage: true });

  await shell.actAs(recruit);
  await training.goTo('OJT計画');
  await expect(page.getByText('窓口の流れを一人で説明できる')).toBeVisible();
  await expect(training.box('4月の目標')).toHaveCount(0);
  await training.box('4月の本人の振り返り').fill('届出の種類を覚えた');
  await shell.untilSaved();

  await shell.actAs(person);
  await training.goTo('OJT計画');
  await expect(page.getByText('届出の種類を覚えた')).toBeVisible();
  await training.box('4月の教育担当者の振り返り').fill('次は証明の窓口へ');
  await shell.untilSaved();
  await training.goTo('継承');
  await training.button('継承の計画を加える').click();
  await training.box('伝える知識・技術').fill('外字の届出の扱い');
  await page.getByRole('combobox', { name: '受け継ぐ職員' }).fill('大久保');
  await page.getByRole('option', { name: /大久保 健/u }).click();
  await page.getByLabel('状態').selectOption({ label: '継承中' });
  await shell.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/hand-down.png', fullPage: true });

  await shell.actAs(recruit);
  await training.goTo('継承');
  await expect(training.card('外字の届出の扱い')).toContainText('継承中');
});
