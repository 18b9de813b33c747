import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { hostPath } from './app';
import { HOST_ORIGIN } from './origin';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The installed browser; the start command passes the one it found. */
function browserExecutable(): string {
  const given = process.env['IKUSEI_CHROMIUM'];
  const found = given ?? CANDIDATES.find((path) => existsSync(path));
  if (found === undefined) throw new Error('no Chromium: set IKUSEI_CHROMIUM to its path');
  return found;
}

/** What Electron has no part of: translation, spelling, passwords, forms filled in. */
const QUIET_PREFERENCES = {
  translate: { enabled: false },
  browser: { enable_spellchecking: false },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  intl: { accept_languages: 'ja' },
};

/**
 * What this browser has beyond Electron's: it asks, prefetches or draws parts of a window
 * that nobody sees here. Chromium heeds the last such list alone, so those that
 * Playwright turns off by itself are in it too.
 */
const ABSENT_FEATURES = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

function prepareProfile(folder: string): void {
  const file = join(folder, 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(QUIET_PREFERENCES));
}

/**
 * Starts the browser on the profile that main chose. `sessionData` is Electron's name for
 * the folder that holds `IndexedDB/`; in Chromium that is a profile folder inside the
 * user data folder.
 */
export async function launchBrowser(headless: boolean): Promise<BrowserContext> {
  const sessionData = hostPath('sessionData');
  const isRoot = process.getuid?.() === 0;
  prepareProfile(sessionData);
  return chromium.launchPersistentContext(dirname(sessionData), {
    executablePath: browserExecutable(),
    headless,
    chromiumSandbox: !isRoot,
    viewport: headless ? { width: 1366, height: 820 } : null,
    acceptDownloads: false,
    locale: 'ja-JP',
    // A window of its own: no tabs, no address, no notice of automation.
    ...(headless ? {} : { ignoreDefaultArgs: ['about:blank', '--enable-automation'] }),
    args: [
      `--profile-directory=${basename(sessionData)}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--deny-permission-prompts',
      `--disable-features=${ABSENT_FEATURES.join(',')}`,
      '--lang=ja',
      ...(headless ? [] : ['--test-type', '--window-size=1366,860', `--app=${HOST_ORIGIN}/`]),
      ...(process.env['IKUSEI_HOST_DEBUG_PORT'] === undefined
        ? []
        : [`--remote-debugging-port=${process.env['IKUSEI_HOST_DEBUG_PORT']}`]),
    ],
  });
}
