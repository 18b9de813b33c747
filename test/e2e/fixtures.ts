import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type TestInfo, type WorkerInfo } from '@playwright/test';
import { databaseNames } from '../../renderer/data/schema';
import {
  type AppDriver,
  type HostName,
  type LaunchOptions,
  launchApp,
} from '../support/app-driver';
import { resizeWindow } from '../support/window-size';
import { WelcomePage } from './pages/welcome-page';

export { expect };

type Fixtures = {
  host: HostName;
  /** A folder of this test alone, removed afterwards. */
  workFolder: string;
  userData: string;
  /** Starts the application; whatever still runs when the test ends is killed. */
  launch: (options?: Partial<LaunchOptions>) => Promise<AppDriver>;
  /** The application on a PC that never had it. */
  app: AppDriver;
  /**
   * 見本 as nobody has touched it yet, open at its home. Not for tests that quit, open
   * another page or start a second time.
   */
  sample: AppDriver;
};

type WorkerFixtures = {
  /** One application for every test that asks for `sample`: starting it takes longer than most of them. */
  sampleApp: AppDriver;
};

/** Every spec runs on every host there is, told apart by the project's name. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  host: async ({ browserName: _browserName }, use, info) => {
    await use(hostOf(info));
  },
  workFolder: async ({ browserName: _browserName }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ikusei-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  userData: async ({ workFolder }, use) => {
    const folder = join(workFolder, 'user-data');
    mkdirSync(folder);
    await use(folder);
  },
  launch: async ({ host, userData }, use, info) => {
    const started: AppDriver[] = [];
    await use(async (options = {}) => {
      const app = await launchApp({ host, userData, ...options });
      started.push(app);
      // A connected page waits for ever by itself, and a test would say nothing until its end.
      app.page.setDefaultTimeout(30_000);
      return app;
    });
    for (const app of started) {
      const said = app.errors();
      if (said !== '') await info.attach('main-errors.txt', { body: said });
      await app.kill();
    }
  },
  app: async ({ launch }, use) => {
    await use(await launch());
  },
  sampleApp: [
    async ({ browserName: _browserName }, use, info) => {
      const folder = mkdtempSync(join(tmpdir(), 'ikusei-e2e-sample-'));
      const app = await launchApp({ host: hostOf(info), userData: folder });
      app.page.setDefaultTimeout(30_000);
      await use(app);
      await app.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  sample: async ({ sampleApp }, use, info) => {
    const before = sampleApp.errors();
    await openNewSample(sampleApp);
    await use(sampleApp);
    const said = sampleApp.errors().slice(before.length);
    if (said !== '') await info.attach('main-errors.txt', { body: said });
  },
});

function hostOf({ project }: TestInfo | WorkerInfo): HostName {
  return project.name === 'electron' ? 'electron' : 'chromium-host';
}

/** Whatever the test before has written or set is gone. */
async function openNewSample(app: AppDriver): Promise<void> {
  const { page } = app;
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
  await resizeWindow(app, { width: 1366, height: 820, zoom: 1 });
  await page.evaluate(async (name) => {
    window.location.hash = '/';
    await new Promise((done, fail) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = done;
      request.onerror = fail;
    });
  }, databaseNames.sample);
  await page.reload();
  await new WelcomePage(page).openSample();
}
