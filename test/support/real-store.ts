import { RecoveryKeyPage } from '../e2e/pages/recovery-key-page';
import { SheetListPage } from '../e2e/pages/sheet-list-page';
import { SheetPage } from '../e2e/pages/sheet-page';
import { ShellPage } from '../e2e/pages/shell-page';
import { WelcomePage } from '../e2e/pages/welcome-page';
import type { AppDriver } from './app-driver';

/** Who founds the real stores of the tests; a character outside JIS is on purpose. */
export const owner = {
  number: '204518',
  name: '髙木 涼',
  kana: 'タカギ リョウ',
  units: ['市民部', '市民課', '市民係'],
} as const satisfies Parameters<WelcomePage['startReal']>[0];

/** Starts a real store through the first screens, up to the confirmed recovery key. */
export async function foundRealStore(app: AppDriver): Promise<{ recoveryKey: string[] }> {
  await new WelcomePage(app.page).startReal({ ...owner });
  const recoveryKey = await confirmRecoveryKey(app);
  await untilOpen(app);
  return { recoveryKey };
}

/** Types back what the recovery key screen shows, and returns it. */
export async function confirmRecoveryKey(app: AppDriver): Promise<string[]> {
  const screen = new RecoveryKeyPage(app.page);
  const groups = await screen.groups();
  await screen.typeBack(groups);
  return groups;
}

/** Resolves when the store is open; a stop screen in its place fails at once. */
export async function untilOpen(app: AppDriver): Promise<void> {
  const stopped = app.page.getByRole('heading', { name: '開かずに止めました' });
  const menu = new ShellPage(app.page).menu();
  await menu.or(stopped).waitFor();
  if (await stopped.isVisible()) {
    throw new Error(`stopped instead of open:\n${await app.page.locator('body').textContent()}`);
  }
}

/** Makes the owner's own sheet as 主任 and leaves it open. */
export async function makeOwnSheet(app: AppDriver): Promise<SheetPage> {
  const { page } = app;
  await new ShellPage(page).goTo('人事評価');
  await page.getByRole('link', { name: '自分のシートを作る' }).click();
  const form = page.getByRole('form', { name: '自分のシート' });
  await form.getByLabel('職位').selectOption('shunin');
  await form.getByRole('button', { name: 'シートを作る' }).click();
  return untilSheetOpen(app);
}

/** Opens the owner's sheet in a store that has it. */
export async function openOwnSheet(app: AppDriver): Promise<SheetPage> {
  await untilOpen(app);
  await new ShellPage(app.page).goTo('人事評価');
  await new SheetListPage(app.page).open(owner.name);
  return untilSheetOpen(app);
}

async function untilSheetOpen(app: AppDriver): Promise<SheetPage> {
  await app.page.getByRole('heading', { level: 1, name: new RegExp(owner.name, 'u') }).waitFor();
  await app.page.getByRole('article').first().waitFor();
  return new SheetPage(app.page);
}

/** The parts of the open sheet that have a text box of the owner's, in their order. */
export async function writableParts(sheet: SheetPage): Promise<string[]> {
  const names = await sheet.partNames();
  const counts = await Promise.all(
    names.map((name) => sheet.part(name).getByRole('textbox').count()),
  );
  return names.filter((_name, index) => (counts[index] ?? 0) > 0);
}

/** Opens 見本 from the settings, so that it is made, and comes back to the real store. */
export async function visitSampleOffice(app: AppDriver): Promise<void> {
  const { page } = app;
  const shell = new ShellPage(page);
  await shell.goTo('設定');
  await page.getByRole('button', { name: '見本を開く' }).click();
  await page.getByRole('combobox', { name: 'だれとして使うか（見本）' }).waitFor();
  await shell.goTo('設定');
  await page.getByRole('button', { name: '自分の記録に戻る' }).click();
  await page.getByRole('banner').getByText(owner.name).waitFor();
}

/** What the page's own text boxes show, by part. */
export async function readTexts(sheet: SheetPage): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of await writableParts(sheet)) {
    texts[name] = await sheet.textBox(name).inputValue();
  }
  return texts;
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
