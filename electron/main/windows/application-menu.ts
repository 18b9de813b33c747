import type { MenuItemConstructorOptions } from 'electron';
import type { EditAction } from '../../../shared/ipc/contract';

/** Passes 元に戻す and やり直す on to the page: a sheet has a history of its own. */
export type RequestEdit = (action: EditAction) => void;

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** A key that the page or a text box takes itself never comes here. */
function editMenu(platform: string, request: RequestEdit): MenuItemConstructorOptions {
  return {
    label: '編集',
    submenu: [
      {
        id: 'undo',
        label: '元に戻す',
        accelerator: 'CommandOrControl+Z',
        click: () => request('undo'),
      },
      {
        id: 'redo',
        label: 'やり直す',
        accelerator: platform === 'win32' ? 'Control+Y' : 'Shift+CommandOrControl+Z',
        click: () => request('redo'),
      },
      separator,
      { role: 'cut', label: '切り取り' },
      { role: 'copy', label: 'コピー' },
      { role: 'paste', label: '貼り付け' },
      separator,
      { role: 'selectAll', label: 'すべて選択' },
    ],
  };
}

/** One accelerator an item: what a keyboard has besides needs items nobody sees. */
function unseen(
  role: 'zoomIn' | 'zoomOut' | 'resetZoom',
  accelerator: string,
): MenuItemConstructorOptions {
  return { role, accelerator: `CommandOrControl+${accelerator}`, visible: false };
}

const view: MenuItemConstructorOptions = {
  label: '表示',
  submenu: [
    { role: 'zoomIn', label: '拡大' },
    // The key of `+` without Shift: `;` on a Japanese keyboard.
    unseen('zoomIn', '='),
    unseen('zoomIn', 'numadd'),
    { role: 'zoomOut', label: '縮小' },
    unseen('zoomOut', 'numsub'),
    { role: 'resetZoom', label: '実際のサイズ' },
    unseen('resetZoom', 'num0'),
  ],
};

/**
 * Editing and zoom, by mouse and by key. Nothing of Electron's default menu that would
 * leave the page's own ways: no reload, no developer tools. macOS also needs its
 * application and window menus, for quit and minimise.
 */
export function applicationMenu(
  platform: string,
  request: RequestEdit,
): MenuItemConstructorOptions[] {
  const edit = editMenu(platform, request);
  if (platform !== 'darwin') return [edit, view];
  return [{ role: 'appMenu' }, edit, view, { role: 'windowMenu', label: 'ウインドウ' }];
}
