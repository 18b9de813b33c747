import { expect, it, vi } from 'vitest';
import { fileSystem } from './store-files';

const disk = vi.hoisted(() => ({ codes: [] as string[], renames: 0 }));

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  async rename() {
    disk.renames += 1;
    const code = disk.codes.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  },
}));

it("the store's own renames wait for a virus scanner", async () => {
  disk.codes = ['EPERM', 'EBUSY'];
  await fileSystem.rename('a', 'b');
  expect(disk.renames).toBe(3);
});
