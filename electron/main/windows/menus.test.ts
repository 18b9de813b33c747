import { EventEmitter } from 'node:events';
import type { BrowserWindow, EditFlags, MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EditAction } from '../../../shared/ipc/contract';
import { applicationMenu } from './application-menu';
import { contextMenu, offerContextMenu } from './context-menu';

const shown = vi.hoisted(() => [] as { items: unknown; options: unknown }[]);

vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (items: unknown) => ({
      popup: (options: unknown) => shown.push({ items, options }),
    }),
  },
}));

beforeEach(() => {
  shown.length = 0;
});

/** Every item, those of submenus too. */
function allOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? allOf(item.submenu) : []),
  ]);
}

function rolesOf(items: readonly MenuItemConstructorOptions[]): string[] {
  return allOf(items).flatMap(({ role }) => (role === undefined ? [] : [role]));
}

const everything: EditFlags = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};
const nothing: EditFlags = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: false,
  canDelete: false,
  canSelectAll: false,
  canEditRichly: false,
};

describe("the application's menu", () => {
  const editing = ['cut', 'copy', 'paste', 'selectAll'];
  const zoom = ['zoomIn', 'zoomOut', 'resetZoom'];

  it('has editing and zoom, and nothing that reloads or opens developer tools', () => {
    for (const platform of ['win32', 'linux']) {
      const roles = new Set(rolesOf(applicationMenu(platform, () => {})));
      expect([...roles].sort()).toEqual([...editing, ...zoom].sort());
    }
    const mac = new Set(rolesOf(applicationMenu('darwin', () => {})));
    expect([...mac].sort()).toEqual([...editing, ...zoom, 'appMenu', 'windowMenu'].sort());
  });

  it('speaks Japanese wherever it is seen', () => {
    for (const { type, visible, label, role } of allOf(applicationMenu('win32', () => {}))) {
      if (type === 'separator' || visible === false) continue;
      expect([role, label]).toEqual([
        role,
        expect.stringMatching(/\p{Script=Katakana}|\p{Script=Han}/u),
      ]);
    }
  });

  it('leaves undo and redo to the page, by the keys of each system', () => {
    const wanted: EditAction[] = [];
    const keysOf = (platform: string) =>
      allOf(applicationMenu(platform, (action) => wanted.push(action)))
        .filter(({ id }) => id === 'undo' || id === 'redo')
        .map(({ accelerator, click }) => {
          (click as () => void)();
          return accelerator;
        });
    expect(keysOf('win32')).toEqual(['CommandOrControl+Z', 'Control+Y']);
    expect(keysOf('darwin')).toEqual(['CommandOrControl+Z', 'Shift+CommandOrControl+Z']);
    expect(wanted).toEqual(['undo', 'redo', 'undo', 'redo']);
  });

  it('zooms by the plus key without Shift and by the number pad', () => {
    const keys = allOf(applicationMenu('win32', () => {})).flatMap(({ role, accelerator }) =>
      role !== undefined && typeof accelerator === 'string' ? [`${role} ${accelerator}`] : [],
    );
    expect(keys).toEqual([
      'zoomIn CommandOrControl+=',
      'zoomIn CommandOrControl+numadd',
      'zoomOut CommandOrControl+numsub',
      'resetZoom CommandOrControl+num0',
    ]);
  });
});

describe('the right button', () => {
  it('offers editing in a text box, as far as it can be done there', () => {
    const place = { isEditable: true, selectionText: '', editFlags: everything };
    const items = contextMenu(place, () => {});
    expect(items.map(({ label }) => label).filter((label) => label !== undefined)).toEqual([
      '元に戻す',
      'やり直す',
      '切り取り',
      'コピー',
      '貼り付け',
      'すべて選択',
    ]);
    expect(rolesOf(items)).toEqual(['cut', 'copy', 'paste', 'selectAll']);
    const dead = contextMenu({ ...place, editFlags: nothing }, () => {});
    const enabled = dead.filter(({ role }) => role !== undefined).map((item) => item.enabled);
    expect(enabled).toEqual([false, false, false, false]);
  });

  it('leaves undo and redo to the page', () => {
    const wanted: EditAction[] = [];
    const place = { isEditable: true, selectionText: '', editFlags: nothing };
    for (const { click } of contextMenu(place, (action) => wanted.push(action))) {
      (click as undefined | (() => void))?.();
    }
    expect(wanted).toEqual(['undo', 'redo']);
  });

  it('offers copying on selected text', () => {
    const place = { isEditable: false, selectionText: '実績', editFlags: everything };
    const items = contextMenu(place, () => {});
    expect(rolesOf(items)).toEqual(['copy', 'selectAll']);
  });

  it('opens the menu where it was pressed, and none where there is nothing to do', () => {
    const webContents = new EventEmitter();
    const window = { webContents } as unknown as BrowserWindow;
    offerContextMenu(window, () => {});
    const frame = { name: 'main' };
    const place = { selectionText: '', editFlags: everything, frame, menuSourceType: 'mouse' };
    webContents.emit('context-menu', {}, { ...place, isEditable: false });
    expect(shown).toEqual([]);
    webContents.emit('context-menu', {}, { ...place, isEditable: true });
    webContents.emit('context-menu', {}, { ...place, isEditable: true, frame: null });
    expect(shown.map(({ options }) => options)).toEqual([
      { window, frame, sourceType: 'mouse' },
      { window, sourceType: 'mouse' },
    ]);
  });
});
