// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the first screen may cost, in kilobytes of gzipped JavaScript. */
export const FIRST_LOAD_LIMIT = 300;

/**
 * The scripts that a page loads before it can show anything: those that its HTML names,
 * and all that they import statically.
 *
 * @param {string} folder of the built page
 * @returns {string[]} paths inside the folder
 */
export function firstLoadFiles(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/gu)];
  const waiting = named.map(([, path = '']) => normalize(path.replace(/^\//u, '')));
  /** @type {Set<string>} */
  const files = new Set();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const script = readFileSync(join(folder, path), 'utf8');
    const imports = script.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/gu);
    for (const [, imported = ''] of imports) waiting.push(join(dirname(path), imported));
  }
  return [...files];
}

/**
 * @param {string} folder of the built page
 * @returns {number} kilobytes (1,000 bytes), gzipped file by file
 */
export function firstLoadKilobytes(folder) {
  const bytes = firstLoadFiles(folder).map(
    (path) => gzipSync(readFileSync(join(folder, path))).length,
  );
  return bytes.reduce((sum, length) => sum + length, 0) / 1000;
}
