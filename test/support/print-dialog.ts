import type { AppDriver } from './app-driver';

type Print = { landscape: boolean; silent: boolean };

/**
 * Stands in for the system's print dialog, which no test can press: it waits, with the
 * page laid out for the printer, until it is answered.
 */
export async function holdPrintDialog(app: AppDriver): Promise<{
  opened: () => Promise<Print | null>;
  answer: (printed: boolean) => Promise<void>;
}> {
  await app.evaluateMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    window.webContents.print = (options, callback) => {
      Reflect.set(globalThis, 'testPrint', { options, callback });
    };
  }, null);
  return {
    opened: () =>
      app.evaluateMain(() => {
        const held = Reflect.get(globalThis, 'testPrint');
        if (held === undefined) return null;
        return { landscape: held.options.landscape, silent: held.options.silent };
      }, null),
    answer: (printed) =>
      app.evaluateMain((_electron, success) => {
        const { callback } = Reflect.get(globalThis, 'testPrint');
        Reflect.deleteProperty(globalThis, 'testPrint');
        callback(success, success ? '' : 'cancelled');
      }, printed),
  };
}

/** What the printer would get of the page just now. */
export async function printedPage(app: AppDriver): Promise<Uint8Array> {
  if (app.host === 'electron') {
    const base64 = await app.evaluateMain(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const options = { preferCSSPageSize: true, printBackground: true };
      return (await window?.webContents.printToPDF(options))?.toString('base64') ?? '';
    }, null);
    return new Uint8Array(Buffer.from(base64, 'base64'));
  }
  const session = await app.page.context().newCDPSession(app.page);
  const options = { preferCSSPageSize: true, printBackground: true };
  const { data } = await session.send('Page.printToPDF', options);
  await session.detach();
  return new Uint8Array(Buffer.from(data, 'base64'));
}
