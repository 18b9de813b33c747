import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, safeStorage, session, shell } from 'electron';
import { APP_SCHEME } from './app-origin';
import { createAppProtocolHandler } from './app-protocol';
import { writeFileAtomically } from './files/atomic-write';
import { createBulkHandlers } from './ipc/handlers/bulk';
import { createDocumentHandlers } from './ipc/handlers/documents';
import { createEditHandlers } from './ipc/handlers/edit';
import { createExportHandlers } from './ipc/handlers/exports';
import { createKeyHandlers } from './ipc/handlers/keys';
import { createSentinelHandlers } from './ipc/handlers/sentinel';
import { createStartHandlers } from './ipc/handlers/start';
import { createNotifiers, registerIpc } from './ipc/register-ipc';
import { createKeyStore } from './keys/key-store';
import { untilAccountKeyIsKept } from './keys/local-state';
import { reportFault } from './log';
import { forkTypstProcess } from './pdf/fork-typst-process';
import { createPdfService } from './pdf/pdf-service';
import { createColdCopies } from './profile/cold-copies';
import { findDriveKind } from './profile/drive-kind';
import { prepareProfile } from './profile/prepare-profile';
import { checkPlace, recordProfile } from './profile/profile-guard';
import { profilePaths, userDataFolder } from './profile/profile-paths';
import { createCopyRestorer } from './profile/restore-copy';
import { createSentinelFile } from './profile/sentinel-file';
import { lockDownAllContents, lockDownSession, sandboxEverything } from './security/lock-down';
import { createSettingsStore } from './settings-store';
import { applicationMenu, type RequestEdit } from './windows/application-menu';
import { offerContextMenu } from './windows/context-menu';
import { confirmReload, confirmUnsaved, showFolderDialog, showSaveDialog } from './windows/dialogs';
import { mainWindowOptions, openMainWindow } from './windows/main-window';
import { printPage } from './windows/print-page';
import { startFailure } from './windows/start-failure';

const RENDERER = join(import.meta.dirname, '../renderer');
const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs');
const PDF_TIMEOUT_MILLISECONDS = 30_000;
/** Each holds its own fonts, about 200 MB while it works. */
const MOST_PDF_PROCESSES = 4;
const WARM_UP_MILLISECONDS = 3_000;

const writeFile = writeFileAtomically;
const now = () => new Date();

const platform = process.platform;

// Electron is ready only after this module has run to its end, and everything before
// that must be awaited here: what must not meet a running browser comes first, and
// `whenReady` itself is never awaited at this level (it would wait for itself).
try {
  const userData = claimPlace();
  // One application per profile: a second start shows the first one and ends.
  if (app.requestSingleInstanceLock()) {
    const profile = await prepare(userData);
    app
      .whenReady()
      .then(() => open(profile))
      .catch(fail);
  } else {
    app.quit();
  }
} catch (error) {
  fail(error);
}

/** Where things are, what is sandboxed, what `app:` may do. */
function claimPlace(): string {
  const userData = userDataFolder({
    platform,
    env: process.env,
    home: homedir(),
    isPackaged: app.isPackaged,
  });
  checkPlace(userData, platform, 'unknown');
  // Electron refuses a path that is not there.
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
  sandboxEverything(app);
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  return userData;
}

type Profile = Awaited<ReturnType<typeof prepare>>;

