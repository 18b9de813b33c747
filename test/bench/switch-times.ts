import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SheetListPage } from '../e2e/pages/sheet-list-page';
import { SheetPage } from '../e2e/pages/sheet-page';
import { ShellPage } from '../e2e/pages/shell-page';
import { WelcomePage } from '../e2e/pages/welcome-page';
import { launchApp } from '../support/app-driver';
import { sampleStaffByJobTitle, shippedSampleOffice } from '../support/sample-office';

export type SwitchTimes = {
  /** From the key to after the frame with the next person's sheet; the median of some, in milliseconds. */
  toNextPerson: () => Promise<number>;
  /** From the click on a person in the list to after the frame with her sheet. */
  fromList: () => Promise<number>;
  close: () => Promise<void>;
};

/** A person reads before she goes on. */
const PAUSE_MILLISECONDS = 700;
const STEPS = 4;

/** A supervisor's list of 見本, opened at its first person. */
export async function prepareSwitching(): Promise<SwitchTimes> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-switch-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  const { page } = app;
  const shell = new ShellPage(page);
  const list = new SheetListPage(page);
  const sheet = new SheetPage(page);
  await new WelcomePage(page).openSample();
  await shell.actAs(sampleStaffByJobTitle(shippedSampleOffice(), '市民課長').name);
  await shell.goTo('人事評価');
  const names = await list.names();
  return {
    async toNextPerson() {
      await shell.goTo('人事評価');
      await list.open(names[0] ?? '');
      const times: number[] = [];
      for (const name of names.slice(1, 1 + STEPS)) {
        await page.waitForTimeout(PAUSE_MILLISECONDS);
        const time = await timeUntilPerson(page, name, 'keydown');
        await page.keyboard.press('Control+Shift+PageDown');
        times.push(await time());
      }
      return times.toSorted((one, other) => one - other)[Math.floor(STEPS / 2)] ?? Number.NaN;
    },
    async fromList() {
      await shell.goTo('人事評価');
      const name = names[1] ?? '';
      await list.sheetOf(name).first().waitFor();
      await page.waitForTimeout(PAUSE_MILLISECONDS);
      const time = await timeUntilPerson(page, name, 'click');
      await list.sheetOf(name).first().click();
      const result = await time();
      await sheet.person(name).waitFor();
      return result;
    },
    async close() {
      await app.quit();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Measures in the page, from the event's own time to after the first frame with that name. */
async function timeUntilPerson(
  page: Page,
  name: string,
  event: 'keydown' | 'click',
): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(
    ([wanted, type]) => {
      const seen: { from: number; time: number | null } = { from: Number.NaN, time: null };
      const note = ({ timeStamp }: Event) => {
        seen.from = timeStamp;
      };
      window.addEventListener(type, note, { capture: true });
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (document.querySelector('main h1')?.textContent?.startsWith(wanted) === true) {
          seen.time = performance.now() - seen.from;
          window.removeEventListener(type, note, { capture: true });
        } else requestAnimationFrame(() => port2.postMessage(null));
      };
      requestAnimationFrame(() => port2.postMessage(null));
      return seen;
    },
    [name, event] as const,
  );
  return async () => {
    const time = await page.waitForFunction((seen) => seen.time, watch);
    return Number(await time.jsonValue());
  };
}
