// @ts-check

/**
 * What a step of `npm test` found. A step that ran nothing, or ended badly without naming
 * a failed test, counts as one failure.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/** @type {Count} */
export const onePassed = { passed: 1, failed: 0, skipped: 0 };

/** @type {Count} */
export const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Count} count as the step's own report has it
 * @param {number} exitCode of the step
 * @returns {Count}
 */
export function honestCount(count, exitCode) {
  const ranNothing = count.passed + count.failed === 0;
  const failedSilently = exitCode !== 0 && count.failed === 0;
  return ranNothing || failedSilently ? { ...count, failed: count.failed + 1 } : count;
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function sumOf(counts) {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * @param {Count} count
 * @returns {string} e.g. `12 passed, 0 failed, 3 skipped`
 */
export function sentenceOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
