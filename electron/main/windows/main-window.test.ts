import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ClosingPort,
  mainWindowOptions,
  openMainWindow,
  windowBackgrounds,
} from './main-window';

/** A window that never paints by itself: every event comes from the test. */
const made = vi.hoisted(() => ({ windows: [] as unknown[], load: () => Promise.resolve() }));

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
  shown = 0;
  loads = 0;
  destroyed = false;
  background: string | null = null;
  isDestroyed = () => this.destroyed;
  isVisible = () => this.shown > 0;
  show(): void {
    this.shown += 1;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
  setBackgroundColor(colour: string): void {
    this.background = colour;
  }
  loadURL(): Promise<void> {
    this.loads += 1;
    return made.load();
  }
}

const theme = vi.hoisted(() => ({ dark: false, told: new Set<() => void>() }));

vi.mock('electron', () => ({
  nativeTheme: {
    get shouldUseDarkColors() {
      return theme.dark;
    },
    on: (_event: string, listener: () => void) => theme.told.add(listener),
    off: (_event: string, listener: () => void) => theme.told.delete(listener),
  },
  // biome-ignore lint/complexity/useArrowFunction: `new` needs a function
  BrowserWindow: function () {
    const window = new FakeWindow();
    made.windows.push(window);
    return window;
  },
}));

function open(more: Partial<ClosingPort> = {}) {
  const port = {
    requestFlush: vi.fn(),
    confirmUnsaved: vi.fn(async () => false),
    confirmReload: vi.fn(async () => true),
    report: vi.fn(),
    ...more,
  };
  const { markFlushed } = openMainWindow(mainWindowOptions('/preload.cjs', false), port);
  return { window: made.windows.at(-1) as FakeWindow, port, markFlushed };
}

/** Lets everything that is already settled be heard. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

beforeEach(() => {
  theme.dark = false;
  theme.told.clear();
  made.load = () => Promise.resolve();
});

describe('showing', () => {
  it('waits for the first frame', () => {
    made.load = () => new Promise(() => {});
    const { window } = open();
    expect(window.shown).toBe(0);
    window.emit('ready-to-show');
    expect(window.shown).toBe(1);
  });

  it('does not wait for ever: the page is loaded and no frame ever comes', async () => {
    const { window } = open();
    await settled();
    expect(window.shown).toBe(1);
    window.emit('ready-to-show');
    expect(window.shown).toBe(1);
  });

  it('leaves a window alone that was closed meanwhile', async () => {
    const { window } = open();
    window.destroyed = true;
    await settled();
    expect(window.shown).toBe(0);
  });

  it('closes a window whose page could not be loaded, and says why', async () => {
    made.load = () => Promise.reject(new Error('no page'));
    const { window, port } = open();
    await settled();
    expect(port.report).toHaveBeenCalledOnce();
    expect(window.destroyed).toBe(true);
  });
});

it('a window that was closed while it loaded is no failure', async () => {
  made.load = () => Promise.reject(new Error('aborted'));
  const { window, port } = open();
  window.destroyed = true;
  await settled();
  expect(port.report).not.toHaveBeenCalled();
});

describe('the colour before the page is there', () => {
  it('is the one of the theme that the system is set to', () => {
    expect(mainWindowOptions('/preload.cjs', false).backgroundColor).toBe(windowBackgrounds.light);
    theme.dark = true;
    expect(mainWindowOptions('/preload.cjs', false).backgroundColor).toBe(windowBackgrounds.dark);
  });

  it('changes with the system while the window is open, and not after', () => {
    const { window } = open();
    theme.dark = true;
    for (const tell of theme.told) tell();
    expect(window.background).toBe(windowBackgrounds.dark);
    window.destroy();
    expect(theme.told.size).toBe(0);
  });

  it("is the page's own", () => {
    const page = /--color-solid-gray-50: (#[0-9a-f]{6});/u;
    const agency = 'node_modules/@digital-go-jp/tailwind-theme-plugin/dist/v4.css';
    const light = readFileSync(agency, 'utf8');
    const dark = readFileSync('renderer/styles/app.css', 'utf8');
    expect(page.exec(light)?.[1]).toBe(windowBackgrounds.light);
    expect(page.exec(dark)?.[1]).toBe(windowBackgrounds.dark);
  });
});

describe('the end of the Windows session', () => {
  it.each(['query-session-end', 'session-end'])(
    'saves at %s and does not stand in its way',
    (name) => {
      const { window, port } = open();
      const preventDefault = vi.fn();
      window.emit(name, { preventDefault });
      expect(port.requestFlush).toHaveBeenCalledOnce();
      expect(preventDefault).not.toHaveBeenCalled();
    },
  );
});

describe("the page's process is gone", () => {
  const reasons = ['abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed'];

  it.each(reasons)('%s: the person is asked, and the page opens again', async (reason) => {
    const { window, port } = open();
    await settled();
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    await settled();
    expect(port.confirmReload).toHaveBeenCalledOnce();
    expect([window.loads, window.destroyed]).toEqual([2, false]);
  });

  it('the window closes when she does not want it again, or cannot be asked', async () => {
    for (const confirmReload of [async () => false, async () => Promise.reject(new Error('x'))]) {
      const { window } = open({ confirmReload });
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
      await settled();
      expect([window.loads, window.destroyed]).toEqual([1, true]);
    }
  });

  it('nobody is asked about a page that ended as it should, or in a closing window', async () => {
    const ended = open();
    ended.window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    const closing = open();
    closing.window.emit('close', { preventDefault: () => {} });
    closing.window.webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 1 });
    for (const { window, port } of [ended, closing]) {
      expect(port.confirmReload).not.toHaveBeenCalled();
      expect(window.destroyed).toBe(true);
    }
  });

  it('nothing is opened again in a window that was closed while she was asked', async () => {
    let answer: (again: boolean) => void = () => {};
    const { window } = open({ confirmReload: () => new Promise((done) => (answer = done)) });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    window.destroyed = true;
    answer(true);
    await settled();
    expect(window.loads).toBe(1);
  });
});
