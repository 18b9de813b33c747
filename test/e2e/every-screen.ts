import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { databaseNames } from '../../renderer/data/schema';
import { type AppDriver, type LaunchOptions, projectRoot } from '../support/app-driver';
import { medicalFramework } from '../support/made-framework';
import { refuseWrites } from '../support/refuse-writes';
import {
  sampleHrClerk,
  sampleStaffByJobTitle,
  shippedSampleOffice,
} from '../support/sample-office';
import { answerFolderDialog, answerSaveDialog } from '../support/save-dialog';
import { spoilEntry } from '../support/spoil-entry';
import { sampleStaff } from './main-job';
import { CareerPages } from './pages/career-pages';
import { ConductNotesPage } from './pages/conduct-notes-page';
import { DeskPage } from './pages/desk-page';
import { FrameworksPage } from './pages/frameworks-page';
import { HandOutPage } from './pages/hand-out-page';
import { InterviewsPage } from './pages/interviews-page';
import { OneOnOnePage } from './pages/one-on-one-page';
import { OpenQuestionsPage } from './pages/open-questions-page';
import { OrganisationPage } from './pages/organisation-page';
import { OutputPage } from './pages/output-page';
import { OwnSheetPage } from './pages/own-sheet-page';
import { PaperPanel } from './pages/paper-panel';
import { RecoveryKeyPage } from './pages/recovery-key-page';
import { RosterPage } from './pages/roster-page';
import { SearchPalette } from './pages/search-palette';
import { SettingsPage } from './pages/settings-page';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { StagePanel } from './pages/stage-panel';
import { TextSearchPage } from './pages/text-search-page';
import { TrainingPages } from './pages/training-pages';
import { WelcomePage } from './pages/welcome-page';

/** A person of the real store; her number is typed full width, as many do. */
export const realPerson = {
  number: '１００２３４',
  name: '髙﨑 𠮷子',
  kana: 'タカサキ ヨシコ',
  units: ['市民部', '市民課', '市民係'] as [string, string, string],
};

type EveryScreenOptions = {
  launch: (options?: Partial<LaunchOptions>) => Promise<AppDriver>;
  userData: string;
  /**
   * Called with each screen while it is shown.
   *
   * @param middle what must be in sight, where the top of the screen says nothing of it
   */
  visit: (screen: string, app: AppDriver, middle?: Locator) => Promise<void>;
  /** Called with each start of the application, before its first screen is visited. */
  started?: (app: AppDriver) => Promise<void>;
};

/** Somebody whose names are longer than any place that was made for them. */
const longNames = {
  number: '９８７６５４３２１０',
  name: '勅使河原・ヴァレンティーナ＝アレクサンドラ 寿限無五劫の擦り切れ海砂利水魚',
  kana: 'テシガワラ・ヴァレンティーナ＝アレクサンドラ ジュゲムゴコウノスリキレカイジャリスイギョ',
  units: [
    '市民生活・多文化共生・地域コミュニティ推進部',
    'マイナンバーカード交付・コンビニエンスストア証明書自動交付推進課',
    '住民異動届出・外国人住民・特別永住者証明書担当係',
  ] as [string, string, string],
  jobTitle: '副主幹兼窓口サービス改善プロジェクト統括リーダー（事務取扱）',
};

/**
 * Shows every screen there is, on real data and in 見本, over four starts: the first one,
 * one that needs the recovery key, one that stops before a damaged store, and one of
 * somebody with long names.
 */
