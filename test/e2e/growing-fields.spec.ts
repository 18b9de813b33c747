import type { Locator } from 'playwright-core';
import { foundRealStore, makeOwnSheet, writableParts } from '../support/real-store';
import { expect, test } from './fixtures';

/** The rows of text that do not show in the box, in pixels. */
function hiddenHeight(field: Locator): Promise<number> {
  return field.evaluate((area) => area.scrollHeight - area.clientHeight);
}

function heightOf(field: Locator): Promise<number> {
  return field.evaluate((area) => area.getBoundingClientRect().height);
}

test('文章の欄は、書くにつれて広がり、消せば戻り、幅が変わっても文字が隠れない', async ({
  app,
}) => {
  await foundRealStore(app);
  const sheet = await makeOwnSheet(app);
  const field = sheet.textBox((await writableParts(sheet)).at(-1) ?? '');
  await field.focus();
  const empty = await heightOf(field);

  await app.page.keyboard.type('一行目\n二行目\n三行目\n四行目\n五行目\n六行目');
  await expect.poll(() => hiddenHeight(field)).toBeLessThanOrEqual(0);
  const full = await heightOf(field);
  expect(full).toBeGreaterThan(empty);

  await field.fill('とても長い一文。'.repeat(40));
  await expect.poll(() => hiddenHeight(field)).toBeLessThanOrEqual(0);
  const wide = await heightOf(field);
  await app.page.setViewportSize({ width: 700, height: 600 });
  await expect.poll(() => heightOf(field)).not.toBe(wide);
  await expect.poll(() => hiddenHeight(field)).toBeLessThanOrEqual(0);

  await field.fill('短い文');
  await expect.poll(() => heightOf(field)).toBe(empty);
  await field.blur();
  await expect.poll(() => heightOf(field)).toBe(empty);
  await sheet.untilSaved();
});
