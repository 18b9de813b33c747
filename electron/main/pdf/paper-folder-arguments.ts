import { posix, win32 } from 'node:path';

const ARCHIVE = /[\\/]app\.asar(?=[\\/]|$)/u;

/**
 * What tells the paper process where templates and fonts are. Typst opens files with the
 * system's own calls, which know nothing of Electron's archive: packaged, both folders
 * lie unpacked beside it.
 *
 * @param folder of the built main bundle
 */
export function paperFolderArguments(folder: string): string[] {
  if (!ARCHIVE.test(folder)) return [];
  const unpacked = folder.replace(ARCHIVE, (archive) => `${archive}.unpacked`);
  const { join } = folder.includes('\\') ? win32 : posix;
  return [`--templates=${join(unpacked, 'templates')}`, `--fonts=${join(unpacked, 'fonts')}`];
}
