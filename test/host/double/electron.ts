/**
 * What `electron` resolves to in the Chromium host. Only what the application uses is
 * here; a missing name fails when the bundle is linked, and a missing member throws.
 */
export { app, mainHasRun } from './app';
export { BrowserWindow } from './browser-window';
export { dialog } from './dialog';
export { ipcMain } from './ipc';
export { protocol, session } from './session';
export { Menu, nativeTheme, safeStorage, shell, utilityProcess } from './system';
