import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleRightsOf } from '../../shared/domain/sample/sample-rights';
import type { AppDriver } from '../support/app-driver';
import { compactText, type ReadPdf, readPdf } from '../support/read-pdf';
import {
  sampleHrClerk,
  sampleStaffById,
  sampleStaffByJobTitle,
  shippedSampleOffice,
} from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { fillColumn, sharedRemark } from './fill-column';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { StagePanel } from './pages/stage-panel';

const office = shippedSampleOffice();

/** Two people of 職員課, so that one can handle the other's sheet. */
const clerks = [
  sampleHrClerk(office).name,
  office.staff.find(
    (staff) =>
      sampleRightsOf(staff, office.orgUnits).includes('hr') &&
      staff.id !== sampleHrClerk(office).id &&
      staff.positionId !== null,
  )?.name ?? '',
] as const;

/** What nobody may read too early; both would be found in any text of the page. */
const secrets = { first: '秘密壱：一次だけの所見', second: '秘密弐：二次だけの所見' } as const;

/** Drives 見本 as one person after another. */
class SampleOfficePage {
  readonly shell: ShellPage;
  readonly list: SheetListPage;
  readonly sheet: SheetPage;

  constructor(
    readonly app: AppDriver,
    private readonly folder: string,
  ) {
    this.shell = new ShellPage(app.page);
    this.list = new SheetListPage(app.page);
    this.sheet = new SheetPage(app.page);
  }

  async openSheetAs(reader: string, owner: string): Promise<void> {
    await this.shell.actAs(reader);
    await this.shell.goTo('人事評価');
    await this.list.open(owner);
    await this.app.page.getByRole('article').first().waitFor();
  }

  /** 職員課 moves a sheet on, leaving steps out, until it stands where the test is about. */
  async bringTo(owner: string, stage: '一次評価' | '二次評価'): Promise<void> {
    const panel = new StagePanel(this.app.page);
    await this.openSheetAs(owner === clerks[0] ? clerks[1] : clerks[0], owner);
    for (;;) {
      const now = await panel.current().textContent();
      if (now === stage) return;
      if (now === '実施') await panel.move('自己評価に進む');
      else if (now === '確定待ち') {
        await panel.move('再評価を求める', {
          label: '再評価を求める理由',
          reason: 'そろえる',
          to: stage,
        });
      } else await panel.move('この段階をとばす', { label: 'とばす理由', reason: 'そろえる' });
      await expect(panel.current()).not.toHaveText(now ?? '');
    }
  }

  /** Rates and remarks the first item as this evaluator; returns the item. */
  async evaluateAs(evaluator: string, owner: string, rating: string, text: string): Promise<void> {
    await this.openSheetAs(evaluator, owner);
    const item = await this.firstItem();
    await this.sheet.rate(item, rating);
    await this.sheet.write(item, text);
    const remark = this.sheet.part('本人の長所').getByRole('textbox');
    if ((await remark.count()) > 0) await remark.fill(text);
    await this.sheet.untilSaved();
  }

  async firstItem(): Promise<string> {
    const names = await this.sheet.partNames();
    return names.find((name) => !name.startsWith('個人目標')) ?? '';
  }

  /** Everything the page holds: what is seen, its attributes, and what is in the fields. */
  async everything(): Promise<string> {
    return this.app.page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('textarea, input')].map((field) =>
          Reflect.get(field, 'value'),
        ),
      ].join('\n'),
    );
  }

  async pdf(): Promise<ReadPdf> {
    const path = join(this.folder, 'シート.pdf');
    await answerSaveDialog(this.app, path);
    await this.sheet.savePdf();
    await this.app.page.getByRole('button', { name: 'お知らせを閉じる' }).first().click();
    return readPdf(new Uint8Array(readFileSync(path)));
  }
}

/** A PDF's words without the moment it was made at. */
function words(pdf: ReadPdf): string {
  return pdf.compact.replace(/令和\d+年\d+月\d+日\d{1,2}:\d{2}/gu, '');
}

test('開示の前は、本人にも一次にも、先の人の評価が画面にも紙にも出ない', async ({
  sample: app,
  workFolder,
}) => {
  const sample = new SampleOfficePage(app, workFolder);
  const { first, second } = sampleStaff;
  const employee = '大久保 健';

  // The one remark that she reads all year is on her paper before and after.
  await sample.openSheetAs(first, employee);
  await sample.sheet.write(sharedRemark.part, sharedRemark.text);
  await sample.sheet.untilSaved();
  await sample.openSheetAs(employee, employee);
  const item = await sample.firstItem();
  const before = words(await sample.pdf());
  await sample.openSheetAs(first, employee);
  await fillColumn(sample.sheet, 'S', secrets.first);
  await expect(sample.sheet.part(item)).toContainText('二次 開示前');
  await new StagePanel(app.page).move('一次評価を提出する');
  await sample.evaluateAs(second, employee, 'D', secrets.second);

  // The second evaluator reads all three columns, on screen and on paper.
  expect(await sample.everything()).toContain(secrets.first);
  const secondPaper = await sample.pdf();
  for (const secret of [secrets.first, secrets.second]) {
    expect(secondPaper.compact).toContain(compactText(secret));
  }

  await sample.openSheetAs(first, employee);
  expect(await sample.everything()).toContain(secrets.first);
  expect(await sample.everything()).not.toContain(secrets.second);
  const firstPaper = await sample.pdf();
  expect(firstPaper.compact).toContain(compactText(secrets.first));
  expect(firstPaper.compact).not.toContain(compactText(secrets.second));

  await sample.openSheetAs(employee, employee);
  for (const secret of Object.values(secrets)) {
    expect(await sample.everything()).not.toContain(secret);
  }
  await expect(sample.sheet.part(item).getByRole('term')).toHaveText([/本人/u]);
  // Ratings too: her paper is word for word what it was before anybody evaluated her.
  expect(words(await sample.pdf())).toBe(before);
});

