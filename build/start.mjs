// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApplication } from './setup/application.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { hasDisplay, isRoot } from './setup/display.mjs';
import {
  electronRuntime,
  fetchElectronOnce,
  forgetElectronAttempt,
  whyElectronCannotStart,
} from './setup/electron-runtime.mjs';
import { endLike, runHere } from './setup/processes.mjs';
import { inProject, root, runCommand, say } from './setup/project.mjs';
import { ensureUserDataFolder } from './setup/user-data.mjs';

/** What the system's loader answers when one of its libraries is missing. */
const libraryMissing = 127;

const ownOptions = ['--headless', '--retry-electron'];
const given = process.argv.slice(2);
const passedOn = given.filter((option) => !ownOptions.includes(option));

await runCommand(async () => {
  await ensureDependencies();
  if (given.includes('--retry-electron')) forgetElectronAttempt();
  if (given.includes('--headless')) return await doMainJob('as asked');
  if (!hasDisplay()) return await doMainJob('there is no display');
  const [notFetched] = await Promise.all([fetchElectronOnce(), ensureApplication()]);
  return await open(notFetched);
});

/**
 * Opens the window, in Electron where that can be.
 *
 * @param {string | null} notFetched why the runtime is not there
 */
async function open(notFetched) {
  const runtime = electronRuntime();
  if (!('executable' in runtime)) return await openInChromium(notFetched ?? runtime.missing);
  const cannotStart = whyElectronCannotStart(runtime.executable);
  if (cannotStart !== null) return await openInChromium(cannotStart);
  say('Opening 育成ノート in Electron');
  const ended = await runHere(
    runtime.executable,
    [...(isRoot() ? ['--no-sandbox'] : []), root, ...passedOn],
    // Set by some editors' terminals, it would turn Electron into a plain Node.
    { env: { ELECTRON_RUN_AS_NODE: undefined } },
  );
  if (ended.code !== libraryMissing) return endLike(ended);
  return await openInChromium('a system library it needs is missing');
}

/** @param {string} why it is not Electron */
async function openInChromium(why) {
  const chromium = await ensureChromium();
  const folder = ensureUserDataFolder();
  say(`Opening 育成ノート in ${chromium}, not in Electron: ${why}`);
  say(`Its data is in ${folder}`);
  return endLike(
    await runHere(process.execPath, [inProject('out/host/host.mjs'), ...passedOn], {
      env: { IKUSEI_CHROMIUM: chromium, IKUSEI_USER_DATA: folder },
    }),
  );
}

/**
 * Fills in a sheet of the 見本 office through the real page, and prints where its PDF is.
 *
 * @param {string} why there is no window
 */
async function doMainJob(why) {
  await ensureApplication();
  const chromium = await ensureChromium();
  say(`Doing the main job without a window (${why}) in ${chromium}`);
  const profile = mkdtempSync(join(tmpdir(), 'ikusei-note-'));
  const ended = await runHere(
    process.execPath,
    [inProject('out/host/main-job.mjs'), '--headless', ...passedOn],
    { env: { IKUSEI_CHROMIUM: chromium, IKUSEI_USER_DATA: profile } },
  );
  rmSync(profile, { recursive: true, force: true });
  return endLike(ended);
}
