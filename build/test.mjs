// @ts-check
import { oneFailed, onePassed, sentenceOf, sumOf } from './checks/count.mjs';
import { runE2eTests } from './checks/e2e-tests.mjs';
import { typeCheck } from './checks/type-check.mjs';
import { runUnitTests } from './checks/unit-tests.mjs';
import { ensureApplication } from './setup/application.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensurePaperTools } from './setup/paper-tools.mjs';
import { runHere } from './setup/processes.mjs';
import { inProject, runCommand, say } from './setup/project.mjs';

/** @typedef {import('./checks/count.mjs').Count} Count */

/** @type {{ name: string, count: Count, seconds: number }[]} */
const steps = [];

await runCommand(async () => {
  await ensureDependencies();
  const chromium = await ensureChromium();
  await ensurePaperTools();
  await step('types', () => tool(typeCheck));
  await step('lint', () =>
    tool([
      inProject('node_modules/@biomejs/biome/bin/biome'),
      'ci',
      '--error-on-warnings',
      // Biome colours a log file too.
      ...(process.stdout.isTTY ? [] : ['--colors=off']),
      '.',
    ]),
  );
  await step('unit', runUnitTests);
  await step('build', async () => {
    await ensureApplication();
    return onePassed;
  });
  await step('e2e', async () => {
    // An older build would answer for sources it was not made from.
    if (steps.at(-1)?.count !== onePassed) throw new Error('not run, because the build failed');
    return await runE2eTests({ chromium });
  });
  const sum = sumOf(steps.map(({ count }) => count));
  process.stdout.write(`\n${steps.map(rowOf).join('\n')}\n\n${sentenceOf(sum)}\n`);
  return sum.failed === 0 ? 0 : 1;
});

/**
 * Runs a step; one that breaks off counts as one failed test, and the next still runs.
 *
 * @param {string} name
 * @param {() => Promise<Count>} run
 */
async function step(name, run) {
  say(name);
  const start = performance.now();
  const count = await run().catch((error) => {
    process.stderr.write(`✖ ${name}: ${error instanceof Error ? error.message : error}\n`);
    return oneFailed;
  });
  steps.push({ name, count, seconds: (performance.now() - start) / 1000 });
}

/**
 * @param {string[]} args for Node
 * @returns {Promise<Count>}
 */
async function tool(args) {
  const { code } = await runHere(process.execPath, args);
  return code === 0 ? onePassed : oneFailed;
}

/** @param {{ name: string, count: Count, seconds: number }} finished */
function rowOf({ name, count, seconds }) {
  return `${name.padEnd(6)} ${seconds.toFixed(1).padStart(6)} s  ${sentenceOf(count)}`;
}
