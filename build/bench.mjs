// @ts-check
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureApplication } from './setup/application.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inProject, runCommand, SetupError, say } from './setup/project.mjs';

const folder = inProject('test/bench');

// `npm run bench -- <id> …` runs only those.
await runCommand(async () => {
  await ensureDependencies();
  const chromium = await ensureChromium();
  await ensureApplication();
  const { measure, tableOf } = await import('../test/bench/benchmark.mjs');
  const figures = [];
  for (const benchmark of await benchmarks(process.argv.slice(2))) {
    say(benchmark.id);
    figures.push(await measure(benchmark, chromium));
  }
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(inProject('out/bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`\n${tableOf(figures)}\n`);
  return figures.every(({ ok }) => ok) ? 0 : 1;
});

/**
 * @param {string[]} ids none means all
 * @returns {Promise<import('../test/bench/benchmark.mjs').Benchmark[]>}
 */
async function benchmarks(ids) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.bench.mjs'));
  const modules = await Promise.all(
    files.sort().map((name) => import(pathToFileURL(`${folder}/${name}`).href)),
  );
  const all = modules.map(({ benchmark }) => benchmark);
  const chosen = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  if (chosen.length === 0) throw new SetupError(`There is no benchmark ${ids.join(' ')}.`);
  return chosen;
}