export async function visitEveryScreen(options: EveryScreenOptions): Promise<void> {
  const { launch, userData, visit, started = async () => {} } = options;
  const first = await launch();
  await started(first);
  const groups = await visitFirstStart(first, visit);
  await visitRealStore(first, visit);
  await visitSample(first, visit);
  await visitYear(first, visit);
  await visitOutput(first, userData, visit);
  await visitCareers(first, visit);
  await visitTraining(first, visit);
  await visitTroubledSheets(first, userData, visit);
  await visitHandOut(first, visit);
  await first.quit();

  removeAccountWrap(userData);
  const locked = await launch();
  await started(locked);
  await visitRecovery(locked, groups, visit);
  await locked.quit();

  // Chromium answers a database that is gone with an empty one.
  rmSync(join(userData, 'profile/IndexedDB'), { recursive: true });
  const stopped = await launch();
  await started(stopped);
  await visitStop(stopped, visit);
  await stopped.quit();

  const longNamed = await launch({ userData: `${userData}-long-names` });
  await started(longNamed);
  await visitLongNames(longNamed, visit);
  await longNamed.quit();
}

type Visit = EveryScreenOptions['visit'];

async function visitFirstStart(app: AppDriver, visit: Visit): Promise<string[]> {
  const { page } = app;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  await visit('welcome', app);
  await page.getByRole('button', { name: '職員課として新しく始める' }).click();
  await page.getByRole('form', { name: 'はじめの登録' }).waitFor();
  await visit('first-start', app);
  await page.getByRole('button', { name: 'この内容で始める' }).click();
  await page.getByText('職員番号を入力してください。').waitFor();
  await visit('first-start-with-errors', app);
  await page.getByRole('button', { name: '前の画面に戻る' }).click();
  await new WelcomePage(page).startReal(realPerson, true);
  const recovery = new RecoveryKeyPage(page);
  const groups = await recovery.groups();
  await recovery.typeBack(groups.map(() => 'XXXX'));
  await page.getByRole('alert').waitFor();
  await visit('recovery-key', app);
  await recovery.typeBack(groups);
  return groups;
}

async function visitRealStore(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const shell = new ShellPage(page);
  await page.getByRole('heading', { level: 1, name: 'はじめに、自分のシートを作ります' }).waitFor();
  await visit('home-without-sheet', app);
  await new OwnSheetPage(page).open();
  await visit('own-sheet', app);
  await shell.goTo('設定');
  await page.getByRole('button', { name: '回復キーを作り直す' }).click();
  await page.getByRole('alertdialog').waitFor();
  await visit('settings-question', app);
  await page.getByRole('button', { name: 'やめる' }).click();
  await new SettingsPage(page).openSample();
}

async function visitSample(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const office = shippedSampleOffice();
  const shell = new ShellPage(page);
  const list = new SheetListPage(page);
  const sheet = new SheetPage(page);
  await shell.goTo('ホーム');
  await page.getByRole('table', { name: '私が評価する職員' }).waitFor();
  await visit('home-evaluator', app);

  await shell.goTo('人事評価');
  await list.sheetOf(sampleStaff.employee).waitFor();
  await visit('sheet-list', app);
  await list.open('髙橋 翔');
  await visit('sheet-first-evaluator', app);
  await visit('sheet-score', app, await sheet.openScore('一次評価者'));
  await visitPaper(app, sheet, visit);
  await visitPalette(app, visit);
  await shell.actAs(sampleStaff.second);
  await shell.goTo('人事評価');
  await list.open('髙橋 翔');
  await visit('sheet-second-evaluator', app);

  await shell.actAs(sampleStaff.employee);
  await visit('home-employee', app);
  await shell.goTo('人事評価');
  await list.open(sampleStaff.employee);
  await page.getByRole('button', { name: '目標を加える' }).click();
  await sheet.part('個人目標1').waitFor();
  await visit('sheet-employee', app);
  await visitSheetDialogs(app, sheet, visit);
  await shell.goTo('人事評価');
  await list.choosePastPeriod();
  await list.open(sampleStaff.employee);
  await visit('sheet-disclosed', app);
  await page.evaluate(() => {
    location.hash = '#/sheets/00000000-0000-7000-8000-000000000000';
  });
  await page.getByRole('heading', { name: 'このシートは開けません' }).waitFor();
  await visit('sheet-refused', app);

  // Before the evaluators change: what she had with her people is hers only to read by then.
  await shell.actAs(sampleStaff.first);
  await visitTalks(app, visit);
  await shell.actAs(sampleStaffByJobTitle(office, '副市長').name);
  await visit('home-without-own-sheet', app);
  await shell.actAs(sampleHrClerk(office).name);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visit('home-hr', app);
  await shell.goTo('人事評価');
  await page.getByLabel('氏名・職員番号などで探す').fill('だれでもない人');
  await page.getByText('この条件に合うシートはありません。').waitFor();
  await visit('sheet-list-empty', app);
  await page.getByRole('button', { name: '条件を消す' }).click();
  await list.open(sampleStaff.employee);
  await visit('sheet-hr', app);
  await shell.goTo('職員課');
  const questions = new OpenQuestionsPage(page);
  const [where = ''] = await questions.cardNames();
  await questions.settle(where, '確かめた文言です。');
  await visit('open-questions', app);
  await visitOrganisation(app, visit);
  await visitFrameworks(app, visit);
  await visitRoster(app, visit);
  await shell.goTo('設定');
  await page.getByRole('button', { name: '自分の記録に戻る' }).waitFor();
  await visit('settings', app);
}

