import type { AppDriver } from './app-driver';

/** Answers every save dialog from now on with this path; null cancels. */
export async function answerSaveDialog(app: AppDriver, path: string | null): Promise<void> {
  await app.evaluateMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({
      canceled: filePath === null,
      filePath: filePath ?? '',
    });
  }, path);
}

/** Answers every dialog for a folder from now on with this one; null cancels. */
export async function answerFolderDialog(app: AppDriver, path: string | null): Promise<void> {
  await app.evaluateMain(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({
      canceled: folder === null,
      filePaths: folder === null ? [] : [folder],
    });
  }, path);
}
