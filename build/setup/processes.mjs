// @ts-check
import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/** @typedef {{ code: number, signal: NodeJS.Signals | null }} Ended */
/** @typedef {{ env?: NodeJS.ProcessEnv, limitMilliseconds?: number }} Options */

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * On Windows Ctrl+C reaches every program of the console by itself, and Node's `kill`
 * would end the program there and then, with its store open.
 */
const hasSignals = process.platform !== 'win32';

/**
 * Runs a program in the clone with this terminal, and passes on the signals that would
 * end us, so that the program can close its store. Never through a shell: quoting
 * differs between systems, and Node refuses `.cmd` files without one.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<Ended>}
 */
export function runHere(program, args, options = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: environment(options),
    });
    const listeners = passedOn.map((signal) => {
      const pass = () => {
        if (hasSignals) child.kill(signal);
      };
      process.on(signal, pass);
      return () => process.off(signal, pass);
    });
    // npm starts us through a shell that does not pass a signal on: when it is gone,
    // nobody is left to end the program.
    const parent = process.ppid;
    const orphanWatch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(orphanWatch);
      child.kill('SIGTERM');
    }, 500);
    const limit = limitOf(child, options);
    child.once('error', (error) => {
      release();
      fail(error);
    });
    child.once('exit', (code, signal) => {
      release();
      settle({ code: code ?? 1, signal });
    });
    function release() {
      clearTimeout(limit);
      clearInterval(orphanWatch);
      for (const stop of listeners) stop();
    }
  });
}

/**
 * Runs a program in the clone and keeps what it writes. A program that cannot be started
 * ends with code 127, as in a shell.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<Ended & { output: string, error: string, limitReached: boolean }>}
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(options),
    });
    let output = '';
    let error = '';
    let limitReached = false;
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      error += text;
    });
    // A child must not outlive us: a stray build or download would write into the clone.
    const stop = () => void child.kill('SIGKILL');
    process.once('exit', stop);
    const limit = limitOf(child, options, () => {
      limitReached = true;
    });
    /** @param {Ended} ended */
    const finish = (ended) => {
      clearTimeout(limit);
      process.off('exit', stop);
      settle({ ...ended, output, error, limitReached });
    };
    child.once('error', (reason) => {
      error += reason.message;
      finish({ code: 127, signal: null });
    });
    child.once('close', (code, signal) => finish({ code: code ?? 1, signal }));
  });
}

/**
 * The exit code of a program that ended, or its signal sent to ourselves, so that whoever
 * started us sees the same end.
 *
 * @param {Ended} ended
 * @returns {number}
 */
export function endLike({ code, signal }) {
  if (signal !== null && process.platform !== 'win32') process.kill(process.pid, signal);
  return code;
}

/**
 * @param {Options} options its values win; one of `undefined` takes a variable away
 * @returns {NodeJS.ProcessEnv}
 */
function environment({ env }) {
  return Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined),
  );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Options} options
 * @param {() => void} [atLimit]
 */
function limitOf(child, { limitMilliseconds }, atLimit) {
  if (limitMilliseconds === undefined) return undefined;
  return setTimeout(() => {
    atLimit?.();
    child.kill('SIGKILL');
  }, limitMilliseconds);
}
