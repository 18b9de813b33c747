import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import {
  type AppDriver,
  type HostName,
  type LaunchOptions,
  launchApp,
} from '../support/app-driver';

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
};

/** Every spec runs on every host there is, told apart by the project's name. */
export const test = base.extend<Fixtures>({
  host: async ({ browserName: _browserName }, use, info) => {
    await use(info.project.name === 'electron' ? 'electron' : 'chromium-host');
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
});
