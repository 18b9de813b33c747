// @ts-check

/** Whether a window can be opened. Windows and macOS sessions always have a desktop. */
export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Chromium refuses its sandbox to root, and only to root do we give it up. */
export function isRoot() {
  return process.getuid?.() === 0;
}
