import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { paperAssets } from './build/vite/paper-assets';
import { woff2Only } from './build/vite/woff2-only';

const root = import.meta.dirname;

/**
 * Main and preload carry everything they need except the native Typst compiler, which
 * stays a package of its own (outside the asar). The preload is one CommonJS file: a
 * sandboxed preload can load nothing else.
 */
export default defineConfig({
  main: {
    plugins: [paperAssets(root)],
    build: {
      outDir: resolve(root, 'out/app/main'),
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main/main.ts'),
          'typst-process': resolve(root, 'electron/main/pdf/typst-process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/app/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), tailwindcss(), woff2Only()],
    build: {
      outDir: resolve(root, 'out/app/renderer'),
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        // Chunks with schemas may run before `configure-zod.ts`, and zod asks when one is made.
        output: { banner: '(globalThis.__zod_globalConfig??={}).jitless=true;' },
      },
    },
  },
});
