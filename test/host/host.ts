import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Starts the built application in an installed Chromium: the same main bundle under Node
 * with `electron` resolved to the double, the same preload, the same page.
 *
 * `--headless` shows no window; `--main=` starts another main bundle. With an IPC channel to its parent it also evaluates
 * functions in main, as Playwright's `electronApp.evaluate` does for Electron.
 */
const doubleUrl = new URL('./electron.mjs', import.meta.url).href;
const otherMain = process.argv.find((argument) => argument.startsWith('--main='));
const mainUrl =
  otherMain === undefined
    ? new URL('../app/main/main.js', import.meta.url).href
    : pathToFileURL(otherMain.slice('--main='.length)).href;

const hook = `export async function resolve(specifier, context, next) {
  return specifier === 'electron'
    ? { url: ${JSON.stringify(doubleUrl)}, shortCircuit: true }
    : next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const electronPackage: unknown = JSON.parse(
  readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8'),
);
const electronVersion =
  typeof electronPackage === 'object' && electronPackage !== null && 'version' in electronPackage
    ? String(electronPackage.version)
    : '0.0.0';
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: electronVersion, chrome: 'host' },
});

process.on('message', (message: unknown) => {
  if (!isEvaluation(message)) return;
  evaluateInMain(message.source, message.argument).then(
    (value) => process.send?.({ id: message.id, value }),
    (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
  );
});

type Evaluation = { id: number; source: string; argument: unknown };

function isEvaluation(message: unknown): message is Evaluation {
  return typeof message === 'object' && message !== null && 'source' in message;
}

async function evaluateInMain(source: string, argument: unknown): Promise<unknown> {
  const electron: unknown = await import(doubleUrl);
  const work: unknown = new Function(`return (${source})`)();
  if (typeof work !== 'function') throw new Error('not a function');
  return work(electron, argument);
}

process.stdout.write(
  'Chromium ホストで動かしています。データの鍵は OS に守られていません（試用の動かし方）。\n',
);
const double: unknown = await import(doubleUrl);
await import(mainUrl);
if (typeof double === 'object' && double !== null && 'mainHasRun' in double) {
  (double.mainHasRun as () => void)();
}
