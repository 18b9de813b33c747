import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Page } from 'playwright-core';
import { channels } from '../../shared/ipc/channels';
import type { AppDriver } from '../support/app-driver';
import { outsideConnections } from '../support/process-connections';
import { originOf, outsideOf, watchViolations } from './bounds';
import { expect, test } from './fixtures';
import { WelcomePage } from './pages/welcome-page';

const OUTSIDE = 'https://outside.example/';

/** Runs in the page after the debugger's own permission to evaluate has ended. */
async function inPage<Result>(page: Page, source: string): Promise<Result> {
  return page.evaluate(
    (text) =>
      new Promise<never>((done, fail) => {
        const work: unknown = new Function(`return (${text})`)();
        if (typeof work !== 'function') throw new TypeError(text);
        setTimeout(() => {
          new Promise<never>((run) => run(work())).then(done, fail);
        });
      }),
    source,
  );
}

test('見張りは、外への接続があれば見つける', async ({ browserName: _browserName }, info) => {
  const address = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  info.skip(
    process.platform !== 'linux' || address === undefined,
    'needs Linux and a network card',
  );
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const client = connect(port, address ?? '');
  await new Promise((done) => client.once('connect', done));
  expect(outsideConnections(process.pid).length).toBeGreaterThanOrEqual(2);
  client.destroy();
  await new Promise((done) => server.close(done));
});

test('見張りは、方針への違反があれば聞き、開いたあとの違反も前の違反も数える', async ({ app }) => {
  await inPage(
    app.page,
    `() => {
    document.head.appendChild(document.createElement('style')).textContent = 'p { color: red }';
  }`,
  );
  const violations = await watchViolations(app);
  await expect.poll(async () => (await violations()).join('\n')).toContain('style-src-elem');
  await inPage(app.page, `() => { document.body.setAttribute('onclick', 'void 0'); }`);
  await expect.poll(async () => (await violations()).join('\n')).toContain('script-src-attr');
});

/** Each way out, and the directive that closes it. */
const waysOut: readonly { way: string; source: string; directive: string }[] = [
  { way: 'fetch', source: `() => fetch('${OUTSIDE}')`, directive: 'connect-src' },
  {
    way: 'XMLHttpRequest',
    source: `() => new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open('GET', '${OUTSIDE}');
      request.onload = done;
      request.onerror = fail;
      request.send();
    })`,
    directive: 'connect-src',
  },
  {
    way: 'WebSocket',
    source: `() => new Promise((done, fail) => {
      const socket = new WebSocket('wss://outside.example/');
      socket.onopen = done;
      socket.onerror = fail;
    })`,
    directive: 'connect-src',
  },
  {
    way: 'EventSource',
    source: `() => new Promise((done, fail) => {
      const source = new EventSource('${OUTSIDE}');
      source.onopen = done;
      source.onerror = fail;
    })`,
    directive: 'connect-src',
  },
  {
    way: 'beacon',
    source: `() => { navigator.sendBeacon('${OUTSIDE}', 'x'); throw new Error('sent nothing'); }`,
    directive: 'connect-src',
  },
  ...(['img', 'script', 'link'] as const).map((tag) => ({
    way: tag,
    source: `() => new Promise((done, fail) => {
      const element = document.createElement('${tag}');
      element.onload = done;
      element.onerror = fail;
      element.rel = 'stylesheet';
      element['${tag === 'link' ? 'href' : 'src'}'] = '${OUTSIDE}';
      document.head.appendChild(element);
    })`,
    directive: tag === 'img' ? 'img-src' : tag === 'script' ? 'script-src-elem' : 'style-src-elem',
  })),
  {
    way: 'iframe',
    source: `() => new Promise((done, fail) => {
      document.addEventListener('securitypolicyviolation', fail, { once: true });
      const frame = document.createElement('iframe');
      frame.src = '${OUTSIDE}';
      document.body.appendChild(frame);
    })`,
    directive: 'frame-src',
  },
  { way: 'eval', source: `() => eval('1 + 1')`, directive: 'script-src' },
  { way: 'Function', source: `() => new Function('return 1')()`, directive: 'script-src' },
  {
    way: 'inline script',
    source: `() => new Promise((done, fail) => {
      window.ranInline = done;
      document.addEventListener('securitypolicyviolation', fail, { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.ranInline(1)';
      document.head.appendChild(script);
    })`,
    directive: 'script-src-elem',
  },
  {
    way: 'import of data',
    source: `() => import('data:text/javascript,export default 1')`,
    directive: 'script-src-elem',
  },
  {
    way: 'worker of a blob',
    source: `() => new Promise((done, fail) => {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
      worker.onmessage = done;
      worker.onerror = fail;
    })`,
    directive: 'worker-src',
  },
];

