import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/app-driver';
import { bundleForPage } from '../support/page-bundle';

/** What a bundle of `test/support` measures inside a page, by the names of its functions. */
export type PageTimes<InPage> = {
  time: (name: keyof InPage & string) => Promise<number>;
  close: () => Promise<void>;
};

/** The page of an application that has no store yet, with a bundle in it. */
export async function pageTimes<InPage>(bundle: string): Promise<PageTimes<InPage>> {
  const userData = mkdtempSync(join(tmpdir(), `ikusei-bench-${bundle}-`));
  const app = await launchApp({ host: 'chromium-host', userData });
  await app.page.evaluate(await bundleForPage(`test/support/${bundle}.ts`));
  return {
    time: (name) =>
      app.page.evaluate((called) => {
        const { ikuseiTest } = globalThis as unknown as {
          ikuseiTest: Record<string, () => Promise<number>>;
        };
        const timed = ikuseiTest[called];
        if (timed === undefined) throw new Error(`nothing is timed as ${called}`);
        return timed();
      }, name as string),
    async close() {
      await app.quit();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