/** The way through the year: moves and their history, talks, the evaluator's people. */
async function visitYear(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const shell = new ShellPage(page);
  const stage = new StagePanel(page);
  await shell.actAs(sampleStaff.first);
  await shell.goTo('組織目標');
  await page.getByRole('heading', { level: 1, name: '組織目標' }).waitFor();
  await visit('unit-goals', app);
  const notes = new ConductNotesPage(page);
  await notes.write({
    person: '髙橋 翔',
    text: '窓口で順番を譲り合えるよう案内した。',
    item: '接遇',
  });
  await visit('conduct-note', app);
  await notes.close();
  await notes.open();
  await notes.list().waitFor();
  await visit('conduct-notes', app);
  await visitFinding(app, visit);
  const desk = new DeskPage(page);
  await desk.open();
  await visit('desk', app);
  for (const [view, screen] of [
    ['項目ごと', 'desk-items'],
    ['並べて見る', 'desk-side-by-side'],
    ['私の評語の分布', 'desk-distribution'],
  ] as const) {
    await desk.show(view);
    await visit(screen, app);
  }
  await shell.goTo('人事評価');
  await new SheetListPage(page).open('髙橋 翔');
  await stage.button('一次評価を提出する').click();
  await stage.dialog('一次評価を提出する').waitFor();
  await visit('move-missing', app);
  await page.keyboard.press('Escape');
  await stage.button('自己評価を差し戻す').click();
  await stage.dialog('自己評価を差し戻す').getByRole('textbox').waitFor();
  await visit('move-reason', app);
  await page.keyboard.press('Escape');
  await new InterviewsPage(page).goTo();
  await visit('interviews', app);
  await shell.actAs(sampleHrClerk(shippedSampleOffice()).name);
  await shell.goTo('人事評価');
  await new SheetListPage(page).open('髙橋 翔');
  await visit('sheet-hr-stage', app);
  await stage.openHistory();
  await visit('stage-history', app);
  await page.keyboard.press('Escape');
  await shell.goTo('職員課');
  for (const [name, screen] of [
    ['進行管理', 'progress-board'],
    ['不服申出', 'appeals'],
    ['配属希望申告', 'hr-placements'],
    ['ローテーション', 'hr-rotation'],
    ['配置要求', 'hr-needs'],
    ['1on1', 'talk-office'],
    ['設定', 'office-settings'],
  ] as const) {
    await page
      .getByRole('navigation', { name: '職員課のページ' })
      .getByRole('link', { name, exact: true })
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await visit(screen, app);
  }
}

