// @ts-check
import { isRoot } from './display.mjs';
import { runHere, runQuietly } from './processes.mjs';
import { say } from './project.mjs';

const limit = 15 * 60_000;

/**
 * Installs Debian packages where that is allowed.
 *
 * @param {string[]} packages
 * @returns {Promise<string | null>} why it did not work, empty when it may not be tried at
 *   all; null when it did
 */
export async function installWithApt(packages) {
  const prefix = await aptGet();
  if (prefix === null) return '';
  say(`Installing ${packages.join(' and ')} with apt-get`);
  // Without the update a fresh container knows no packages; with one dead mirror the
  // install may still succeed.
  await apt(prefix, ['update']);
  const code = await apt(prefix, ['install', '--yes', '--no-install-recommends', ...packages]);
  return code === 0 ? null : `apt-get ended with ${code}.`;
}

/** @returns {Promise<string[] | null>} how to call apt-get with the right to install */
async function aptGet() {
  if (process.platform !== 'linux') return null;
  if ((await runQuietly('apt-get', ['--version'])).code !== 0) return null;
  if (isRoot()) return ['apt-get'];
  const allowed = await runQuietly('sudo', ['-n', 'true'], { limitMilliseconds: 10_000 });
  return allowed.code === 0 ? ['sudo', '-n', 'apt-get'] : null;
}

/**
 * @param {string[]} prefix
 * @param {string[]} args
 */
async function apt([program = 'apt-get', ...first], args) {
  const { code } = await runHere(
    program,
    [...first, '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args],
    { env: { DEBIAN_FRONTEND: 'noninteractive' }, limitMilliseconds: limit },
  );
  return code;
}
