import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { sampleStaff } from '../e2e/main-job';
import { openSheetOf } from '../e2e/open-sheet';
import { PaperPanel } from '../e2e/pages/paper-panel';
import { WelcomePage } from '../e2e/pages/welcome-page';
import { launchApp } from '../support/app-driver';

export type PreviewTimes = {
  /** The longest from a key to the frame with it on the paper, in milliseconds. */
  longestLag: () => Promise<number>;
  close: () => Promise<void>;
};

type Probe = { keys: number[]; lags: number[] };

/** Nowhere else on the sheet. */
const LETTER = '鬱';
const WORD = `${LETTER}、`;
/** Longer than the paper may wait for a pause. */
const KEYS = 40;
/** A fast typist's pause, without one that the paper could use. */
const PAUSE_MILLISECONDS = 60;

/** A filled sheet of 見本 with its paper beside it, both of them in sight. */
export async function preparePreview(): Promise<PreviewTimes> {
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-bench-preview-'));
  const app = await launchApp({ host: 'chromium-host', userData });
  const { page } = app;
  await new WelcomePage(page).openSample();
  const sheet = await openSheetOf(app, '髙橋 翔', sampleStaff.first);
  const paper = new PaperPanel(page);
  await paper.open();
  const field = sheet.textBox('接遇');
  const session = await page.context().newCDPSession(page);
  return {
    async longestLag() {
      await field.fill('');
      await field.click();
      await paper.pages().evaluate(untilCount, [LETTER, 0] as const);
      const probe = await paper.pages().evaluateHandle(watchPaper, LETTER);
      for (let key = 0; key < KEYS; key += 1) {
        await type(session, WORD);
        await page.waitForTimeout(PAUSE_MILLISECONDS);
      }
      await paper.pages().evaluate(untilCount, [LETTER, KEYS] as const);
      const { lags } = await probe.evaluate(
        (watched) =>
          new Promise<Probe>((done) => requestAnimationFrame(() => setTimeout(done, 50, watched))),
      );
      if (lags.length < KEYS) throw new Error(`${lags.length} of ${KEYS} keys came onto the paper`);
      return Math.max(...lags);
    },
    async close() {
      await app.quit();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function type(session: CDPSession, text: string): Promise<void> {
  const common = { key: 'Process', code: 'KeyA', windowsVirtualKeyCode: 65 };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...common });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
}

/** Notes, in the frame in which each letter is on the paper, how long ago its key was. */
function watchPaper(pages: Element, letter: string): Probe {
  const probe: Probe = { keys: [], lags: [] };
  const heard = ({ timeStamp, target }: Event) => {
    if (target instanceof HTMLTextAreaElement) probe.keys.push(timeStamp);
  };
  window.addEventListener('keydown', heard, { capture: true });
  const { port1, port2 } = new MessageChannel();
  // After the frame, so that what is looked at is what was drawn.
  port1.onmessage = () => {
    const seen = (pages.textContent ?? '').split(letter).length - 1;
    while (probe.lags.length < seen) {
      probe.lags.push(performance.now() - (probe.keys[probe.lags.length] ?? Number.NaN));
    }
  };
  const look = () => {
    port2.postMessage(null);
    requestAnimationFrame(look);
  };
  look();
  return probe;
}

/** Looks at every frame. */
async function untilCount(pages: Element, [letter, count]: readonly [string, number]) {
  while ((pages.textContent ?? '').split(letter).length - 1 !== count) {
    await new Promise((done) => requestAnimationFrame(done));
  }
}
