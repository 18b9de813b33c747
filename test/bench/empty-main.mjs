// The reference of `open-vs-empty`: the same host with a window that shows nothing. It
// does what no application can leave out, and not one thing more.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

const userData = process.env['IKUSEI_USER_DATA'] ?? '';
mkdirSync(join(userData, 'profile'), { recursive: true });
app.setPath('userData', userData);
app.setPath('sessionData', join(userData, 'profile'));
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }]);
app.on('window-all-closed', () => app.quit());
const preload = new URL('./empty-preload.cjs', import.meta.url).pathname;
app.whenReady().then(() => {
  protocol.handle(
    'app',
    () =>
      new Response('<!doctype html><title>empty</title><p id="empty">', {
        headers: { 'content-type': 'text/html' },
      }),
  );
  new BrowserWindow({ webPreferences: { preload } }).loadURL('app://ikusei-note/index.html');
});
