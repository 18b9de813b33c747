import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './app-driver';

/**
 * A module of the project as one script, to be evaluated in the page; what it exports
 * is then `ikuseiTest`.
 *
 * @param entry path inside the project
 */
export async function bundleForPage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(projectRoot, entry), formats: ['iife'], name: 'ikuseiTest' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error(`${entry} was not bundled`);
  return `${output.output[0].code}\nglobalThis.ikuseiTest = ikuseiTest;`;
}
