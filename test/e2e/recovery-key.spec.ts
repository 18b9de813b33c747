import { renameSync } from 'node:fs';
import { profilePaths } from '../../electron/main/profile/profile-paths';
import { foundRealStore } from '../support/real-store';
import { expect, test } from './fixtures';
import { RecoveryKeyPage } from './pages/recovery-key-page';
import { ShellPage } from './pages/shell-page';

test('回復キーの作り直しは、失敗してもやり直せ、途中でやめられる', async ({ app, userData }) => {
  const { page } = app;
  const { realKey } = profilePaths(userData);
  await foundRealStore(app);
  await new ShellPage(page).goTo('設定');
  const heading = page.getByRole('heading', { level: 1, name: '回復キーを紙に残してください' });
  const startAgain = async () => {
    await page.getByRole('button', { name: '回復キーを作り直す' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '作り直す' }).click();
    await heading.waitFor();
  };

  renameSync(realKey, `${realKey}.away`);
  await startAgain();
  await expect(page.getByRole('alert')).toContainText('E104');
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();

  await startAgain();
  await expect(page.getByRole('alert')).toContainText('E104');
  renameSync(`${realKey}.away`, realKey);
  await page.getByRole('button', { name: 'もう一度作る' }).click();
  const screen = new RecoveryKeyPage(page);
  await screen.typeBack(await screen.groups());
  await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
});
