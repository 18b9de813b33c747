// @ts-check
import { sentenceOf } from './checks/count.mjs';
import { runE2eTests } from './checks/e2e-tests.mjs';
import { ensureApplication } from './setup/application.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runCommand } from './setup/project.mjs';

await runCommand(async () => {
  await ensureDependencies();
  const chromium = await ensureChromium();
  await ensureApplication();
  const count = await runE2eTests({ chromium, args: process.argv.slice(2) });
  process.stdout.write(`${sentenceOf(count)}\n`);
  return count.failed === 0 ? 0 : 1;
});
