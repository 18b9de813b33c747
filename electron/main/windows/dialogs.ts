import { type BrowserWindow, dialog } from 'electron';
import type { CertificateType } from '../../../shared/domain/training/certificate';

/** What is written, and how the dialog names it. */
export type SavedKind = 'pdf' | 'csv' | 'xlsx' | 'json' | 'ics' | CertificateType;

/** The path the person chose, or null when she cancels. Always starts in a given folder. */
export async function showSaveDialog(
  window: BrowserWindow,
  defaultPath: string,
  kind: SavedKind,
): Promise<string | null> {
  const name = kind.toUpperCase();
  const answer = await dialog.showSaveDialog(window, {
    title: `${name}の保存先`,
    defaultPath,
    filters: [{ name, extensions: [kind] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

/** The folder that the person chose for many files, or null when she cancels. */
export async function showFolderDialog(
  window: BrowserWindow,
  defaultPath: string,
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'PDFを保存するフォルダ',
    buttonLabel: 'このフォルダに保存',
    defaultPath,
    properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Asked only when the page could not save before closing. True: close all the same. */
export async function confirmUnsaved(window: BrowserWindow): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'まだ保存できていない入力があります',
    detail: '戻ると、画面に残っている文字をもう一度保存できます。閉じると、その文字は失われます。',
    buttons: ['戻る', '保存せずに閉じる'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
}

/** Asked when the page's process has ended. True: open the page again. */
export async function confirmReload(window: BrowserWindow): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'error',
    message: '画面が止まりました',
    detail:
      '保存済みの内容は残っています。開き直すと、続きから使えます。続くときは情報担当へ連絡してください。',
    buttons: ['画面を開き直す', '育成ノートを閉じる'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return answer.response === 0;
}
