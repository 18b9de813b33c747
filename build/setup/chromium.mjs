// @ts-check
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isRoot } from './display.mjs';
import { runHere, runQuietly } from './processes.mjs';
import { SetupError, say } from './project.mjs';

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const debianPackages = ['chromium', 'chromium-sandbox'];
const aptLimit = 15 * 60_000;

/**
 * Finds Chromium, or installs Debian's where that is allowed.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  await installWithApt();
  const installed = findChromium();
  if (installed === null) throw new SetupError(whatToInstall('It is still not on the PATH.'));
  return installed;
}

/** @returns {string | null} the executable of an installed Chromium, Chrome or Edge */
export function findChromium() {
  const named = process.env['IKUSEI_CHROMIUM'];
  if (named) {
    if (isExecutable(named)) return named;
    throw new SetupError(`IKUSEI_CHROMIUM names ${named}, which is no program.`);
  }
  return [...candidatesOnPath(), ...usualPlaces()].find(isExecutable) ?? null;
}

function candidatesOnPath() {
  if (process.platform === 'win32') return [];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  }
  return [];
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installWithApt() {
  const prefix = await aptGet();
  if (prefix === null) throw new SetupError(whatToInstall());
  say(`Installing ${debianPackages.join(' and ')} with apt-get`);
  // Without the update a fresh container knows no packages; with one dead mirror the
  // install may still succeed.
  await apt(prefix, ['update']);
  const code = await apt(prefix, [
    'install',
    '--yes',
    '--no-install-recommends',
    ...debianPackages,
  ]);
  if (code !== 0) throw new SetupError(whatToInstall(`apt-get ended with ${code}.`));
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
    { env: { DEBIAN_FRONTEND: 'noninteractive' }, limitMilliseconds: aptLimit },
  );
  return code;
}

/** @param {string} [what] happened before */
function whatToInstall(what) {
  const install =
    process.platform === 'linux'
      ? `Install it (Debian: apt-get install ${debianPackages.join(' ')})`
      : 'Install Chrome or Edge';
  return [
    'Chromium is needed and was not found.',
    ...(what === undefined ? [] : [what]),
    `${install}, or set IKUSEI_CHROMIUM to its path.`,
  ].join(' ');
}
