import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { SearchPalette } from '../e2e/pages/search-palette';
import { launchApp } from '../support/app-driver';
import { bundleForPage } from '../support/page-bundle';
import { foundRealStore, makeOwnSheet } from '../support/real-store';

export type TypingTimes = {
  /** The 95th percentile from key to after the frame, in milliseconds. */
  onSheet: (slowdown: number) => Promise<number>;
  /** The same while the search makes its index of 20,000 talks, and when it has made it. */
  whileIndexing: () => Promise<{ building: number; quiet: number }>;
  inBareTextarea: (slowdown: number) => Promise<number>;
  close: () => Promise<void>;
};

type Probe = { times: number[] };

const GOALS = 5;
const KEYS = 'kaizenwosusumeta';
const CONVERSION = ['か', 'かい', 'かいz', 'かいぜ', 'かいぜん', '改善'];
const PASSES = 4;
/** As many as fit into the time in which an index is made. */
const FEW_PASSES = 2;
/** A fast typist's pause; the autosave of one key runs into the next. */
const PAUSE_MILLISECONDS = 60;
const BUILDING = /文章の索引を作っています/u;

/**
 * The real application with a sealed store and a sheet of 12 items, 5 goals and remarks,
 * and a bare text area in another tab of the same browser.
 */
export async function prepareTyping(): Promise<TypingTimes> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-typing-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  await foundRealStore(app);
  const sheet = await makeOwnSheet(app);
  const goals = app.page.getByRole('region', { name: /個人目標/u }).getByRole('article');
  while ((await goals.count()) < GOALS) {
    const before = await goals.count();
    await app.page.getByRole('button', { name: '目標を加える' }).click();
    await goals.nth(before).waitFor();
  }
  await sheet.untilSaved();
  const field = sheet.textBox((await sheet.partNames()).at(GOALS + 3) ?? '');
  const bare = await app.page.context().newPage();
  await bare.setContent('<textarea rows="4" cols="80"></textarea>');
  await addProbe(app.page);
  await addProbe(bare);
  let grown = false;
  return {
    async onSheet(slowdown) {
      await app.page.bringToFront();
      await field.fill('');
      // As a person enters it: the pointer stays over the page, which looks under it in every frame.
      await field.click();
      const result = await timeKeys(app.page, slowdown);
      await sheet.untilSaved();
      return result;
    },
    async whileIndexing() {
      const { page } = app;
      // A page behind another draws one frame a second.
      await page.bringToFront();
      if (!grown) {
        await page.evaluate(await bundleForPage('test/support/grow-talks.ts'));
        await page.evaluate(() => {
          const { ikuseiTest } = globalThis as unknown as {
            ikuseiTest: { growTalks: () => Promise<void> };
          };
          return ikuseiTest.growTalks();
        });
        grown = true;
      }
      // What is typed below is nothing that the stored index knows: it is made anew.
      await page.reload();
      await field.waitFor();
      await addProbe(page);
      const palette = new SearchPalette(page);
      await palette.openByKey();
      await palette.box().fill('どこにもない言葉');
      await page.getByText(BUILDING).waitFor();
      await page.keyboard.press('Escape');
      await field.fill('');
      await field.click();
      const building = await timeKeys(page, 1, FEW_PASSES);
      await palette.openByKey();
      await palette.box().fill('どこにもない言葉');
      await page.getByText(BUILDING).waitFor({ state: 'detached', timeout: 120_000 });
      await page.keyboard.press('Escape');
      await field.click();
      const quiet = await timeKeys(page, 1, FEW_PASSES);
      await sheet.untilSaved();
      return { building, quiet };
    },
    async inBareTextarea(slowdown) {
      await bare.bringToFront();
      const area = bare.locator('textarea');
      await area.fill('');
      await area.click();
      return timeKeys(bare, slowdown);
    },
    async close() {
      await bare.close();
      await app.quit();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Measures in the page itself, from the event's own time to after the next frame. */
async function addProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe: Probe = { times: [] };
    Object.assign(window, { typingProbe: probe });
    const measure = (event: Event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => probe.times.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    };
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.keyCode !== 229) measure(event);
      },
      { capture: true },
    );
    window.addEventListener('compositionupdate', measure, { capture: true });
  });
}

async function timeKeys(page: Page, slowdown: number, passes = PASSES): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  try {
    await page.evaluate(() => {
      (window as unknown as { typingProbe: Probe }).typingProbe.times.length = 0;
    });
    let count = 0;
    for (let pass = 0; pass < passes; pass += 1) {
      count += await typePlain(page, session, count);
      count += await typeConversion(page, session, count);
    }
    return percentile95(await untilMeasured(page, count));
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  }
}

async function typePlain(page: Page, session: CDPSession, before: number): Promise<number> {
  for (const [index, key] of [...KEYS].entries()) {
    const common = { key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: codeOf(key) };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...common });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
    await untilMeasured(page, before + index + 1);
    await page.waitForTimeout(PAUSE_MILLISECONDS);
  }
  return KEYS.length;
}

async function typeConversion(page: Page, session: CDPSession, before: number): Promise<number> {
  for (const [index, text] of CONVERSION.entries()) {
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    const { length } = text;
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
    await untilMeasured(page, before + index + 1);
    await page.waitForTimeout(PAUSE_MILLISECONDS);
  }
  await session.send('Input.insertText', { text: CONVERSION.at(-1) ?? '' });
  return CONVERSION.length;
}

function codeOf(key: string): number {
  return key.toUpperCase().charCodeAt(0);
}

/** The times of so many keys at least; the taking of a conversion may add one. */
async function untilMeasured(page: Page, count: number): Promise<number[]> {
  const handle = await page.waitForFunction((wanted) => {
    const { times } = (window as unknown as { typingProbe: Probe }).typingProbe;
    return times.length >= wanted ? [...times] : null;
  }, count);
  return (await handle.jsonValue()) ?? [];
}

function percentile95(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
