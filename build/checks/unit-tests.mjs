// @ts-check
import { readFileSync, rmSync } from 'node:fs';
import { runHere } from '../setup/processes.mjs';
import { inProject } from '../setup/project.mjs';
import { honestCount } from './count.mjs';

const report = 'out/test-results/unit.json';

/**
 * Runs vitest over the clone.
 *
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function runUnitTests() {
  rmSync(inProject(report), { force: true });
  const { code } = await runHere(process.execPath, [
    inProject('node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return honestCount(readCount(), code);
}

function readCount() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(inProject(report), 'utf8'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
