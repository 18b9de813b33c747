import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The Chromium host and what is started with it: plain Node modules under out/host. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: resolve(root, 'out/host'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        host: resolve(root, 'test/host/host.ts'),
        electron: resolve(root, 'test/host/double/electron.ts'),
        'parent-port': resolve(root, 'test/host/parent-port.ts'),
        'main-job': resolve(root, 'test/main-job/main-job.ts'),
        bench: resolve(root, 'test/bench/start-times.ts'),
        'bench-typing': resolve(root, 'test/bench/typing-times.ts'),
        'bench-preview': resolve(root, 'test/bench/preview-times.ts'),
        'bench-switch': resolve(root, 'test/bench/switch-times.ts'),
        'bench-roster': resolve(root, 'test/bench/roster-times.ts'),
        'bench-search': resolve(root, 'test/bench/search-times.ts'),
        'bench-person-record': resolve(root, 'test/bench/person-record-times.ts'),
        papers: resolve(root, 'test/bench/papers.ts'),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' },
    },
  },
});
