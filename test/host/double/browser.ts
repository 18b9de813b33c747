import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { hostPath } from './app';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The installed browser; the start command passes the one it found. */
function browserExecutable(): string {
  const given = process.env['IKUSEI_CHROMIUM'];
  const found = given ?? CANDIDATES.find((path) => existsSync(path));
  if (found === undefined) throw new Error('no Chromium: set IKUSEI_CHROMIUM to its path');
  return found;
}

/**
 * Starts the browser on the profile that main chose. `sessionData` is Electron's name for
 * the folder that holds `IndexedDB/`; in Chromium that is a profile folder inside the
 * user data folder.
 */
export async function launchBrowser(headless: boolean): Promise<BrowserContext> {
  const sessionData = hostPath('sessionData');
  const isRoot = process.getuid?.() === 0;
  return chromium.launchPersistentContext(dirname(sessionData), {
    executablePath: browserExecutable(),
    headless,
    chromiumSandbox: !isRoot,
    viewport: headless ? { width: 1366, height: 820 } : null,
    acceptDownloads: false,
    args: [
      `--profile-directory=${basename(sessionData)}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--deny-permission-prompts',
      ...(headless ? [] : ['--app=data:text/html;charset=utf-8,<title>育成ノート</title>']),
      ...(process.env['IKUSEI_HOST_DEBUG_PORT'] === undefined
        ? []
        : [`--remote-debugging-port=${process.env['IKUSEI_HOST_DEBUG_PORT']}`]),
    ],
  });
}
