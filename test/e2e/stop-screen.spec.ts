import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileSchema, withAccountWrap } from '../../electron/main/keys/key-file-format';
import { profilePaths } from '../../electron/main/profile/profile-paths';
import { SCHEMA_VERSION } from '../../shared/domain/record/record';
import { type AppDriver, startHostProcess } from '../support/app-driver';
import {
  foundRealStore,
  makeOwnSheet,
  openOwnSheet,
  readTexts,
  untilOpen,
  writableParts,
} from '../support/real-store';
import { expect, test } from './fixtures';
import type { SheetPage } from './pages/sheet-page';
import { codeIn, StopPage } from './pages/stop-page';

const written = '止まる前に書いた文字。髙﨑𠮷';

/** A real store with one sheet and one text in it; the application is still running. */
async function foundWithText(
  app: AppDriver,
): Promise<{ sheet: SheetPage; parts: string[]; recoveryKey: string[] }> {
  const { recoveryKey } = await foundRealStore(app);
  const sheet = await makeOwnSheet(app);
  const parts = await writableParts(sheet);
  for (const part of parts.slice(0, 2)) await sheet.write(part, written);
  await sheet.untilSaved();
  return { sheet, parts, recoveryKey };
}

async function expectStop(app: AppDriver, code: string): Promise<void> {
  const stop = new StopPage(app.page);
  expect(await stop.isShown()).toBe(true);
  expect(await stop.code()).toBe(code);
  expect(await stop.details()).toContain(`番号: ${code}`);
}

async function expectTextThere(app: AppDriver, part: string): Promise<void> {
  expect((await readTexts(await openOwnSheet(app)))[part]).toBe(written);
}

test('新しい形の記録は E102 で止まり、何度起動しても書き換えない', async ({ launch }) => {
  const first = await launch();
  await foundWithText(first);
  const raised = (SCHEMA_VERSION + 1) * 10;
  await first.page.evaluate(raiseVersion, raised);
  await first.quit();

  for (let start = 1; start <= 2; start += 1) {
    const app = await launch();
    await expectStop(app, 'E102');
    const databases = await app.page.evaluate(() => indexedDB.databases());
    // The search's index may stand beside it.
    expect(databases).toContainEqual({ name: 'ikusei-note', version: raised });
    await app.quit();
  }
});

function raiseVersion(version: number): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('ikusei-note', version);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
  });
}

test('新しい版が使ったプロファイルは E103 で止まり、ブラウザーが触れない', async ({
  launch,
  userData,
}) => {
  const paths = profilePaths(userData);
  const first = await launch();
  const { parts } = await foundWithText(first);
  await first.quit();
  const record = readFileSync(paths.profileRecord, 'utf8');
  const newer = { lastElectronMajor: 999, lastAppVersion: '99.0.0' };
  writeFileSync(paths.profileRecord, JSON.stringify(newer));
  const before = filesOf(paths.indexedDb);

  const second = await launch();
  await expectStop(second, 'E103');
  expect(await new StopPage(second.page).copies().count()).toBe(0);
  await second.quit();
  expect(filesOf(paths.indexedDb)).toEqual(before);

  writeFileSync(paths.profileRecord, record);
  const third = await launch();
  await expectTextThere(third, parts[0] ?? '');
  await third.quit();
});

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [path, readFileSync(path, 'base64')]));
}

/** Lets main's `statfs` say that every folder is on an NFS share. */
const allOnShare = `import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
fs.statfs = async () => ({ type: 0x6969, bavail: 1e9, bsize: 4096 });
syncBuiltinESMExports();`;

test('ネットワーク上の置き場所は E112 で止まり、何も作らない', async ({
  launch,
  host,
  userData,
}) => {
  test
    .info()
    .skip(host === 'electron', 'Electron takes no --import, so its statfs cannot be told to lie');
  const share = `data:text/javascript,${encodeURIComponent(allOnShare)}`;
  const app = await launch({ env: { NODE_OPTIONS: `--import ${share}` } });
  await expectStop(app, 'E112');
  await app.quit();
  expect(readdirSync(userData)).not.toContain('keys');
  expect(readdirSync(userData)).not.toContain('store');
});

