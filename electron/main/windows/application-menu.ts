import { Menu } from 'electron';

/**
 * Windows and Linux need no menu for what the page offers, and Electron's default one
 * has reload and developer tools. macOS needs one for copy, paste and quit.
 */
export function applicationMenu(platform: string): Menu | null {
  if (platform !== 'darwin') return null;
  return Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
}
