// @ts-check
import { join, resolve } from 'node:path';

/** The clone's folder; every path of the helpers is taken from here. */
export const root = resolve(import.meta.dirname, '../..');

/** A condition the person has to change; its message says how. */
export class SetupError extends Error {}

/**
 * @param {...string} parts below the clone
 * @returns {string}
 */
export function inProject(...parts) {
  return join(root, ...parts);
}

/** @param {string} line what the helper does now */
export function say(line) {
  process.stdout.write(`▸ ${line}\n`);
}

/**
 * Runs a command of the project: its number is the exit code, a `SetupError` is one
 * plain line, anything else keeps its stack.
 *
 * @param {() => Promise<number>} command
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`✖ ${error.message}\n`);
    process.exitCode = 1;
  }
}
