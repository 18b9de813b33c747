import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'out/**', 'node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
