// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRoot } from './display.mjs';
import { runQuietly } from './processes.mjs';
import { inProject, say } from './project.mjs';

const attemptFile = '.cache/electron-attempt.json';
/** The runtime is 120 MB; an office's line may need minutes for it. */
const attemptLimit = 600_000;
const progressInterval = 15_000;

/**
 * Looks at the files only: requiring the package in plain Node would start a download.
 *
 * @returns {{ executable: string } | { missing: string }}
 */
export function electronRuntime() {
  const folder = inProject('node_modules/electron');
  try {
    const version = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/u, '');
    const name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const executable = join(folder, 'dist', name);
    if (version !== electronVersion()) return { missing: `its runtime is of version ${version}` };
    if (!existsSync(executable)) return { missing: 'its runtime is incomplete' };
    return { executable };
  } catch {
    return { missing: 'its runtime is not installed' };
  }
}

/**
 * Fetches the runtime once per version of Electron: an office PC without internet must
 * not wait at every start. `npm start -- --retry-electron` forgets the attempt.
 *
 * @returns {Promise<string | null>} why there is no runtime, or null when it is there
 */
export async function fetchElectronOnce() {
  const state = electronRuntime();
  if ('executable' in state) return null;
  const version = electronVersion();
  const earlier = readAttempt();
  if (earlier?.version === version) {
    return `${earlier.reason}; "npm start -- --retry-electron" tries again`;
  }
  say(
    `Fetching the runtime of Electron ${version} (120 MB, once, at most ${seconds(attemptLimit)})`,
  );
  rememberAttempt(version, 'fetching it was interrupted');
  let waited = 0;
  const progress = setInterval(() => {
    waited += progressInterval;
    say(`Still fetching the runtime of Electron (${seconds(waited)})`);
  }, progressInterval);
  const { code, error, limitReached } = await runQuietly(
    process.execPath,
    [inProject('node_modules/electron/install.js')],
    { limitMilliseconds: attemptLimit },
  );
  clearInterval(progress);
  if (code === 0 && 'executable' in electronRuntime()) {
    forgetElectronAttempt();
    return null;
  }
  const reason = limitReached
    ? `fetching it took more than ${seconds(attemptLimit)}`
    : `fetching it failed (${reasonOf(error)})`;
  rememberAttempt(version, reason);
  return reason;
}

export function forgetElectronAttempt() {
  rmSync(inProject(attemptFile), { force: true });
}

/**
 * Some systems let no ordinary user start Chromium's sandbox, and Electron would end at
 * once. We never give the sandbox up for an ordinary user.
 *
 * @param {string} executable
 * @returns {string | null} why Electron cannot start, or null
 */
export function whyElectronCannotStart(executable) {
  if (process.platform !== 'linux' || isRoot()) return null;
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
  if (helper?.uid === 0 && (helper.mode & 0o4755) === 0o4755) return null;
  const closed =
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    readSetting('/proc/sys/user/max_user_namespaces') === '0';
  return closed ? 'this system keeps its sandbox from ordinary users' : null;
}

function electronVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(
    readFileSync(inProject('node_modules/electron/package.json'), 'utf8'),
  );
  return version;
}

/** @returns {{ version: string, reason: string } | null} */
function readAttempt() {
  try {
    return JSON.parse(readFileSync(inProject(attemptFile), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {string} version
 * @param {string} reason
 */
function rememberAttempt(version, reason) {
  mkdirSync(inProject('.cache'), { recursive: true });
  writeFileSync(inProject(attemptFile), `${JSON.stringify({ version, reason }, null, 2)}\n`);
}

/** @param {string} path */
function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${milliseconds / 1000} s`;
}

/**
 * The first line that says something: Node may warn first, of itself.
 *
 * @param {string} text
 */
function reasonOf(text) {
  const line = text
    .split('\n')
    .map((each) => each.trim())
    .find((each) => each !== '' && !/^\((?:node:\d+\)|Use `node )/u.test(each));
  return line?.replace(/^\w*Error: /u, '') ?? 'no reason given';
}
