// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runHere } from './processes.mjs';
import { inProject, SetupError, say } from './project.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[] }} LockedPackage
 */

/** Installs the packages of the lock file when the installed ones differ from it. */
export async function ensureDependencies() {
  const reason = whatIsMissing();
  if (reason === null) return;
  say(`Installing packages with npm ci (${reason})`);
  const npm = npmProgram();
  const { code } = await runHere(npm.program, [...npm.args, 'ci']).catch(() => ({ code: 127 }));
  if (code !== 0) {
    throw new SetupError(`npm ci failed (exit code ${code}). It needs the npm registry once.`);
  }
}

/**
 * Compares the lock file with the record npm leaves in node_modules at the very end of an
 * installation, so an interrupted one counts as none.
 *
 * @returns {string | null} the reason to install, or null
 */
function whatIsMissing() {
  const record = inProject('node_modules/.package-lock.json');
  if (!existsSync(record)) return 'none are installed';
  const wanted = packagesOf(inProject('package-lock.json'));
  const installed = packagesOf(record);
  for (const [path, { version }] of Object.entries(installed)) {
    if (wanted[path]?.version !== version) return `${path} is not as locked`;
  }
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === '' || installed[path] !== undefined) continue;
    if (!locked.optional || isForThisComputer(locked)) return `${path} is missing`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Native parts are optional packages that name their system. Those that also name a C
 * library are left to npm, which knows ours.
 *
 * @param {LockedPackage} locked
 */
function isForThisComputer({ os, cpu, libc }) {
  return (
    os?.includes(process.platform) === true &&
    cpu?.includes(process.arch) === true &&
    libc === undefined
  );
}

/** npm as a program and its first arguments: its script under this Node where it is found. */
function npmProgram() {
  const besideNode = dirname(process.execPath);
  const script = [
    process.env['npm_execpath'],
    join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (script !== undefined) return { program: process.execPath, args: [script] };
  if (process.platform !== 'win32') return { program: 'npm', args: [] };
  throw new SetupError('npm was not found beside Node. Start with "npm start" or "npm test".');
}
