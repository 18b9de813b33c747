import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/app-driver';
import { resizeWindow } from '../support/window-size';
import { visitEveryScreen } from './every-screen';
import { expect, test } from './fixtures';
import { cutOff } from './layout';

const sizes = [
  { width: 1366, height: 820, zoom: 1 },
  { width: 1280, height: 720, zoom: 1 },
] as const;

test('どの画面も、事務用のPCの大きさではみ出さず切れない', async ({ launch, userData, host }) => {
  const seen: string[] = [];
  const faults: string[] = [];
  await visitEveryScreen({
    launch,
    userData,
    async visit(screen, app) {
      seen.push(screen);
      for (const size of sizes) {
        const name = `${size.width}x${size.height}`;
        await resizeWindow(app, size);
        for (const fault of await cutOff(app.page)) faults.push(`${screen} ${name}: ${fault}`);
        const folder = join(projectRoot, 'out/screens', host, name);
        mkdirSync(folder, { recursive: true });
        const number = String(seen.length).padStart(2, '0');
        await app.page.screenshot({ path: join(folder, `${number}-${screen}.png`) });
      }
    },
  });
  expect(faults).toEqual([]);
  expect(seen.length).toBeGreaterThan(18);
});