/** Many sheets in one go: who, the question before, and what became of them. */
async function visitOutput(app: AppDriver, userData: string, visit: Visit): Promise<void> {
  const output = new OutputPage(app.page);
  const folder = `${userData}-papers/人事評価/令和８年度/年間評価（部長へ提出するもの）`;
  mkdirSync(folder, { recursive: true });
  await output.goTo();
  await output.choose(sampleStaff.employee);
  await output.choose('髙橋 翔');
  await visit('output', app);
  const question = await output.begin();
  await visit('output-question', app);
  await answerFolderDialog(app, folder);
  await output.agree(question);
  await output.result().waitFor();
  await visit('output-result', app);
}

/** A person's plan, request and posts, and what her 上司 has of them. */
async function visitCareers(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const shell = new ShellPage(page);
  const career = new CareerPages(page);
  await shell.actAs(sampleStaff.employee);
  await career.open();
  await visit('career-plan', app, page.locator('.recharts-surface').first());
  await career.show('配属希望申告');
  await career.button('申告を書き始める').click();
  await career.button('希望する配属先を加える').click();
  await visit('placement-request', app, career.section('希望'));
  await career.show('職歴');
  await page.getByRole('table', { name: '職歴の一覧' }).waitFor();
  await visit('posts', app);
  // By now the 課長 is her 一次評価者 (`visitOrganisation`).
  await shell.actAs(sampleStaff.second);
  await career.open();
  await career.show('部下のキャリア');
  await page.getByRole('table', { name: '部下のキャリア' }).waitFor();
  await visit('career-people', app);
  await page.getByRole('link', { name: sampleStaff.employee, exact: true }).click();
  await career.field('あなたの助言').waitFor();
  await visit('career-plan-reader', app);
  await career.show('所属長意見');
  await career.section(/^髙橋 翔/u).waitFor();
  await visit('placement-opinion', app);
  await career.show('人材配置の要求');
  await page.getByText('提出済み').first().waitFor();
  await visit('staffing-needs', app);
}

/** Whom I talk with, a talk that is planned, one that was held, and the month. */
async function visitTalks(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const talks = new OneOnOnePage(page);
  await talks.goTo();
  await visit('one-on-ones', app);
  await page.getByRole('button', { name: '職場内ミーティングを入れる' }).click();
  await page.getByRole('dialog', { name: '話す予定を入れる' }).waitFor();
  await visit('talk-new', app);
  await page.keyboard.press('Escape');
  await talks.open('これまでに話したこと', /3月12日/u);
  await visit('talk', app);
  await talks.goTo();
  await talks.plan({ with: sampleStaff.employee, day: 'R8.11.10', time: '10:00' });
  await talks.addTopic('窓口の混雑', '一緒に考えたい');
  await new ShellPage(page).untilSaved();
  await visit('talk-planned', app);
  await talks.goTo();
  await talks.goToCalendar();
  await visit('talk-calendar', app);
}

/** 研修 and 人材育成記録, as a person, her head and 職員課 have them. */
async function visitTraining(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const shell = new ShellPage(page);
  const training = new TrainingPages(page);
  await shell.actAs(sampleStaff.employee);
  await training.goTo('研修の記録');
  await training.button('記録を加える').click();
  await training.box('研修・活動の名前').first().waitFor();
  await visit('training-records', app);
  await training.goTo('人材育成記録');
  await training.card('人材育成記録の一覧').waitFor();
  await visit('person-record', app);
  await training.goTo('募集と申込み');
  await visit('training', app);
  await page.getByRole('button', { name: '「自主研究グループへの補助」に申請する' }).click();
  await training.box('研究の題目と内容').fill('窓口の待ち時間を減らす');
  await shell.untilSaved();
  await visit('training-application', app);
  await training.button('申請する').click();
  await page.getByText('申請済み').waitFor();
  await shell.actAs(sampleStaff.first);
  await training.goTo('職員の研修');
  await visit('training-people', app);
  await training.goTo('OJT計画');
  await training.button('計画を作る').click();
  await training.box('4月の目標').waitFor();
  await visit('ojt-plan', app);
  await training.goTo('継承');
  await training.button('継承の計画を加える').click();
  await training.box('伝える知識・技術').waitFor();
  await visit('hand-down', app);
  await shell.actAs(sampleHrClerk(shippedSampleOffice()).name);
  await training.goToHr('計画と募集');
  await visit('training-plan', app);
  await training.button('「ハラスメント防止研修」を直す').click();
  await page.getByRole('dialog').waitFor();
  await visit('training-call', app);
  await page.keyboard.press('Escape');
  await training.goToHr('申込みの決定');
  await visit('training-decisions', app);
  await training.goToHr('受講の集計');
  await visit('training-totals', app);
}