/** Guards, a restore, the cold copy: all that comes before the browser exists. */
async function prepare(userData: string) {
  const appVersion = app.getVersion();
  const electronMajor = Number.parseInt(process.versions.electron ?? '0', 10);
  const paths = profilePaths(userData);
  const sentinel = createSentinelFile({ path: paths.sentinel, writeFile });
  const coldCopies = createColdCopies({ paths, writeFile, now, electronMajor, appVersion });
  const restorer = createCopyRestorer({ paths, writeFile, now });

  const prepared = await prepareProfile({
    paths,
    platform,
    driveKind: await findDriveKind(userData, platform),
    electronMajor,
    coldCopies,
    restorer,
    sentinel,
  });
  for (const warning of prepared.warnings) reportFault(warning);
  if (prepared.refusal === null) {
    await recordProfile({ paths, electronMajor, appVersion, writeFile, now }).catch(reportFault);
  }
  mkdirSync(prepared.sessionData, { recursive: true, mode: 0o700 });
  app.setPath('sessionData', prepared.sessionData);
  return { paths, prepared, sentinel, coldCopies, restorer, appVersion };
}

/** The window, and everything it may ask for. */
function open({ paths, prepared, sentinel, coldCopies, restorer, appVersion }: Profile): void {
  lockDownSession(session.defaultSession);
  lockDownAllContents(app);
  const requestEdit: RequestEdit = (action) => notifiers.edit.requested(action);
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(platform, requestEdit)));
  protocol.handle(APP_SCHEME, createAppProtocolHandler(RENDERER));

  const keys = createKeyStore({
    paths,
    platform,
    safeStorage,
    writeFile,
    now,
    readSentinel: () => sentinel.read(),
    untilSealsLast: () => untilAccountKeyIsKept(platform, prepared.sessionData),
  });
  const pdf = createPdfService({
    fork: forkTypstProcess,
    timeoutMilliseconds: PDF_TIMEOUT_MILLISECONDS,
    processes: Math.min(availableParallelism(), MOST_PDF_PROCESSES),
  });
  const settings = createSettingsStore(join(paths.userData, 'settings.json'));
  const { window, markFlushed } = openMainWindow(mainWindowOptions(PRELOAD, !app.isPackaged), {
    requestFlush: () => notifiers.window.flushRequested(null),
    confirmUnsaved: () => confirmUnsaved(window),
    confirmReload: () => confirmReload(window),
    report: fail,
  });
  const notifiers = createNotifiers(window.webContents);
  offerContextMenu(window, requestEdit);

  registerIpc(
    ipcMain,
    {
      start: createStartHandlers({
        versions: {
          app: appVersion,
          electron: process.versions.electron ?? '',
          chromium: process.versions['chrome'] ?? '',
        },
        prepared,
        coldCopies,
        restorer,
        sentinel,
        keys,
        warn: reportFault,
        relaunch() {
          app.relaunch();
          app.exit(0);
        },
      }),
      keys: createKeyHandlers(keys),
      sentinel: createSentinelHandlers(sentinel),
      documents: createDocumentHandlers({
        dialog: { showSave: ({ path, kind }) => showSaveDialog(window, path, kind) },
        pdf,
        settings,
        shell,
        printPage: (options) => printPage(window.webContents, options),
        documentsFolder: () => app.getPath('documents'),
        newHandle: () => randomUUID(),
      }),
      bulk: createBulkHandlers({
        showFolder: (startsAt) => showFolderDialog(window, startsAt),
        pdf,
        settings,
        writeFile,
        openPath: (path) => shell.openPath(path),
        documentsFolder: () => app.getPath('documents'),
        newGrant: () => randomUUID(),
        appVersion,
      }),
      edit: createEditHandlers(window.webContents),
      exports: createExportHandlers({ folder: paths.exports, writeFile, now }),
      window: {
        async flushed() {
          await sentinel.flush();
          markFlushed();
          return undefined;
        },
      },
    },
    reportFault,
  );

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => {
    pdf.dispose();
    app.quit();
  });
  // Not before the list is there: setting up the fonts would take the page's time.
  setTimeout(() => pdf.warmUp(), WARM_UP_MILLISECONDS).unref();
}

/** A start that fails must be seen, and must not stay alive with the lock. */
function fail(error: unknown): void {
  reportFault(error);
  const { title, content } = startFailure(error);
  dialog.showErrorBox(title, content);
  app.exit(1);
}