test('課長も職員課の職員も、自分のシートでは被評価者でしかない', async ({
  sample: app,
  workFolder,
}) => {
  const sample = new SampleOfficePage(app, workFolder);
  const head = sampleStaffByJobTitle(office, '市民課長');
  const hr = sampleHrClerk(office);
  for (const member of [head, hr]) {
    const evaluators = [member.firstEvaluatorId, member.secondEvaluatorId].map(
      (id) => sampleStaffById(office, id).name,
    );
    await sample.bringTo(member.name, '一次評価');
    await sample.evaluateAs(evaluators[0] ?? '', member.name, 'S', secrets.first);
    await sample.bringTo(member.name, '二次評価');
    await sample.evaluateAs(evaluators[1] ?? '', member.name, 'D', secrets.second);
    await sample.openSheetAs(member.name, member.name);
    const page = await sample.everything();
    const paper = await sample.pdf();
    for (const secret of Object.values(secrets)) {
      expect(page, member.name).not.toContain(secret);
      expect(paper.compact, member.name).not.toContain(compactText(secret));
    }
  }
});

test('関わりのない職員には、一覧に出ず、アドレスでも開かない', async ({
  sample: app,
  workFolder,
}) => {
  const sample = new SampleOfficePage(app, workFolder);
  const { page } = app;
  await sample.openSheetAs(sampleStaff.first, sampleStaff.employee);
  const address = await page.evaluate(() => location.hash);

  await sample.shell.actAs('大久保 健');
  await sample.shell.goTo('人事評価');
  await sample.list.sheetOf('大久保 健').waitFor();
  const listed = page.getByRole('table', { name: '人事評価シートの一覧' });
  await expect(listed.getByRole('link')).toHaveText(['大久保 健']);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { name: 'このシートは開けません' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('この記録は、あなたには開けません');
  expect(await page.getByRole('main').textContent()).not.toContain('美咲');

  // An evaluator's list: the people she evaluates and herself, nobody else.
  await sample.shell.actAs(sampleStaff.first);
  await sample.shell.goTo('人事評価');
  await sample.list.sheetOf(sampleStaff.first).waitFor();
  const chief = office.staff.find(({ name }) => name === sampleStaff.first);
  const known = office.staff.filter(
    ({ id, firstEvaluatorId, secondEvaluatorId }) =>
      chief !== undefined && [id, firstEvaluatorId, secondEvaluatorId].includes(chief.id),
  );
  const names = await listed.getByRole('link').allTextContents();
  expect(names.toSorted()).toEqual(known.map(({ name }) => name).toSorted());
});

test('開示済みの年は全部が見え、だれにも直せない。職員課は提出された欄を見て、何も書けない', async ({
  sample: app,
  workFolder,
}) => {
  const sample = new SampleOfficePage(app, workFolder);
  const { page } = app;
  const writable = page.getByRole('article').locator('textarea, input, select, button');

  await sample.shell.actAs(sampleStaff.employee);
  await sample.shell.goTo('人事評価');
  await sample.list.choosePastPeriod();
  await sample.list.open(sampleStaff.employee);
  await expect(new StagePanel(page).current()).toHaveText('完了');
  const item = sample.sheet.part(await sample.firstItem());
  for (const author of ['本人', '一次評価者', '二次評価者']) {
    await expect(item.getByRole('term').filter({ hasText: author })).toHaveText(/[SABCD]$/u);
  }
  await expect(writable).toHaveCount(0);
  await expect(page.getByRole('button', { name: '目標を加える' })).toHaveCount(0);

  await sample.shell.actAs(sampleHrClerk(office).name);
  await sample.shell.goTo('人事評価');
  await sample.list.sheetOf('髙橋 翔').waitFor();
  await sample.list.open('髙橋 翔');
  const read = sample.sheet.part(await sample.firstItem());
  // Her evaluator has not handed in yet.
  await expect(read.getByRole('term')).toHaveText([/本人.*[SABCD]$/u]);
  await expect(writable).toHaveCount(0);
});