/** What is on a sheet when something went wrong, when a paper is out, and when it is full. */
async function visitTroubledSheets(app: AppDriver, userData: string, visit: Visit): Promise<void> {
  const { page } = app;
  const shell = new ShellPage(page);
  const sheet = new SheetPage(page);
  const list = new SheetListPage(page);
  await shell.actAs(sampleStaff.first);
  await shell.goTo('人事評価');
  await list.open('髙橋 翔');
  await refuseWrites(page, true);
  await sheet.write('接遇', '空きがなくて保存できない文字');
  await page.getByText('番号 E108').first().waitFor();
  await visit('sheet-save-failed', app, sheet.textBox('接遇'));
  await refuseWrites(page, false);
  await page.getByRole('button', { name: 'もう一度保存' }).click();
  await sheet.untilSaved();
  await page.getByRole('button', { name: 'お知らせを閉じる' }).click();

  const folder = `${userData}-papers/人事評価/令和８年度/市民部市民課市民係（上期に提出するもの）`;
  mkdirSync(folder, { recursive: true });
  await answerSaveDialog(app, join(folder, '令和８年度上期_人事評価シート_髙橋翔.pdf'));
  await page.getByRole('button', { name: 'PDFにする' }).click();
  await sheet.undisclosedQuestion().waitFor();
  await visit('sheet-undisclosed-question', app);
  await page.getByRole('button', { name: 'やめる' }).click();
  await sheet.savePdf();
  await visit('sheet-pdf-saved', app, page.getByText('PDFを保存しました'));

  const sheetId = page.url().split('/').at(-1) ?? '';
  for (const place of [
    { partId: 'goal/', author: 'employee' },
    { partId: 'item/', author: 'first' },
  ]) {
    await spoilEntry(page, { database: databaseNames.sample, sheetId, ...place });
  }
  await shell.goTo('ホーム');
  await shell.goTo('人事評価');
  await list.open('髙橋 翔');
  await visit('sheet-damaged', app);
  await visit('sheet-damaged-goal', app, sheet.part('読めなくなった個人目標1'));
  const unwritable = page.getByRole('article').filter({ hasText: 'この欄には書き込めません' });
  await visit('sheet-damaged-item', app, unwritable.last());
  await page.getByRole('button', { name: 'PDFにする' }).click();
  await page.getByRole('alertdialog').waitFor();
  await visit('sheet-damaged-question', app);
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: 'お知らせを閉じる' }).click();

  await shell.actAs(sampleStaff.employee);
  await shell.goTo('人事評価');
  await list.open(sampleStaff.employee);
  await pasteCells(sheet.part('個人目標1').getByLabel('目標', { exact: true }), goalCells(29));
  await page.getByRole('button', { name: '29件の目標を加える' }).click();
  await sheet.part('個人目標30').waitFor();
  await sheet.untilSaved();
  await visit('sheet-30-goals', app, sheet.part('個人目標30'));
}

