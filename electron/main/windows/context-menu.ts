import {
  type BrowserWindow,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron';
import type { RequestEdit } from './application-menu';

type Place = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** What the right button offers in a text box, or on selected text; elsewhere nothing. */
export function contextMenu(
  { isEditable, selectionText, editFlags }: Place,
  request: RequestEdit,
): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: 'コピー',
    enabled: editFlags.canCopy,
  };
  const selectAll: MenuItemConstructorOptions = {
    role: 'selectAll',
    label: 'すべて選択',
    enabled: editFlags.canSelectAll,
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  if (isEditable) {
    return [
      // The browser knows of its own history only, not of the sheet's.
      { id: 'undo', label: '元に戻す', click: () => request('undo') },
      { id: 'redo', label: 'やり直す', click: () => request('redo') },
      separator,
      { role: 'cut', label: '切り取り', enabled: editFlags.canCut },
      copy,
      { role: 'paste', label: '貼り付け', enabled: editFlags.canPaste },
      separator,
      selectAll,
    ];
  }
  return selectionText === '' ? [] : [copy, separator, selectAll];
}

/** Electron shows nothing on a right click by itself. */
export function offerContextMenu(window: BrowserWindow, request: RequestEdit): void {
  window.webContents.on('context-menu', (_event, params) => {
    const items = contextMenu(params, request);
    if (items.length === 0) return;
    const { frame, menuSourceType: sourceType } = params;
    Menu.buildFromTemplate(items).popup({
      window,
      sourceType,
      ...(frame === null ? {} : { frame }),
    });
  });
}
