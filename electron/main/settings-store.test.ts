import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSettingsStore, type Settings, withLastFolder } from './settings-store';

const defaults: Settings = { lastFolders: {}, windowBounds: null };
const bounds = { x: -8, y: 0, width: 1280, height: 720, maximized: true };

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ikusei-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('createSettingsStore', () => {
  it('begins with the defaults and writes nothing for that', async () => {
    expect(await createSettingsStore(file).read()).toEqual(defaults);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives the next run what this one kept', async () => {
    const store = createSettingsStore(file);
    await store.update((settings) => ({ ...settings, windowBounds: bounds }));
    await store.update((settings) => withLastFolder(settings, 'evaluation-sheet', '/共有/評価'));
    await store.update((settings) => withLastFolder(settings, 'recovery-key', '/金庫'));
    const expected = {
      windowBounds: bounds,
      lastFolders: { 'evaluation-sheet': '/共有/評価', 'recovery-key': '/金庫' },
    };
    expect(await store.read()).toEqual(expected);
    expect(await createSettingsStore(file).read()).toEqual(expected);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('loses no change of two that come together', async () => {
    const store = createSettingsStore(file);
    await Promise.all([
      store.update((settings) => ({ ...settings, windowBounds: bounds })),
      store.update((settings) => withLastFolder(settings, 'recovery-key', '/金庫')),
    ]);
    expect(await createSettingsStore(file).read()).toEqual({
      windowBounds: bounds,
      lastFolders: { 'recovery-key': '/金庫' },
    });
  });

  it.each(['{"windowBounds":', '', '[]', '"text"', '\u0000\u0000', 'null'])(
    'keeps a damaged file aside: %j',
    async (text) => {
      writeFileSync(file, text);
      const store = createSettingsStore(file);
      expect(await store.read()).toEqual(defaults);
      expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text);
      await store.update((settings) => ({ ...settings, windowBounds: bounds }));
      expect((await createSettingsStore(file).read()).windowBounds).toEqual(bounds);
    },
  );

  it.each([
    { ...bounds, width: 3 },
    { ...bounds, x: 'left' },
    { ...bounds, height: 1e9 },
    'maximized',
  ])('forgets bounds that make no window, and only those: %j', async (windowBounds) => {
    const lastFolders = { 'recovery-key': '/金庫' };
    writeFileSync(file, JSON.stringify({ windowBounds, lastFolders, unknown: 1 }));
    expect(await createSettingsStore(file).read()).toEqual({ windowBounds: null, lastFolders });
  });

  it('reports that it cannot write, and keeps the change for this run', async () => {
    mkdirSync(join(folder, 'gone'));
    const store = createSettingsStore(join(folder, 'gone', 'settings.json'));
    await store.read();
    rmSync(join(folder, 'gone'), { recursive: true });
    const update = store.update((settings) => ({ ...settings, windowBounds: bounds }));
    await expect(update).rejects.toMatchObject({ errorName: 'folderVanished' });
    expect((await store.read()).windowBounds).toEqual(bounds);
  });
});
