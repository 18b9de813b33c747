import type { Page } from 'playwright-core';

/** Lets every write of the page fail as on a full disk, or stops doing so. */
export async function refuseWrites(page: Page, refuse: boolean): Promise<void> {
  await page.evaluate((refused) => {
    const rows = IDBObjectStore.prototype;
    const real = Reflect.get(window, 'testPut') ?? rows.put;
    Reflect.set(window, 'testPut', real);
    rows.put = refused
      ? () => {
          throw new DOMException('no room', 'QuotaExceededError');
        }
      : real;
  }, refuse);
}
