import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doMainJob } from '../e2e/main-job';
import { launchApp } from '../support/app-driver';

/**
 * `npm start -- --headless`, and `npm start` where there is no display: does the main job
 * on the 見本 office through the real page and prints where the PDF is.
 */
async function run(): Promise<void> {
  const folder = join(process.cwd(), 'out', 'main-job');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, '人事評価シート_見本.pdf');
  const userData = mkdtempSync(join(tmpdir(), 'ikusei-main-job-'));
  try {
    const app = await launchApp({ host: 'chromium-host', userData });
    try {
      await doMainJob(app, path);
    } finally {
      await app.quit();
    }
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
  process.stdout.write(`${path}\n`);
}

await run();