async function visitLongNames(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const { jobTitle, ...person } = longNames;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  await new WelcomePage(page).startReal(person, true);
  const recovery = new RecoveryKeyPage(page);
  await recovery.typeBack(await recovery.groups());
  const own = new OwnSheetPage(page);
  await own.open();
  await own.create('主任', jobTitle);
  await visit('sheet-long-names', app);
  const shell = new ShellPage(page);
  const paper = new PaperPanel(page);
  await paper.open();
  await visit('sheet-paper-long-names', app);
  await paper.button('紙を閉じる').click();
  await shell.goTo('ホーム');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visit('home-long-names', app);
  await shell.goTo('人事評価');
  await new SheetListPage(page).sheetOf(person.name).waitFor();
  await visit('sheet-list-long-names', app);
  await new RosterPage(page).goTo();
  await visit('roster-long-names', app);
}

/** The units, a person, and the question who evaluates her when. */
async function visitOrganisation(app: AppDriver, visit: Visit): Promise<void> {
  const organisation = new OrganisationPage(app.page);
  await organisation.goTo();
  await visit('organisation', app);
  await organisation.openPerson(sampleStaff.employee);
  await organisation.assign({ evaluator: '山﨑 徹', from: 'R8.4.1', to: 'R8.4.0' });
  await organisation.form().getByRole('alert').waitFor();
  await visit('evaluator-days', app);
  await organisation.form().getByLabel('終わりの日').fill('');
  await organisation.form().getByRole('button', { name: 'この内容で決める' }).click();
  await organisation.assignments().first().waitFor();
  await visit('staff-member', app);
}

/** A framework that says nothing of one place, before it is added. */
async function visitFrameworks(app: AppDriver, visit: Visit): Promise<void> {
  const frameworks = new FrameworksPage(app.page);
  await frameworks.goTo();
  await frameworks.choose('医療職.json', JSON.stringify(medicalFramework));
  await frameworks.preview('医療職.json').waitFor();
  await visit('frameworks', app);
}

/** As it stands, with a file that cannot be taken in, and with one that can. */
async function visitRoster(app: AppDriver, visit: Visit): Promise<void> {
  const roster = new RosterPage(app.page);
  await roster.goTo();
  await visit('roster', app);
  for (const [name, screen] of [
    ['fire-department-faulty.csv', 'roster-with-faults'],
    ['fire-department.csv', 'roster-preview'],
  ] as const) {
    await roster.choose(join(projectRoot, 'test/fixtures/rosters', name));
    await roster.preview(name).waitFor();
    await visit(screen, app);
  }
  await roster.takeInButton().click();
  await roster.takeBackButton().click();
  await app.page.getByRole('dialog').waitFor();
  await visit('roster-take-back', app);
  await app.page.keyboard.press('Escape');
}

/** A period with a form that has a fault, before and after it is handed out. */
async function visitHandOut(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const pages = new HandOutPage(page);
  await new ShellPage(page).actAs(sampleHrClerk(shippedSampleOffice()).name);
  await pages.goToPeriods();
  await visit('periods', app);
  await page.getByRole('link', { name: '評価期間を加える' }).click();
  await page.getByRole('button', { name: 'この評価期間を加える' }).waitFor();
  await visit('period-new', app);
  await pages.goToPeriods();
  await pages.addPeriod('half', '試行の半期評価');
  await visit('period', app);
  await pages.openPlan('係長職以下');
  await pages.set('実績の割合（％）', '50');
  await pages.faults().waitFor();
  await visit('form-plan-with-faults', app);
  await pages.back();
  await pages.goToHandOut();
  await visit('hand-out-blocked', app);
  await pages.faults().getByRole('link').click();
  await pages.set('実績の割合（％）', '40');
  await pages.faults().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '点数を確定する' }).click();
  await page.getByRole('dialog').waitFor();
  await visit('form-plan-confirm', app);
  await page.keyboard.press('Escape');
  await pages.back();
  await pages.goToHandOut();
  await pages.handOutButton().click();
  await page.getByRole('link', { name: '人事評価の一覧で見る' }).waitFor();
  await visit('hand-out-done', app);
}

