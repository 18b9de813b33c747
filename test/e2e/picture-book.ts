import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type HostName, projectRoot } from '../support/app-driver';

export type PictureBook = {
  /** Keeps a picture of the window under the screen's name and the look it has now. */
  take: (page: Page, screen: string, look: string) => Promise<void>;
  /** One page per look with all its pictures, to be looked at side by side. */
  bind: () => void;
};

/** The pictures of one run, under `out/screens/<host>/<look>/`. */
export function newPictureBook(host: HostName): PictureBook {
  const root = join(projectRoot, 'out/screens', host);
  rmSync(root, { recursive: true, force: true });
  const screens: string[] = [];
  const looks = new Map<string, string[]>();
  return {
    async take(page, screen, look) {
      if (!screens.includes(screen)) screens.push(screen);
      const number = String(screens.indexOf(screen) + 1).padStart(2, '0');
      const file = `${number}-${screen}.png`;
      mkdirSync(join(root, look), { recursive: true });
      await page.screenshot({ path: join(root, look, file) });
      looks.set(look, [...(looks.get(look) ?? []), file]);
    },
    bind() {
      for (const [look, files] of looks) {
        writeFileSync(join(root, `${look}.html`), contactSheet(look, files));
      }
    },
  };
}

function contactSheet(look: string, files: readonly string[]): string {
  const figures = files.map(
    (file) =>
      `<figure><a href="${look}/${file}"><img src="${look}/${file}" alt=""></a>` +
      `<figcaption>${file.replace(/\.png$/u, '')}</figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>${look}</title>
<style>
body { margin: 1rem; font: 0.875rem sans-serif; background: #808080; color: #fff }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr)); gap: 1rem }
figure { margin: 0 } img { width: 100% }
</style>
<main>${figures.join('\n')}</main></html>
`;
}