test('外へ出る道も、文字列から動かす道も、どれも閉じている', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  const violations = await watchViolations(app);
  const answered: string[] = [];
  page.on('response', (response) => answered.push(response.url()));
  const open: string[] = [];
  for (const { way, source, directive } of waysOut) {
    const before = (await violations()).length;
    const passed = await inPage(page, source).then(
      () => true,
      () => false,
    );
    if (passed) open.push(way);
    await expect
      .poll(async () => (await violations()).slice(before).join('\n'), way)
      .toContain(directive);
  }
  expect(open).toEqual([]);
  expect(outsideOf(originOf(page), answered)).toEqual([]);
});

/** Every navigation that main is told of, and whether it refused it. */
async function watchNavigations(app: AppDriver): Promise<() => Promise<number>> {
  await app.evaluateMain(({ BrowserWindow }) => {
    Reflect.set(globalThis, 'navigations', 0);
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', () => {
      Reflect.set(globalThis, 'navigations', Number(Reflect.get(globalThis, 'navigations')) + 1);
    });
  }, null);
  return () => app.evaluateMain(() => Number(Reflect.get(globalThis, 'navigations')), null);
}

const navigations: readonly { way: string; source: string }[] = [
  { way: 'location', source: `() => { location.href = '${OUTSIDE}'; }` },
  { way: 'own page', source: `() => { location.assign('/index.html?again'); }` },
  {
    way: 'link',
    source: `() => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = '${OUTSIDE}';
      link.click();
    }`,
  },
  {
    way: 'meta refresh',
    source: `() => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = '0;url=${OUTSIDE}';
      document.head.appendChild(meta);
    }`,
  },
];

test('何をしても、窓は育成ノートの画面のまま', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  const address = page.url();
  await page.evaluate(() => Reflect.set(window, 'stays', true));
  const told = await watchNavigations(app);
  for (const [index, { way, source }] of navigations.entries()) {
    await inPage(page, source);
    await expect.poll(told, way).toBe(index + 1);
  }
  const violations = await watchViolations(app);
  await inPage(
    page,
    `() => {
    const form = document.body.appendChild(document.createElement('form'));
    form.action = '${OUTSIDE}';
    form.submit();
  }`,
  );
  await expect.poll(async () => (await violations()).join('\n')).toContain('form-action');

  const session = await page.context().newCDPSession(page);
  const before = await told();
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 200,
      y: 200,
      data: { items: [{ mimeType: 'text/uri-list', data: OUTSIDE }], dragOperationsMask: 1 },
    });
  }
  // Where the drop is a navigation at all, main has refused it by the next answer.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  expect(await told()).toBeLessThanOrEqual(before + 1);

  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => Reflect.get(window, 'stays'))).toBe(true);
  expect(await page.evaluate(() => document.body.textContent)).toContain('見本を開く');
});

test('新しい窓は残らない', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  for (const target of [OUTSIDE, 'about:blank', '/index.html']) {
    await inPage(page, `() => { window.open('${target}'); }`);
    await expect.poll(() => page.context().pages().length, target).toBe(1);
  }
  const count = await app.evaluateMain(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    null,
  );
  expect(count).toBe(1);
});

test('ダウンロードは断られる', async ({ app }) => {
  await app.page.getByRole('button', { name: '見本を開く' }).waitFor();
  await app.evaluateMain(({ session }) => {
    session.defaultSession.on('will-download', (event) => {
      Reflect.set(globalThis, 'download', event.defaultPrevented ? 'refused' : 'allowed');
    });
  }, null);
  await inPage(
    app.page,
    `() => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  }`,
  );
  await expect
    .poll(() => app.evaluateMain(() => String(Reflect.get(globalThis, 'download')), null))
    .toBe('refused');
});

test('通知・位置・カメラ・クリップボードの読み取りは断られる', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  expect(await inPage(page, '() => Notification.requestPermission()')).toBe('denied');
  const position = await inPage(
    page,
    `() => new Promise((done) => navigator.geolocation.getCurrentPosition(
      () => done('given'), (error) => done(error.code)))`,
  );
  expect(position).toBe(1);
  const refusals = await inPage(
    page,
    `() => Promise.all([
      navigator.mediaDevices.getUserMedia({ video: true }),
      navigator.clipboard.readText(),
      navigator.requestMIDIAccess({ sysex: true }),
    ].map((asked) => asked.then(() => 'given', (error) => error.name)))`,
  );
  expect(refusals).not.toContain('given');
});

