// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './processes.mjs';
import { inProject, root, SetupError, say } from './project.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'test/host',
  'test/main-job',
  'test/e2e',
  'test/bench',
  'test/support',
  'test/bench',
  'build/vite',
  'electron.vite.config.ts',
  'vite.host.config.ts',
  'package.json',
  'package-lock.json',
];
const results = ['out/app/main/main.js', 'out/app/renderer/index.html', 'out/host/host.mjs'];
const stampFile = 'out/build-stamp.txt';

/** Builds the application and its Chromium host when a source changed since the last build. */
export async function ensureApplication() {
  const stamp = stampOfSources();
  const built = results.every((file) => existsSync(inProject(file)));
  if (built && readStamp() === stamp) return;
  await buildApplication();
}

/** Builds both bundles in any case. */
export async function buildApplication() {
  const stamp = stampOfSources();
  const start = performance.now();
  rmSync(inProject(stampFile), { force: true });
  await bundle('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
  await bundle('node_modules/vite/bin/vite.js', [
    'build',
    '--config',
    'vite.host.config.ts',
    '--logLevel',
    'warn',
  ]);
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(inProject(stampFile), stamp);
  say(`Built the application in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/**
 * @param {string} script
 * @param {string[]} args
 */
async function bundle(script, args) {
  const { code, output, error } = await runQuietly(process.execPath, [inProject(script), ...args]);
  if (code === 0) return;
  process.stderr.write(output + error);
  throw new SetupError(`The build failed: ${script.split('/').at(-1)} ended with ${code}.`);
}

function readStamp() {
  return existsSync(inProject(stampFile)) ? readFileSync(inProject(stampFile), 'utf8') : null;
}

function stampOfSources() {
  const hash = createHash('sha256');
  for (const source of sources) addToStamp(hash, source);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path below the clone
 */
function addToStamp(hash, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addToStamp(hash, `${path}/${name}`);
  } else if (!/\.(?:test|spec)\.tsx?$/u.test(path)) {
    hash.update(`${path}\n${stats.mtimeMs}\n${stats.size}\n`);
  }
}
