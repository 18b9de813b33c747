import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecoveryKeyPage } from '../e2e/pages/recovery-key-page';
import { WelcomePage } from '../e2e/pages/welcome-page';
import { type AppDriver, launchApp, projectRoot } from '../support/app-driver';
import { growRealStore, LARGE_STORE_PEOPLE } from '../support/large-store';
import { confirmRecoveryKey, owner } from '../support/real-store';

const SMALL_OFFICE = 10;

/** A profile with a real store, founded through the first-start screens. */
export async function prepareRealStore(): Promise<string> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  await new WelcomePage(app.page).startReal({
    number: '100001',
    name: '測定 太郎',
    kana: 'ソクテイ タロウ',
    units: ['総務部', '職員課', '人材育成係'],
  });
  const recoveryKey = new RecoveryKeyPage(app.page);
  await recoveryKey.typeBack(await recoveryKey.groups());
  await usableList(app);
  await app.quit();
  return userData;
}

/** Two profiles of 職員課: an office of a few people, and one of 3,000 with their sheets. */
export async function prepareOffices(): Promise<{ small: string; large: string }> {
  return {
    small: await prepareOffice(SMALL_OFFICE),
    large: await prepareOffice(LARGE_STORE_PEOPLE),
  };
}

async function prepareOffice(people: number): Promise<string> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-office-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  await new WelcomePage(app.page).startReal({ ...owner }, true);
  await confirmRecoveryKey(app);
  await usableList(app);
  await growRealStore(app, people);
  await app.quit();
  return userData;
}

/** Milliseconds from the start of the process to the list of all sheets, ready to scroll. */
export async function timeToSheetList(userData: string): Promise<number> {
  return timeUntil({ host: 'chromium-host', userData }, async ({ page }) => {
    await page.getByRole('link', { name: '人事評価', exact: true }).click();
    await page
      .getByRole('table', { name: '人事評価シートの一覧' })
      .getByRole('row')
      .nth(1)
      .waitFor();
  });
}

export function prepareEmptyProfile(): string {
  return mkdtempSync(join(tmpdir(), 'ikusei-bench-empty-'));
}

/** Milliseconds from the start of the process to the list a person can use. */
export async function timeToUsableList(userData: string): Promise<number> {
  return timeUntil({ host: 'chromium-host', userData }, usableList);
}

/** Milliseconds from the start of the process to a page that shows nothing. */
export async function timeToEmptyPage(userData: string): Promise<number> {
  const main = join(projectRoot, 'test/bench/empty-main.mjs');
  return timeUntil({ host: 'chromium-host', userData, main }, async (app) => {
    await app.page.locator('#empty').waitFor({ state: 'attached' });
  });
}

export function removeProfile(userData: string): void {
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
}

async function timeUntil(
  options: Parameters<typeof launchApp>[0],
  ready: (app: AppDriver) => Promise<void>,
): Promise<number> {
  const begin = performance.now();
  const app = await launchApp(options);
  await ready(app);
  const milliseconds = performance.now() - begin;
  await app.quit();
  return milliseconds;
}

async function usableList(app: AppDriver): Promise<void> {
  await app.page.getByRole('heading', { name: '私のシート' }).waitFor();
}
