import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/app-driver';
import { bundleForPage } from '../support/page-bundle';
import type * as InPage from '../support/person-record-times';

export type PersonRecordTimes = {
  time: (name: keyof typeof InPage) => Promise<number>;
  close: () => Promise<void>;
};

/** The page of an application that has no store yet, with one person of thirty years. */
export async function preparePersonRecord(): Promise<PersonRecordTimes> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-person-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  await app.page.evaluate(await bundleForPage('test/support/person-record-times.ts'));
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
