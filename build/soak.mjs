// @ts-check
import { sentenceOf } from './checks/count.mjs';
import { runE2eTests } from './checks/e2e-tests.mjs';
import { ensureApplication } from './setup/application.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runCommand } from './setup/project.mjs';

/** `npm test` kills the application six times. */
const kills = '100';

await runCommand(async () => {
  await ensureDependencies();
  const chromium = await ensureChromium();
  await ensureApplication();
  const count = await runE2eTests({
    chromium,
    args: ['--grep', '@soak', ...process.argv.slice(2)],
    env: { IKUSEI_KILLS: process.env['IKUSEI_KILLS'] ?? kills },
  });
  process.stdout.write(`${sentenceOf(count)}\n`);
  return count.failed === 0 ? 0 : 1;
});
