import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AppDriver } from '../support/app-driver';
import { readPdf } from '../support/read-pdf';
import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { answerSaveDialog } from '../support/save-dialog';
import { realPerson } from './every-screen';
import { expect, test } from './fixtures';
import { cutOff } from './layout';
import { sampleStaff } from './main-job';
import { OwnSheetPage } from './pages/own-sheet-page';
import { RecoveryKeyPage } from './pages/recovery-key-page';
import { SettingsPage } from './pages/settings-page';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { WelcomePage } from './pages/welcome-page';

const office = shippedSampleOffice();
const unusualNames = ['𠮷田 美咲', '髙橋 翔', '山﨑 徹', '葛\u{e0100}城 玲'];
const longestName = '長宗我部 久右衛門左近将監義鎮之介信親';

/** Those that hold records; the search's index beside each is made anew when it is gone. */
async function databaseNames(app: AppDriver): Promise<string[]> {
  const names = await app.page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').sort(),
  );
  return names.filter((name) => !name.includes('-search'));
}

/** Fonts of the computer itself that an element's words are drawn with. */
async function fontsNotShipped(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  if (fonts.length === 0) return [`nothing is drawn for ${selector}`];
  return fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
}

test('見本の印が、どの画面にも紙のどのページにもある', async ({ sample: app, workFolder }) => {
  const { page } = app;
  const shell = new ShellPage(page);
  for (const section of ['ホーム', '人事評価', '設定'] as const) {
    await shell.goTo(section);
    await expect(shell.sampleBadge()).toBeVisible();
  }
  await shell.actAs(sampleHrClerk(office).name);
  await shell.goTo('職員課');
  await expect(shell.sampleBadge()).toBeVisible();
  await shell.goTo('人事評価');
  await new SheetListPage(page).open('髙橋 翔');
  await expect(shell.sampleBadge()).toBeVisible();

  const path = join(workFolder, '見本.pdf');
  await answerSaveDialog(app, path);
  await new SheetPage(page).savePdf();
  const pdf = await readPdf(new Uint8Array(readFileSync(path)));
  expect(pdf.pages.length).toBeGreaterThan(1);
  expect(pdf.pages.filter((text) => !text.includes('見本'))).toEqual([]);
});

test('見本は別の場所にあり、実データとは互いに触れない', async ({ app, workFolder }) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const sheet = new SheetPage(page);
  const settings = new SettingsPage(page);
  expect(await databaseNames(app)).toEqual([]);
  await new WelcomePage(page).startReal(realPerson);
  const recovery = new RecoveryKeyPage(page);
  await recovery.typeBack(await recovery.groups());
  await shell.menu().waitFor();
  const [real = ''] = await databaseNames(app);
  expect(await databaseNames(app)).toEqual([real]);
  await expect(page.getByRole('combobox')).toHaveCount(0);

  await new OwnSheetPage(page).open();
  await new OwnSheetPage(page).create('主任');
  const part = (await sheet.partNames())[0] ?? '';
  await sheet.rate(part, 'A');
  await sheet.write(part, '実データに書いた文');
  await sheet.untilSaved();

  await settings.openSample();
  const both = await databaseNames(app);
  expect(both).toHaveLength(2);
  expect(both).toContain(real);
  await shell.actAs(sampleStaff.employee);
  await shell.goTo('人事評価');
  const list = new SheetListPage(page);
  await list.sheetOf(sampleStaff.employee).waitFor();
  await expect(list.sheetOf(realPerson.name)).toHaveCount(0);
  await list.open(sampleStaff.employee);
  const samplePart = (await sheet.partNames())[0] ?? '';
  await sheet.write(samplePart, '見本に書いた文');
  await sheet.untilSaved();

  await settings.returnToReal();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await shell.goTo('人事評価');
  await list.sheetOf(realPerson.name).waitFor();
  await expect(list.sheetOf(sampleStaff.employee)).toHaveCount(0);
  await list.open(realPerson.name);
  await expect(sheet.textBox(part)).toHaveValue('実データに書いた文');
  const path = join(workFolder, '実データ.pdf');
  await answerSaveDialog(app, path);
  await sheet.savePdf();
  const pdf = await readPdf(new Uint8Array(readFileSync(path)));
  expect(pdf.compact).toContain('実データに書いた文');
  expect(pdf.compact).not.toContain('見本');

  await settings.openSample();
  await shell.goTo('人事評価');
  await list.open(sampleStaff.employee);
  await expect(sheet.textBox(samplePart)).toHaveValue('見本に書いた文');
});

test('どのPCでも同じ見本になり、変わった字の名前も崩れずに出る', async ({ launch, workFolder }) => {
  const lists: string[][] = [];
  for (const pc of ['one', 'two']) {
    const userData = join(workFolder, pc);
    mkdirSync(userData);
    const app = await launch({ userData });
    const { page } = app;
    await new WelcomePage(page).openSample();
    const shell = new ShellPage(page);
    await shell.actAs(sampleHrClerk(office).name);
    await shell.goTo('人事評価');
    const rows = page.getByRole('table', { name: '人事評価シートの一覧' }).getByRole('row');
    await rows.nth(10).waitFor();
    lists.push(await rows.allTextContents());
    if (pc === 'two') {
      const search = page.getByLabel('氏名・職員番号などで探す');
      for (const name of [...unusualNames, longestName]) {
        await search.fill(name);
        await expect(new SheetListPage(page).sheetOf(name)).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        expect(await fontsNotShipped(page, `a[href^="#/sheets/"]`), name).toEqual([]);
        expect(await cutOff(page), name).toEqual([]);
      }
      await new SheetListPage(page).open(longestName);
      expect(await cutOff(page)).toEqual([]);
      await shell.actAs(longestName);
      expect(await cutOff(page)).toEqual([]);
    }
    await app.quit();
  }
  expect(lists[0]?.length).toBeGreaterThan(10);
  expect(lists[0]).toEqual(lists[1]);
});
