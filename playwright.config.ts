import { defineConfig } from '@playwright/test';

const soak = process.env['IKUSEI_KILLS'] !== undefined;
const hour = 3_600_000;

/**
 * Every spec runs on both hosts; `test/e2e` reads the host from the project's name.
 * `build/e2e.mjs` sets IKUSEI_ELECTRON to Electron's executable where it can run, and
 * counts the project's tests as skipped where it cannot.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test-results/e2e',
  // Two specs side by side in two thirds of the time; what is counted in full runs alone.
  workers: soak ? 1 : 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: soak ? hour : 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/test-results/e2e.json' }]],
  projects: [
    { name: 'chromium-host' },
    ...(process.env['IKUSEI_ELECTRON'] === undefined ? [] : [{ name: 'electron' }]),
  ],
});