/** With a character that no font has, and the question that it raises. */
async function visitPaper(app: AppDriver, sheet: SheetPage, visit: Visit): Promise<void> {
  const paper = new PaperPanel(app.page);
  await sheet.write('接遇', '書体にない外字\ue000');
  await sheet.untilSaved();
  await paper.open();
  await paper.button('印刷用の書体にない文字が 1 種類あります').click();
  await paper.search().fill('高橋');
  await visit('sheet-paper', app);
  await paper.button('PDFに保存').click();
  await app.page.getByRole('alertdialog').waitFor();
  await visit('missing-characters', app);
  await app.page.getByRole('button', { name: 'やめる' }).click();
  await paper.button('紙を閉じる').click();
}

async function visitPalette(app: AppDriver, visit: Visit): Promise<void> {
  const palette = new SearchPalette(app.page);
  await palette.openByKey();
  await palette.find('市民課');
  await visit('search-palette', app);
  await app.page.keyboard.press('Escape');
  await palette.box().waitFor({ state: 'detached' });
}

/** What was written, found by its words and lined up by person. */
async function visitFinding(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  const search = new TextSearchPage(page);
  await search.open();
  await visit('text-search', app);
  await search.find('窓口');
  await search.hits().first().waitFor();
  await visit('text-search-hits', app);
  await new ShellPage(page).goTo('人事評価');
  await new SheetListPage(page).open('髙橋 翔');
  await page.getByRole('link', { name: 'これまで', exact: true }).click();
  await page.getByRole('article').first().waitFor();
  await visit('timeline', app);
}

/** What the sheet of somebody who has no goals yet opens over itself. */
async function visitSheetDialogs(app: AppDriver, sheet: SheetPage, visit: Visit): Promise<void> {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('F1');
  await dialog.waitFor();
  await visit('shortcuts', app);
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await page.getByRole('button', { name: '前の期間の目標を写す' }).click();
  await dialog.waitFor();
  await visit('copy-goals', app);
  await dialog.getByRole('button', { name: /^(?:閉じる|やめる)$/u }).click();
  await pasteCells(sheet.part('個人目標1').getByLabel('目標', { exact: true }), goalCells(5));
  await dialog.waitFor();
  await visit('paste-goals', app);
  await dialog.getByRole('button', { name: 'やめる' }).click();
}

/** So many goals, as rows of a spreadsheet. */
function goalCells(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `窓口の待ち時間の短縮${index + 1}\t年度末\t20%\t◎\t平均10分を5分にする\t受付票を先に書いていただく`,
  ).join('\r\n');
}

/** As a spreadsheet puts its cells on the clipboard. */
export async function pasteCells(field: Locator, cells: string): Promise<void> {
  await field.focus();
  await field.evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
  }, cells);
}

async function visitRecovery(app: AppDriver, groups: string[], visit: Visit): Promise<void> {
  const { page } = app;
  const box = page.getByLabel('回復キー');
  await box.waitFor();
  await box.fill('まちがい');
  await page.getByRole('button', { name: '記録を開く' }).click();
  await page.getByRole('alert').waitFor();
  await visit('recover', app);
  await box.fill(groups.join('-'));
  await page.getByRole('button', { name: '記録を開く' }).click();
  await new ShellPage(page).menu().waitFor();
}

async function visitStop(app: AppDriver, visit: Visit): Promise<void> {
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: '開かずに止めました' }).waitFor();
  await visit('stop', app);
  await page
    .getByRole('button', { name: /^この控えに戻す/u, disabled: false })
    .first()
    .click();
  await page.getByRole('alertdialog').waitFor();
  await visit('stop-question', app);
}

/** What a new Windows account does to the key: only the recovery key still opens it. */
export function removeAccountWrap(userData: string): void {
  const path = join(userData, 'keys/real.json');
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof file !== 'object' || file === null || !('wraps' in file)) throw new Error(path);
  const wraps = (file.wraps as { kind: string }[]).filter(({ kind }) => kind === 'recovery');
  writeFileSync(path, JSON.stringify({ ...file, wraps }));
}
