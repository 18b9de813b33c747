// @ts-check
import { readFileSync, rmSync } from 'node:fs';
import { hasDisplay } from '../setup/display.mjs';
import { electronRuntime, whyElectronCannotStart } from '../setup/electron-runtime.mjs';
import { runHere, runQuietly } from '../setup/processes.mjs';
import { inProject, say } from '../setup/project.mjs';
import { honestCount } from './count.mjs';

const report = 'out/test-results/e2e.json';
const playwright = inProject('node_modules/@playwright/test/cli.js');

/**
 * Runs the end-to-end tests on every host this computer has. Those Electron would have
 * run are counted as skipped where it cannot.
 *
 * @param {{ chromium: string, args?: string[], env?: NodeJS.ProcessEnv }} options
 *   `args` go to Playwright
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function runE2eTests({ chromium, args = [], env = {} }) {
  const electron = electronForTests();
  const hosts = { ...env, IKUSEI_CHROMIUM: chromium, ...electron.env };
  const skipped = electron.why === null ? 0 : await countOfElectron(args, hosts);
  if (electron.why !== null) {
    say(`SKIPPED on Electron: ${skipped} tests (${electron.why}). They run in the Chromium host.`);
  }
  rmSync(inProject(report), { force: true });
  const { code } = await runHere(process.execPath, [playwright, 'test', '--forbid-only', ...args], {
    env: hosts,
  });
  const count = readCount(readReport());
  return honestCount({ ...count, skipped: count.skipped + skipped }, code);
}

/** @returns {{ why: string | null, env: NodeJS.ProcessEnv }} */
function electronForTests() {
  const runtime = electronRuntime();
  if (!('executable' in runtime)) return { why: runtime.missing, env: {} };
  const why = hasDisplay()
    ? whyElectronCannotStart(runtime.executable)
    : 'there is no display for its windows';
  return { why, env: why === null ? { IKUSEI_ELECTRON: runtime.executable } : {} };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function countOfElectron(args, env) {
  const { output } = await runQuietly(
    process.execPath,
    [playwright, 'test', ...args, '--list', '--project=electron', '--reporter=json'],
    { env: { ...env, IKUSEI_ELECTRON: 'to be listed only' } },
  );
  try {
    return testsIn(JSON.parse(output).suites);
  } catch {
    return 0;
  }
}

/** @typedef {{ specs?: { tests: unknown[] }[], suites?: Suite[] }} Suite */

/**
 * @param {Suite[]} suites
 * @returns {number}
 */
function testsIn(suites) {
  return suites.reduce(
    (sum, { specs = [], suites: inner = [] }) =>
      sum + specs.reduce((count, { tests }) => count + tests.length, 0) + testsIn(inner),
    0,
  );
}

/** @returns {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> } | null} */
function readReport() {
  try {
    return JSON.parse(readFileSync(inProject(report), 'utf8'));
  } catch {
    return null;
  }
}

/** @param {ReturnType<typeof readReport>} found */
function readCount(found) {
  if (found === null) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = found.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
