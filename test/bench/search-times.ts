import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/app-driver';
import { bundleForPage } from '../support/page-bundle';
import type * as InPage from '../support/search-times';

export type SearchTimes = {
  time: (name: keyof typeof InPage) => Promise<number>;
  close: () => Promise<void>;
};

/** The page of an application that has no store yet, with 20,000 made talks. */
export async function prepareSearching(): Promise<SearchTimes> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-search-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  await app.page.evaluate(await bundleForPage('test/support/search-times.ts'));
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
