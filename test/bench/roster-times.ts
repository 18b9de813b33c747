import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/app-driver';
import { bundleForPage } from '../support/page-bundle';
import type * as InPage from '../support/roster-times';

export type RosterTimes = {
  time: (name: keyof typeof InPage) => Promise<number>;
  close: () => Promise<void>;
};

/** The page of an application that has no store yet, with the roster of 3,000 people. */
export async function prepareRosters(): Promise<RosterTimes> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-roster-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  await app.page.evaluate(await bundleForPage('test/support/roster-times.ts'));
  return {
    time: (name) =>
      app.page.evaluate((called) => {
        const { ikuseiTest } = globalThis as unknown as { ikuseiTest: typeof InPage };
        return ikuseiTest[called]();
      }, name),
    async close() {
      await app.quit();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
