import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rosterColumns } from '../../shared/domain/roster/roster-columns';
import { printsText, readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { brokenRules } from './axe';
import { fillColumn } from './fill-column';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { HandOutPage } from './pages/hand-out-page';
import { ProxyDialog } from './pages/proxy-dialog';
import { RosterPage } from './pages/roster-page';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { StagePanel } from './pages/stage-panel';

const office = shippedSampleOffice();
const clerk = sampleHrClerk(office).name;
const period = '条件付採用の特別評価';
const paper = '紙に書いた自己評価です。';
const remark = '一次評価の所見です。';

/** Both are on probation until a day near today; the second has only just come. */
const people = { kept: '新任 花子', exempt: '途中 太郎' } as const;

test('条件付採用の職員は、終わる日の前に特別評価を受け、勤めて間もない職員は対象外の候補になる', async ({
  sample: app,
  workFolder,
}) => {
  test.slow();
  const { page } = app;
  const shell = new ShellPage(page);
  const stage = new StagePanel(page);
  const sheet = new SheetPage(page);
  const pages = new HandOutPage(page);
  const open = async (person: string, as: string) => {
    await shell.actAs(as);
    await shell.goTo('人事評価');
    const list = new SheetListPage(page);
    await list.choosePeriod(period);
    await list.open(person);
  };

  await shell.actAs(clerk);
  const roster = new RosterPage(page);
  await roster.goTo();
  await roster.choose({
    name: '条件付採用.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(probationRoster()),
  });
  await roster.takeInButton().click();
  await expect(page.getByText('取り込みました。新しい職員 2人')).toBeVisible();

  // The reminder, then the period of its own, by the day it ends on.
  await shell.goTo('ホーム');
  const reminder = page.getByRole('region', { name: '条件付採用の終わりが近い職員' });
  for (const name of Object.values(people)) await expect(reminder).toContainText(name);
  await reminder.getByRole('link', { name: '評価期間と様式' }).click();
  await pages.addPeriod('special', period, { startsOn: dayFrom(-160), endsOn: dayFrom(20) });
  await pages.goToHandOut();
  await expect(page.getByRole('list', { name: '評価の対象外の候補' })).toContainText(
    new RegExp(`${people.exempt} を評価する.*この期間に勤めるのは\\dか月`, 'u'),
  );
  await pages.handOutButton().click();
  await expect(
    page.getByText('1人にシートを配布しました。評価の対象外として 1人を記録しました。'),
  ).toBeVisible();

  // She has no PC: 職員課 types in what she wrote on paper, and it is said everywhere.
  await open(people.kept, clerk);
  await new ProxyDialog(page).allow('職員課', '職場にPCがない');
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/proxy-sheet.png' });
  await page.getByRole('button', { name: '目標を加える' }).click();
  await sheet.part('個人目標1').getByLabel('目標', { exact: true }).fill('窓口の応対を覚える');
  await stage.move('目標を提出する');
  await open(people.kept, sampleStaff.first);
  await stage.move('目標に合意する');
  await open(people.kept, clerk);
  await stage.move('自己評価に進む');
  await fillColumn(sheet, 'B', paper);
  await stage.move('自己評価を提出する');
  const history = await stage.openHistory();
  await expect(history).toContainText(`${clerk}（代理入力：${people.kept} さんの代わり）`);
  await expect(history).toContainText('職場にPCがない');
  await page.screenshot({ path: 'out/screens/proxy-history.png' });
  await page.keyboard.press('Escape');

  await open(people.kept, sampleStaff.first);
  await expect(page.getByText(paper).first()).toBeVisible();
  await fillColumn(sheet, 'A', remark);
  await stage.move('一次評価を提出する');
  await open(people.kept, clerk);
  await stage.move('この段階をとばす', { label: 'とばす理由', reason: '特別評価は一次まで' });
  await stage.move('確定する');
  await stage.move('本人に開示する');
  await open(people.kept, people.kept);
  await expect(stage.current()).toHaveText('開示・期末面談');
  const path = join(workFolder, '特別評価.pdf');
  await answerSaveDialog(app, path);
  await sheet.savePdf();
  const printed = await readPdf(new Uint8Array(readFileSync(path)));
  for (const words of [period, paper, remark, `代理入力：${clerk}（`]) {
    expect(printsText(printed, words), words).toBe(true);
  }

  // 対象外: why is for 職員課 and the person; then she is evaluated after all.
  const why = 'この期間に勤めるのは';
  await open(people.exempt, sampleStaff.first);
  await expect(stage.current()).toHaveText('評価の対象外');
  await expect(await stage.openHistory()).not.toContainText(why);
  await page.keyboard.press('Escape');
  await open(people.exempt, people.exempt);
  await expect(await stage.openHistory()).toContainText(why);
  await page.keyboard.press('Escape');
  await open(people.exempt, clerk);
  await expect(await stage.openHistory()).toContainText(why);
  await page.keyboard.press('Escape');
  await stage.move('評価の対象に戻す', { label: '戻す理由', reason: '条件付採用が延びた' });
  await expect(stage.current()).toHaveText('目標設定');
});

/** The day so many days from today, as it is written in a roster and in a field. */
function dayFrom(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}/${day.getMonth() + 1}/${day.getDate()}`;
}

function probationRoster(): string {
  const unit = office.staff.find(({ name }) => name === sampleStaff.employee);
  const [first, second] = [unit?.firstEvaluatorId, unit?.secondEvaluatorId].map(
    (id) => office.staff.find((one) => one.id === id)?.number ?? '',
  );
  const row = (number: string, name: string, hiredOn: string) => ({
    number,
    name,
    unit: '市民部 市民課 市民係',
    position: '主事',
    grade: '1級',
    appointment: '条件付採用',
    probationEndsOn: dayFrom(20),
    hiredOn,
    firstEvaluator: first ?? '',
    secondEvaluator: second ?? '',
  });
  const rows: Record<string, string>[] = [
    row('990001', people.kept, dayFrom(-160)),
    row('990002', people.exempt, dayFrom(-10)),
  ];
  const cells = rows.map((one) => rosterColumns.map(({ key }) => one[key] ?? '').join(','));
  return [rosterColumns.map(({ heading }) => heading).join(','), ...cells].join('\r\n');
}
