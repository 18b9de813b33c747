import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The TrueType files that the build puts beside the bundle (build/vite/paper-assets.ts). */
export const paperFonts = [
  'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
].map((path) => join(root, 'node_modules/@expo-google-fonts', path));

export type PaperFolders = { templates: string; fonts: string; dispose: () => void };

/** Templates and fonts as the Typst process finds them after a build. */
export function makePaperFolders(): PaperFolders {
  const fonts = mkdtempSync(join(tmpdir(), 'ikusei-fonts-'));
  for (const font of paperFonts) cpSync(font, join(fonts, basename(font)));
  return {
    templates: join(root, 'electron/main/pdf/templates'),
    fonts,
    dispose: () => rmSync(fonts, { recursive: true, force: true }),
  };
}
