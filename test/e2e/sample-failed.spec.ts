import { foundRealStore, owner } from '../support/real-store';
import { expect, test } from './fixtures';
import { SettingsPage } from './pages/settings-page';
import { ShellPage } from './pages/shell-page';

test('開けない見本は、実データの控えに触れずに作り直せる', async ({ launch }) => {
  const first = await launch();
  await foundRealStore(first);
  await new SettingsPage(first.page).openSample();
  await first.page.evaluate(raiseVersion, 'ikusei-note-sample');
  await first.quit();

  const { page } = await launch();
  const shell = new ShellPage(page);
  const failed = page.getByRole('heading', { level: 1, name: '見本を開けませんでした' });
  const openSample = async () => {
    await shell.goTo('設定');
    await page.getByRole('button', { name: '見本を開く' }).click();
  };
  await openSample();
  await failed.waitFor();
  await expect(page.getByRole('region', { name: '起動時の控え' })).toHaveCount(0);
  await page.getByRole('button', { name: '前の画面に戻る' }).click();
  await expect(page.getByRole('banner')).toContainText(owner.name);

  await openSample();
  await failed.waitFor();
  await page.getByRole('button', { name: '見本を作り直す' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('ご自分の記録には触れません。');
  await question.getByRole('button', { name: 'やめる' }).click();
  await expect(failed).toBeVisible();
  await page.getByRole('button', { name: '見本を作り直す' }).click();
  await question.getByRole('button', { name: '作り直す' }).click();
  await shell.sampleBadge().waitFor();
  await new SettingsPage(page).returnToReal();
  await expect(page.getByRole('banner')).toContainText(owner.name);
});

/** As a newer program would have left it: this one refuses to open it. */
function raiseVersion(name: string): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(name, 1_000);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
  });
}
