import type { Page } from 'playwright-core';
import { foundRealStore, makeOwnSheet, openOwnSheet, writableParts } from '../support/real-store';
import { expect, test } from './fixtures';
import { ShellPage } from './pages/shell-page';

/** Main asks after five seconds; a page that still answers lets it close well before. */
const WELL_BEFORE_MAIN_ASKS = 4_000;

/** Takes away an element that React is about to remove: the next page cannot be drawn. */
async function breakScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = document.querySelector('main > div');
    shown?.parentNode?.replaceChildren();
  });
  await new ShellPage(page).goTo('設定');
  await page.getByRole('heading', { level: 1, name: '画面を表示できません' }).waitFor();
}

/** Keeps the store busy, so that nothing typed is stored before the release. */
async function holdStore(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('ikusei-note');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const store = opening.result
            .transaction('sheetEntries', 'readwrite')
            .objectStore('sheetEntries');
          const ask = () => {
            store.count().onsuccess = () => {
              done();
              if (Reflect.get(globalThis, 'testReleased') === true) opening.result.close();
              else ask();
            };
          };
          ask();
        };
      }),
  );
  return () => page.evaluate(() => void Reflect.set(globalThis, 'testReleased', true));
}

test('壊れた画面からも、打った文字を保存してから開き直す', async ({ app }) => {
  const { page } = app;
  await foundRealStore(app);
  const sheet = await makeOwnSheet(app);
  const [part = ''] = await writableParts(sheet);
  const release = await holdStore(page);
  await sheet.write(part, '壊れる直前の文字');
  await breakScreen(page);
  const reopen = page.getByRole('button', { name: '画面を開き直す' });
  await reopen.click();
  await expect(reopen).toBeDisabled();
  await release();
  const again = await openOwnSheet(app);
  await expect(again.textBox(part)).toHaveValue('壊れる直前の文字');
});

test('壊れた画面のままでも、打った文字を保存してすぐ閉じる', async ({ launch }) => {
  const app = await launch();
  await foundRealStore(app);
  const sheet = await makeOwnSheet(app);
  const [part = ''] = await writableParts(sheet);
  await sheet.write(part, '閉じる直前の文字');
  await breakScreen(app.page);
  const begun = Date.now();
  await app.quit();
  expect(Date.now() - begun).toBeLessThan(WELL_BEFORE_MAIN_ASKS);
  const next = await launch();
  await expect((await openOwnSheet(next)).textBox(part)).toHaveValue('閉じる直前の文字');
});
