import type { AppDriver } from '../support/app-driver';
import { answerSaveDialog } from '../support/save-dialog';
import { SheetListPage } from './pages/sheet-list-page';
import { type GoalText, SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { StagePanel } from './pages/stage-panel';
import { WelcomePage } from './pages/welcome-page';

/** The people of the 見本 office that the main job is done with. */
export const sampleStaff = {
  employee: '𠮷田 美咲',
  first: '相川 直美',
  second: '山﨑 徹',
} as const;

export type Written = {
  goals: GoalText[];
  /** Rating and text by part name, one per author, as they were typed. */
  entries: { author: keyof typeof sampleStaff; part: string; rating: string; text: string }[];
};

const RATINGS = ['A', 'B', 'S', 'C', 'B', 'D'] as const;
const AUTHOR_WORDS = { employee: '本人', first: '一次', second: '二次' } as const;

/**
 * The whole job on the 見本 office through the real page: the person writes goals and her
 * own column, both evaluators write theirs as the sheet comes to them, and the second one
 * saves the PDF.
 *
 * @param path where the save dialog is answered with
 * @returns everything that was typed, to be found again on paper
 */
export async function doMainJob(app: AppDriver, path: string): Promise<Written> {
  const shell = new ShellPage(app.page);
  const written: Written = { goals: [], entries: [] };
  await new WelcomePage(app.page).openSample();
  const stage = new StagePanel(app.page);
  const open = async (author: keyof typeof sampleStaff) => {
    await shell.actAs(sampleStaff[author]);
    await shell.goTo('人事評価');
    await new SheetListPage(app.page).open(sampleStaff.employee);
  };
  const fill = (author: keyof typeof sampleStaff) =>
    fillOwnColumn(new SheetPage(app.page), author, written);
  await open('employee');
  await fill('employee');
  await stage.move('目標を提出する');
  await open('first');
  await stage.move('目標に合意する');
  await open('employee');
  await stage.move('自己評価に進む');
  await stage.move('自己評価を提出する');
  await open('first');
  await fill('first');
  await stage.move('一次評価を提出する');
  await open('second');
  await fill('second');
  await answerSaveDialog(app, path);
  await new SheetPage(app.page).savePdf();
  return written;
}

async function fillOwnColumn(
  sheet: SheetPage,
  author: keyof typeof sampleStaff,
  written: Written,
): Promise<void> {
  if (author === 'employee') {
    for (const goal of GOALS) {
      await sheet.addGoal(goal);
      written.goals.push(goal);
    }
  }
  const word = AUTHOR_WORDS[author];
  for (const [index, part] of (await sheet.partNames()).entries()) {
    const isOwnGoal = author === 'employee' && part.includes('目標');
    if (isOwnGoal || (await sheet.part(part).getByRole('textbox').count()) === 0) continue;
    const rated = await sheet.isRated(part);
    const rating = rated ? (RATINGS[index % RATINGS.length] ?? 'B') : '';
    if (rated) await sheet.rate(part, rating);
    const text = `${word}の記入${index + 1}。${part}について、窓口で確かめた事実を書きました。`;
    await sheet.write(part, text);
    written.entries.push({ author, part, rating, text });
  }
  await sheet.untilSaved();
}

const GOALS: readonly GoalText[] = [
  {
    content: '郵送請求の処理日数の短縮',
    deadline: '令和9年2月末',
    level: '平均6日を3日にする',
    method: '様式を統一し、下読みを分担する',
    weight: '60',
    rating: 'A',
    result: '平均3日になり、問い合わせが前年の半分に減った。',
  },
  {
    content: '後輩の育成',
    deadline: '年度内',
    level: '新任2名が単独で受付できる',
    method: '週1回の振り返りを行う',
    weight: '40',
    rating: 'B',
    result: '2名とも12月から単独で受付している。',
  },
];
