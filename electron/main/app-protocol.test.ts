import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN, isAppUrl } from './app-origin';
import { bundleFile, createAppProtocolHandler } from './app-protocol';

const folder = mkdtempSync(join(tmpdir(), 'ikusei-bundle-'));
const root = join(folder, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
writeFileSync(join(root, 'assets/a.js'), 'export {};');
writeFileSync(join(root, 'secret.key'), 'x');
writeFileSync(join(folder, 'outside.js'), 'x');
const handle = createAppProtocolHandler(root);

describe('the application origin', () => {
  it('is app://ikusei-note for ever: the data of every office belongs to it', () => {
    expect(APP_ORIGIN).toBe('app://ikusei-note');
  });

  it('is nothing else, however it is written', () => {
    for (const url of [
      'app://ikusei-note.evil/x',
      'app://evil/index.html',
      'app://user@ikusei-note/index.html',
      'https://ikusei-note/index.html',
      'file:///etc/passwd',
      'data:text/html,x',
      'blob:app://ikusei-note/1',
      'devtools://devtools/x',
      'not a url',
    ]) {
      expect([url, isAppUrl(url)]).toEqual([url, false]);
    }
    expect(isAppUrl('app://ikusei-note/index.html#/sheets')).toBe(true);
  });
});

describe('the app protocol', () => {
  it('serves the page with a fresh nonce in header and meta tag, and no wider policy', async () => {
    const answers = await Promise.all([1, 2].map(() => handle(new Request(`${APP_ORIGIN}/`))));
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const nonce = /nonce="([^"]+)"/u.exec(await answer.text())?.[1] ?? '';
        const policy = answer.headers.get('content-security-policy') ?? '';
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("script-src 'self';");
        expect(policy).not.toMatch(/unsafe|\*|https?:/u);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{24}$/u);
  });

  it('serves files of the bundle by their kind', async () => {
    const answer = await handle(new Request(`${APP_ORIGIN}/assets/a.js`));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('answers 404 to everything else', async () => {
    for (const request of [
      new Request(`${APP_ORIGIN}/missing.js`),
      new Request(`${APP_ORIGIN}/secret.key`),
      new Request(`${APP_ORIGIN}/assets`),
      new Request(`${APP_ORIGIN}/assets/a.js`, { method: 'POST' }),
      new Request(`${APP_ORIGIN}/..%2foutside.js`),
      new Request(`${APP_ORIGIN}/%2e%2e/outside.js`),
      new Request('app://evil/index.html'),
    ]) {
      expect([request.url, (await handle(request)).status]).toEqual([request.url, 404]);
    }
  });

  it('never leaves its folder, whatever the path', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a.js',
      'assets',
      '%00',
      'C:',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = bundleFile(root, `${APP_ORIGIN}/${pieces.join('/')}`);
        if (file !== null) expect(file.startsWith(root + sep)).toBe(true);
      }),
    );
  });
});
