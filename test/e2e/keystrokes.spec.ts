import type { Page } from 'playwright-core';
import { countGraphemes } from '../../shared/domain/text/graphemes';
import { shippedSampleOffice } from '../support/sample-office';
import { expect, test } from './fixtures';
import { openSheetOf } from './open-sheet';
import type { SheetPage } from './pages/sheet-page';
import { WelcomePage } from './pages/welcome-page';

const people = process.env['IKUSEI_KILLS'] === undefined ? 2 : 10;

/** Deadlines as they are typed here, and as they must be typed where nobody reads days. */
const GOALS = [
  {
    content: '郵送請求の処理日数の短縮',
    typed: 'R9.2.26',
    deadline: '令和9年2月26日',
    weight: '60',
  },
  { content: '後輩の育成', typed: 'R9.3.31', deadline: '令和9年3月31日', weight: '40' },
];
const LEVEL = '平均6日を3日にする';
const METHOD = '様式を統一し、下読みを分担する';
const RESULT = '平均3日になった。';
const EVIDENCE = '窓口で確かめた事実を書きました。';

/** Every key that goes down is one, those of a combination each; a character is one key. */
class Keyboard {
  pressed = 0;
  constructor(private readonly page: Page) {}

  async press(combination: string): Promise<void> {
    this.pressed += combination.split('+').length;
    await this.page.keyboard.press(combination);
  }

  async type(text: string): Promise<void> {
    this.pressed += countGraphemes(text);
    await this.page.keyboard.insertText(text);
  }
}

/** The people of the office whose sheet of the present period is being written. */
function peopleWhoWrite(): string[] {
  const { staff, sheets, periods } = shippedSampleOffice();
  const present = periods.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]?.id;
  const open = sheets.filter(
    ({ periodId, stage }) => periodId === present && stage === 'inProgress',
  );
  return staff
    .filter(({ id }) => open.some(({ staffId }) => staffId === id))
    .map(({ name }) => name);
}

async function fillSheet(page: Page, sheet: SheetPage): Promise<{ keys: number; items: string[] }> {
  const keys = new Keyboard(page);
  const fieldIn = (part: string) => sheet.part(part).locator(':focus');
  const goalCards = page.getByRole('region', { name: /個人目標/u }).getByRole('article');
  const before = await goalCards.count();
  for (const [index, goal] of GOALS.entries()) {
    await keys.press('Control+Enter');
    const part = `個人目標${before + index + 1}`;
    await expect(sheet.part(part).getByLabel('目標', { exact: true })).toBeFocused();
    await keys.type(goal.content);
    for (const text of [goal.typed, goal.weight]) {
      await keys.press('Tab');
      await keys.type(text);
    }
    await keys.press('Tab');
    for (const text of [LEVEL, METHOD]) {
      await keys.press('Tab');
      await keys.type(text);
    }
    await keys.press('Tab');
    await keys.press('a');
    await keys.press('Tab');
    await keys.type(RESULT);
    await expect(sheet.part(part).getByLabel('いつまでに')).toHaveValue(goal.deadline);
  }
  await keys.press('Control+ArrowDown');
  const items: string[] = [];
  for (const name of await sheet.partNames()) {
    if (name.startsWith('個人目標')) continue;
    const rated = await sheet.isRated(name);
    if (!rated && (await sheet.part(name).getByRole('textbox').count()) === 0) continue;
    if (items.length > 0) await keys.press('Tab');
    await expect(fieldIn(name)).toHaveRole(rated ? 'radio' : 'textbox');
    if (rated) {
      await keys.press('b');
      await keys.press('Tab');
    }
    await keys.type(EVIDENCE);
    // Most have begun; what they wrote stays behind it.
    await expect(sheet.textBox(name)).toHaveValue(new RegExp(`^${EVIDENCE}`, 'u'));
    items.push(rated ? 'rated' : 'text');
  }
  await sheet.untilSaved();
  return { keys: keys.pressed, items };
}

/** The same into a form of plain elements in the same order, every goal already there. */
async function fillPlainForm(page: Page, items: readonly string[]): Promise<number> {
  const choice = (...values: string[]) =>
    `<select><option></option>${values.map((value) => `<option>${value}</option>`).join('')}</select>`;
  const rating = choice('S', 'A', 'B', 'C', 'D');
  const area = '<textarea></textarea>';
  const goal = `${area}<input><input>${choice('◎', 'なし', '△')}${area}${area}${rating}${area}`;
  const rest = items.map((kind) => (kind === 'rated' ? rating + area : area)).join('');
  await page.setContent(`<form>${goal.repeat(GOALS.length)}${rest}</form>`);
  const keys = new Keyboard(page);
  const next = async (text: string) => {
    await keys.press('Tab');
    await keys.type(text);
  };
  const rate = async (letter: string) => {
    await keys.press('Tab');
    await keys.press(letter);
  };
  for (const each of GOALS) {
    for (const text of [each.content, each.deadline, each.weight]) await next(text);
    await keys.press('Tab');
    for (const text of [LEVEL, METHOD]) await next(text);
    await rate('a');
    await next(RESULT);
  }
  for (const kind of items) {
    if (kind === 'rated') await rate('b');
    await next(EVIDENCE);
  }
  // Nothing was typed past a field: each text has one, each choice was taken.
  const filled = await page.evaluate(() => ({
    texts: [...document.querySelectorAll('textarea, input')].every(
      (field) => 'value' in field && field.value !== '',
    ),
    last: document.activeElement === [...document.querySelectorAll('textarea')].at(-1),
  }));
  expect(filled).toEqual({ texts: true, last: true });
  return keys.pressed;
}

test(`@soak ${people}人分のシートをキーだけで書いても、ただの入力欄より打鍵が多くない`, async ({
  app,
}) => {
  const { page } = app;
  await new WelcomePage(page).openSample();
  const names = peopleWhoWrite().slice(0, people);
  expect(names).toHaveLength(people);
  const started = Date.now();
  const ours: { keys: number; items: string[] }[] = [];
  for (const name of names) ours.push(await fillSheet(page, await openSheetOf(app, name, name)));
  const between = Date.now();
  const plainPage = await page.context().newPage();
  let plain = 0;
  for (const { items } of ours) plain += await fillPlainForm(plainPage, items);
  const total = ours.reduce((sum, { keys }) => sum + keys, 0);
  process.stdout.write(
    `  ${people} sheets: ${total} keys in ${between - started} ms; ` +
      `plain form: ${plain} keys in ${Date.now() - between} ms\n`,
  );
  expect(total).toBeLessThanOrEqual(plain);
});
