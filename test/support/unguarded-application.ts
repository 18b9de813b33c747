import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './app-driver';

/** The two questions of renderer/ui/composition.ts, as the build writes them. */
const questions = [
  /\b(\w+)\.isComposing\s*\|\|\s*\1\.keyCode\s*===\s*229/gu,
  /[`'"]isComposing[`'"]\s*in (\w+)\s*&&\s*\1\.isComposing\s*===\s*!0/gu,
];

/**
 * The built application with a guard that always says "no conversion", for tests that must
 * find fault with it. Nothing else of it is changed.
 *
 * @returns its main bundle, to launch instead of the application's
 */
export function unguardedApplication(): string {
  // Beside the original: main finds its packages from where it lies.
  const copy = join(projectRoot, 'out/app-unguarded');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(projectRoot, 'out/app'), copy, { recursive: true });
  const assets = join(copy, 'renderer/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const replaced = questions.map(() => 0);
  for (const script of scripts) {
    const path = join(assets, script);
    const text = readFileSync(path, 'utf8');
    let changed = text;
    for (const [index, question] of questions.entries()) {
      changed = changed.replace(question, () => {
        replaced[index] = (replaced[index] ?? 0) + 1;
        return '!1';
      });
    }
    if (changed !== text) writeFileSync(path, changed);
  }
  if (replaced.some((count) => count !== 1)) {
    throw new Error(`the guard was found ${replaced.join(' and ')} times instead of once each`);
  }
  return join(copy, 'main/main.js');
}
