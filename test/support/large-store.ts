import type { AppDriver } from './app-driver';
import { bundleForPage } from './page-bundle';

export const LARGE_STORE_PEOPLE = 3000;
const SEED = 3000;

/** Brings thousands of people into the real store that is open; read at the next start. */
export async function growRealStore(app: AppDriver, people = LARGE_STORE_PEOPLE): Promise<void> {
  await app.page.evaluate(await bundleForPage('test/support/grow-store.ts'));
  await app.page.evaluate(
    ([count, seed]) => {
      const { ikuseiTest } = globalThis as unknown as {
        ikuseiTest: { growStore: (count: number, seed: number) => Promise<void> };
      };
      return ikuseiTest.growStore(count, seed);
    },
    [people, SEED] as const,
  );
}