test('画面には、決められた呼び出しだけがある', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: '見本を開く' }).waitFor();
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(globals).toEqual([]);

  const api = await page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'api');
    const groups = Object.entries(found as Record<string, Record<string, unknown>>);
    return {
      frozen: Object.isFrozen(found) && groups.every(([, calls]) => Object.isFrozen(calls)),
      calls: Object.fromEntries(groups.map(([group, calls]) => [group, Object.keys(calls)])),
      kinds: groups.flatMap(([, calls]) => Object.values(calls).map((call) => typeof call)),
    };
  });
  expect(api.frozen).toBe(true);
  expect(api.calls).toEqual(
    Object.fromEntries(
      Object.entries(channels).map(([group, calls]) => [group, Object.keys(calls)]),
    ),
  );
  expect(new Set(api.kinds)).toEqual(new Set(['function']));

  const replaced = await page.evaluate(() => {
    const before: unknown = Reflect.get(window, 'api');
    return Reflect.set(window, 'api', {}) && Reflect.get(window, 'api') !== before;
  });
  expect(replaced).toBe(false);
});

test('決まりにない引数は、どの呼び出しでも断られる', async ({ app }) => {
  await app.page.getByRole('button', { name: '見本を開く' }).waitFor();
  const asked = Object.entries(channels).flatMap(([group, calls]) =>
    Object.entries(calls).flatMap(([call, kind]) => (kind === 'invoke' ? [[group, call]] : [])),
  );
  const strange = [['x', 'y'], [{ path: '/etc/passwd' }], [1, null, []], [[['real']]]];
  const answers = await app.page.evaluate(
    async ({ calls, argumentLists }) => {
      const found: unknown = Reflect.get(window, 'api');
      const api = found as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;
      const given: string[] = [];
      for (const [group = '', call = ''] of calls) {
        for (const list of argumentLists)
          given.push(JSON.stringify(await api[group]?.[call]?.(...list)));
      }
      return given;
    },
    { calls: asked, argumentLists: strange },
  );
  expect(answers).toHaveLength(asked.length * strange.length);
  expect(new Set(answers)).toEqual(
    new Set(['{"ok":false,"error":{"name":"badRequest","detail":""}}']),
  );
});

test('中に作った枠には、呼び出しがない', async ({ app, host }) => {
  const { page } = app;
  await new WelcomePage(page).openSample();
  const frames = await page.evaluate(async (asksBelow) => {
    const answers: string[] = [];
    for (const kind of ['about:blank', 'srcdoc']) {
      const frame = document.createElement('iframe');
      if (kind === 'srcdoc') frame.srcdoc = '<p>x</p>';
      document.body.appendChild(frame);
      if (kind === 'srcdoc') await new Promise((done) => frame.addEventListener('load', done));
      const inner = frame.contentWindow;
      answers.push(inner === null ? 'no frame' : typeof Reflect.get(inner, 'api'));
      // Below the preload the host has one wire for every frame: main must tell them apart.
      const wire: unknown = inner === null ? null : Reflect.get(inner, '__ikuseiHostInvoke');
      if (asksBelow && typeof wire === 'function') {
        answers.push(await wire(JSON.stringify({ channel: 'keys:open', args: ['sample'] })));
      }
      frame.remove();
    }
    return answers;
  }, host === 'chromium-host');
  const refused = '{"value":{"ok":false,"error":{"name":"badRequest","detail":""}}}';
  const perFrame = host === 'chromium-host' ? ['undefined', refused] : ['undefined'];
  expect(frames).toEqual([...perFrame, ...perFrame]);
});

test('別の出どころの画面には、呼び出しがない', async ({ app, host }, info) => {
  info.skip(
    host === 'electron',
    'Electron opens no second page; checklist.test.ts asks main itself',
  );
  await app.page.getByRole('button', { name: '見本を開く' }).waitFor();
  const other = await app.page.context().newPage();
  await other.goto('data:text/html,<p>x</p>');
  const found = await other.evaluate(() => [
    typeof Reflect.get(window, 'api'),
    typeof Reflect.get(window, '__ikuseiHostInvoke'),
  ]);
  expect(found).toEqual(['undefined', 'undefined']);
});
