// @ts-check

/**
 * One figure of the application beside its reference. A file `*.bench.mjs` in this folder
 * exports it as `benchmark`, and `npm run bench` finds it there.
 *
 * @typedef {object} Benchmark
 * @property {string} id stays the same for ever, so that figures can be compared
 * @property {string} unit of both sides, e.g. `ms`
 * @property {number} target the largest good ratio, ours ÷ reference
 * @property {number} [rounds] at least 5
 * @property {boolean} [once] for a size that is found at the end of the preparation, and
 *   is no time of which there must be a median
 * @property {(chromium: string) => Promise<Sides>} prepare is given Chromium's executable
 */

/**
 * @typedef {object} Sides
 * @property {() => Promise<number>} ours one measurement, in the benchmark's unit
 * @property {() => Promise<number>} reference
 * @property {() => Promise<void>} [close]
 */

/**
 * @typedef {object} Figure
 * @property {string} id
 * @property {number} ours median
 * @property {number} reference median
 * @property {string} unit
 * @property {number} ratio
 * @property {number} target
 * @property {boolean} ok
 */

const fewestRounds = 5;

/**
 * Measures both sides in turn, so that a busy moment of the computer meets both, after
 * one round that is thrown away.
 *
 * @param {Benchmark} benchmark
 * @param {string} chromium
 * @returns {Promise<Figure>}
 */
export async function measure(
  { id, unit, target, rounds = fewestRounds, once = false, prepare },
  chromium,
) {
  if (rounds < fewestRounds) throw new RangeError(`${id} needs at least ${fewestRounds} rounds`);
  const sides = await prepare(chromium);
  try {
    if (!once) {
      await sides.ours();
      await sides.reference();
    }
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const reference = [];
    for (let round = 0; round < (once ? 1 : rounds); round += 1) {
      ours.push(await sides.ours());
      reference.push(await sides.reference());
    }
    const ratio = median(ours) / median(reference);
    return {
      id,
      ours: median(ours),
      reference: median(reference),
      unit,
      ratio,
      target,
      ok: ratio <= target,
    };
  } finally {
    await sides.close?.();
  }
}

/**
 * @param {number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (
    ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
  );
}

/**
 * @param {Figure[]} figures
 * @returns {string} a table for the terminal
 */
export function tableOf(figures) {
  const rows = figures.map(({ id, ours, reference, unit, ratio, target, ok }) => [
    id,
    `${ours.toFixed(1)} ${unit}`,
    `${reference.toFixed(1)} ${unit}`,
    `${ratio.toFixed(2)}×`,
    `≤ ${target.toFixed(2)}×`,
    ok ? 'ok' : 'MISSED',
  ]);
  const table = [['id', 'ours', 'reference', 'ratio', 'target', ''], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
