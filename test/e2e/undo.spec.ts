import type { AppDriver } from '../support/app-driver';
import { InputMethod } from '../support/input-method';
import {
  foundRealStore,
  makeOwnSheet,
  openOwnSheet,
  readTexts,
  writableParts,
} from '../support/real-store';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { openSheetOf } from './open-sheet';
import type { SheetPage } from './pages/sheet-page';

/** Long enough to be a step of its own, as a paste is. */
const FIRST = `一つ目の文。${'あ'.repeat(60)}`;
const SECOND = `二つ目の文。${'い'.repeat(60)}`;

test('したことをキーで元に戻し、やり直せる。再読み込みと再起動のあとも続く', async ({ launch }) => {
  const first = await launch();
  await foundRealStore(first);
  let sheet = await makeOwnSheet(first);
  const [part = '', other = ''] = await ratedParts(sheet);
  const undoButton = first.page.getByRole('button', { name: '元に戻す' });
  await expect(undoButton).toBeDisabled();
  await sheet.write(part, FIRST);
  await sheet.untilSaved();
  await sheet.write(part, FIRST + SECOND);
  await sheet.untilSaved();
  await sheet.rate(other, 'A');
  await sheet.untilSaved();

  await sheet.undo();
  await expect(first.page.getByText(`「${other}の評語」を元に戻しました`)).toBeVisible();
  await expect(sheet.part(other).getByRole('radio', { checked: true })).toHaveCount(0);
  await sheet.undo();
  await expect(sheet.textBox(part)).toHaveValue(FIRST);
  await expect(sheet.textBox(part)).toBeFocused();
  await first.page.keyboard.press('Control+Shift+Z');
  await expect(sheet.textBox(part)).toHaveValue(FIRST + SECOND);

  await first.page.reload();
  await expect(sheet.textBox(part)).toHaveValue(FIRST + SECOND);
  await sheet.undo();
  await expect(sheet.textBox(part)).toHaveValue(FIRST);
  await first.quit();

  const second = await launch();
  sheet = await openOwnSheet(second);
  await sheet.undo();
  await expect(sheet.textBox(part)).toHaveValue('');
  await sheet.undo();
  await expect(second.page.getByText('元に戻せるものは、もうありません')).toBeVisible();
  for (const text of [FIRST, FIRST + SECOND]) {
    await sheet.redo();
    await expect(sheet.textBox(part)).toHaveValue(text);
  }
  await sheet.redo();
  await expect(
    sheet.part(other).getByRole('radio', { name: 'A', exact: true, checked: true }),
  ).toBeVisible();

  // The menus do the same, and leave a box that is not the sheet's to the browser.
  await clickMenu(second, 'undo');
  await expect(sheet.part(other).getByRole('radio', { checked: true })).toHaveCount(0);
  await clickMenu(second, 'redo');
  await expect(sheet.part(other).getByRole('radio', { checked: true })).toHaveCount(1);
  await second.quit();
});

test('まとめて加えた目標も、取り除いた目標も、一度で元に戻る', async ({ sample: app }) => {
  const sheet = await openSheetOf(app, sampleStaff.first, sampleStaff.first);
  const goals = sheet.goals();
  const before = await goals.count();
  const dialog = await sheet.offerPreviousGoals();
  const offered = await dialog.getByRole('checkbox').count();
  await dialog.getByRole('button', { name: `${offered}件を写す` }).click();
  await expect(goals).toHaveCount(before + offered);
  await sheet.undo();
  await expect(goals).toHaveCount(before);
  await sheet.redo();
  await expect(goals).toHaveCount(before + offered);
  const last = `個人目標${before + offered}`;
  const wording = sheet.part(last).getByLabel('目標', { exact: true });
  const words = await wording.inputValue();
  expect(words).not.toBe('');
  await sheet
    .part(last)
    .getByRole('button', { name: /取り除く/u })
    .click();
  await expect(goals).toHaveCount(before + offered - 1);
  await sheet.undo();
  await expect(wording).toHaveValue(words);
});

test('変換の途中で終了しても、画面にあった文字が残る', async ({ launch }) => {
  const first = await launch();
  await foundRealStore(first);
  const sheet = await makeOwnSheet(first);
  const [part = ''] = await writableParts(sheet);
  await compose(first, sheet, part, 'とちゅう');
  await first.quit();

  const second = await launch();
  const texts = await readTexts(await openOwnSheet(second));
  expect(texts[part]).toBe('とちゅう');
  await second.quit();
});

test('変換の途中の元に戻すキーは、シートを変えない', async ({ sample: app }) => {
  const sheet = await openSheetOf(app, sampleStaff.employee, sampleStaff.employee);
  const [part = ''] = await ratedParts(sheet);
  await sheet.write(part, FIRST);
  await sheet.untilSaved();
  const ime = await compose(app, sheet, part, 'へんかん');
  await ime.swallow('z', { control: true });
  const asked = await countEditRequests(app);
  await clickMenu(app, 'undo');
  await expect.poll(asked).toBe(1);
  await ime.settle('変換');
  await expect(sheet.textBox(part)).toHaveValue(`${FIRST}変換`);
  await sheet.undo();
  await expect(sheet.textBox(part)).toHaveValue(FIRST);
});

async function ratedParts(sheet: SheetPage): Promise<string[]> {
  const rated: string[] = [];
  for (const part of await writableParts(sheet)) if (await sheet.isRated(part)) rated.push(part);
  return rated;
}

/** Leaves a conversion open at the end of the part's text. */
async function compose(
  app: AppDriver,
  sheet: SheetPage,
  part: string,
  text: string,
): Promise<InputMethod> {
  const ime = await InputMethod.of(app.page);
  await sheet.textBox(part).focus();
  await app.page.keyboard.press('Control+End');
  for (let end = 1; end <= text.length; end += 1) await ime.show(text.slice(0, end));
  return ime;
}

/** Chooses an item of the application's 編集 menu. */
async function clickMenu(app: AppDriver, id: 'undo' | 'redo'): Promise<void> {
  await app.evaluateMain(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}

/** Counts what the 編集 menu asks of the page from now on, each after the page has heard it. */
async function countEditRequests(app: AppDriver): Promise<() => Promise<number>> {
  const heard = await app.page.evaluateHandle(() => {
    const requests = { count: 0 };
    window.api.edit.requested(() => {
      requests.count += 1;
    });
    return requests;
  });
  return () => heard.evaluate((requests) => requests.count);
}
