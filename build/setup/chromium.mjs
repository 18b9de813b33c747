// @ts-check
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.mjs';
import { SetupError } from './project.mjs';

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

/**
 * Finds Chromium, or installs Debian's where that is allowed.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const reason = await installWithApt(debianPackages);
  if (reason !== null) throw new SetupError(whatToInstall(reason));
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

/** @param {string} what happened before */
function whatToInstall(what) {
  const install =
    process.platform === 'linux'
      ? `Install it (Debian: apt-get install ${debianPackages.join(' ')})`
      : 'Install Chrome or Edge';
  return [
    'Chromium is needed and was not found.',
    ...(what === '' ? [] : [what]),
    `${install}, or set IKUSEI_CHROMIUM to its path.`,
  ].join(' ');
}
