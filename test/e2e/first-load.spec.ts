import { join } from 'node:path';
import { FIRST_LOAD_LIMIT, firstLoadFiles, firstLoadKilobytes } from '../bench/first-load.mjs';
import { projectRoot } from '../support/app-driver';
import { expect, test } from './fixtures';

test('最初の画面が読むスクリプトは、圧縮して300kBまでに収まる', () => {
  const page = join(projectRoot, 'out/app/renderer');
  expect(firstLoadFiles(page).length).toBeGreaterThan(0);
  expect(firstLoadKilobytes(page)).toBeLessThanOrEqual(FIRST_LOAD_LIMIT);
});