test('鍵を開けないと回復キーを尋ね、全角・小文字でも開き、次からは尋ねない', async ({
  launch,
  userData,
}) => {
  const { realKey } = profilePaths(userData);
  const first = await launch();
  const { parts, recoveryKey } = await foundWithText(first);
  await first.quit();
  // As after a new Windows account: sealed by a system that does not open it any more.
  const file = keyFileSchema.parse(JSON.parse(readFileSync(realKey, 'utf8')));
  const sealed = Buffer.from('sealed for another account').toString('base64');
  writeFileSync(realKey, JSON.stringify(withAccountWrap(file, { kind: 'os', sealed })));

  const second = await launch();
  const { page } = second;
  await page.getByRole('heading', { level: 1, name: /回復キー/u }).waitFor();
  await expect(page.getByText('E105')).toBeVisible();
  await typeRecoveryKey(second, [...recoveryKey].reverse().join(' '));
  await expect.poll(() => codeIn(page.getByRole('alert'))).toBe('E110');
  await typeRecoveryKey(second, wideAndSmall(recoveryKey));
  await untilOpen(second);
  await expectTextThere(second, parts[0] ?? '');
  await second.quit();

  const third = await launch();
  await expectTextThere(third, parts[0] ?? '');
  await third.quit();
});

async function typeRecoveryKey(app: AppDriver, typed: string): Promise<void> {
  await app.page.getByLabel('回復キー', { exact: true }).fill(typed);
  await app.page.getByRole('button', { name: '記録を開く' }).click();
}

/** Every other group in full width, small letters, wide spaces and hyphens between. */
function wideAndSmall(groups: readonly string[]): string {
  return groups
    .map((group, index) => {
      const small = group.toLowerCase();
      if (index % 2 === 0) return small;
      return [...small]
        .map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
        .join('');
    })
    .join('　－');
}

test('二つ目の起動は何もせずに終わり、最初の窓で続けられる', async ({ launch, host, userData }) => {
  test.info().skip(host === 'electron', 'only the Chromium host can be started without a driver');
  const app = await launch();
  const { sheet, parts } = await foundWithText(app);
  const second = startHostProcess({ userData });
  expect(await second.exited).toBe(0);
  expect(second.errors()).toBe('');
  const part = parts[1] ?? '';
  await sheet.write(part, '二つ目の起動のあとの文字');
  await sheet.untilSaved();
  await expect(sheet.textBox(part)).toHaveValue('二つ目の起動のあとの文字');
  await app.quit();
});

test('読めない行は E106 と一度だけ言い、その欄だけ書けず、行は残る', async ({ launch }) => {
  const first = await launch();
  const { parts } = await foundWithText(first);
  const partId = await first.page.evaluate(spoilOneEntry);
  const spoiled = await first.page.evaluate(storedEntry, partId);
  await first.quit();

  const second = await launch();
  const { page } = second;
  const sheet = await openOwnSheet(second);
  await expect(page.getByRole('main').getByText('（番号 E106）')).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: '読めなくなった記録' })).toHaveCount(1);
  const writable = await writableParts(sheet);
  const lost = parts.filter((part) => !writable.includes(part));
  expect(lost).toHaveLength(1);
  await expect(sheet.part(lost[0] ?? '')).toContainText('この欄には書き込めません');
  const other = writable[3] ?? '';
  await sheet.write(other, 'ほかの欄には書ける');
  await sheet.untilSaved();
  await second.quit();

  const third = await launch();
  const texts = await readTexts(await openOwnSheet(third));
  expect(texts[other]).toBe('ほかの欄には書ける');
  expect(Object.values(texts)).toContain(written);
  expect(await third.page.evaluate(storedEntry, partId)).toEqual(spoiled);
  await third.quit();
});

/** Puts junk over the box of the first entry; returns the part it belongs to. */
function spoilOneEntry(): Promise<string> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('ikusei-note');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('sheetEntries', 'readwrite', { durability: 'strict' });
      const rows = transaction.objectStore('sheetEntries');
      let partId = '';
      rows.openCursor().onsuccess = (event) => {
        const { result } = event.target as IDBRequest<IDBCursorWithValue>;
        partId = result.value.partId;
        result.update({ ...result.value, c: new Uint8Array(40).fill(7) });
      };
      transaction.onerror = () => fail(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        done(partId);
      };
    };
  });
}

/** The entry as it lies in the store, bytes as numbers. */
function storedEntry(partId: string): Promise<unknown> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('ikusei-note');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const rows = db.transaction('sheetEntries').objectStore('sheetEntries').getAll();
      rows.onsuccess = () => {
        db.close();
        const row = rows.result.find((candidate) => candidate.partId === partId);
        done({ ...row, n: [...row.n], c: [...row.c] });
      };
    };
  });
}
