import { cpSync, mkdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The TrueType files paper is set in: only the weights used are shipped. */
const FONTS = [
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
];

/**
 * Puts the Typst templates and the paper fonts beside the built main bundle.
 *
 * @param root the project folder
 */
export function paperAssets(root: string): Plugin {
  return {
    name: 'ikusei-paper-assets',
    writeBundle(options) {
      const out = options.dir;
      if (out === undefined) throw new Error('the main build has no output folder');
      cpSync(resolve(root, 'electron/main/pdf/templates'), resolve(out, 'templates'), {
        recursive: true,
      });
      mkdirSync(resolve(out, 'fonts'), { recursive: true });
      for (const font of FONTS) {
        cpSync(resolve(root, 'node_modules', font), resolve(out, 'fonts', basename(font)));
      }
    },
  };
}
