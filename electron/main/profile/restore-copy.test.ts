import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mortalFiles,
  profileLike,
  putTree,
  quickFiles,
  sentinelOf,
  steppingClock,
  temporaryProfile,
  treeOf,
  writeFileQuickly,
} from '../../../test/support/profile-folder';
import { createColdCopies } from './cold-copies';
import type { ProfilePaths } from './profile-paths';
import { type CopyRestorer, createCopyRestorer } from './restore-copy';
import type { FileSystem, WriteFile } from './store-files';

const KEY_ID = '0197d3a0-0000-7000-8000-00000000aaaa';
const goodStore = { 'db.leveldb/CURRENT': 'good', 'db.leveldb/000003.log': 'all the rows' };
const badStore = { 'db.leveldb/CURRENT': 'emptied by the browser' };
const goodKey = JSON.stringify({ keyId: KEY_ID, wraps: 'of then' });
const goodSentinel = JSON.stringify(sentinelOf(7));
const presentSentinel = JSON.stringify(sentinelOf(9));

type More = { files?: FileSystem; free?: () => Promise<number | null> };

function restorerOf(
  paths: ProfilePaths,
  more: More & { writeFile?: WriteFile } = {},
): CopyRestorer {
  return createCopyRestorer({
    paths,
    writeFile: writeFileQuickly,
    files: quickFiles,
    now: steppingClock('2026-11-23T00:00:00.000Z'),
    ...more,
  });
}

async function putPresent(
  paths: ProfilePaths,
  store: Record<string, string>,
  key: string | null,
  sentinel: string | null,
): Promise<void> {
  await rm(paths.indexedDb, { recursive: true, force: true });
  await putTree(paths.indexedDb, store);
  for (const [path, content] of [
    [paths.realKey, key],
    [paths.sentinel, sentinel],
  ] as const) {
    await rm(path, { force: true });
    if (content !== null) await writeFile(path, content, { mode: 0o600 });
  }
}

/** One good copy, and a present store that was damaged since. Returns the copy's id. */
async function damagedProfile(
  paths: ProfilePaths,
  copied: { key: string | null; sentinel: string | null } = {
    key: goodKey,
    sentinel: goodSentinel,
  },
): Promise<string> {
  const copies = createColdCopies({
    paths,
    writeFile: writeFileQuickly,
    files: quickFiles,
    now: steppingClock(),
    electronMajor: 45,
    appVersion: '0.1.0',
  });
  await putPresent(paths, goodStore, copied.key, copied.sentinel);
  await copies.take();
  await copies.markOpened();
  await putPresent(paths, badStore, 'a damaged key file', presentSentinel);
  await copies.markDamaged('件数が少ない');
  return (await copies.list())[0]?.id ?? 'no copy';
}

/** Everything of the damaged store, wherever it lies now. */
async function evidence(paths: ProfilePaths): Promise<string[]> {
  const quarantine = Object.values(await treeOf(paths.quarantine));
  const present = [
    ...Object.values(await treeOf(paths.indexedDb)),
    ...Object.values(await treeOf(paths.keys)),
  ];
  const sentinel = await readFile(paths.sentinel, 'utf8').catch(() => '');
  return [...quarantine, ...present, sentinel];
}

async function expectRestored(paths: ProfilePaths): Promise<void> {
  expect(await treeOf(paths.indexedDb)).toEqual(goodStore);
  expect(await treeOf(paths.keys)).toEqual({ 'real.json': goodKey });
  expect(await readFile(paths.sentinel, 'utf8')).toBe(goodSentinel);
  const store = Object.keys(await treeOf(paths.store));
  expect(store.filter((path) => !/^(cold-copies|quarantine)\//u.test(path))).toEqual([
    'sentinel.json',
  ]);
}

describe('putting a copy back', () => {
  it('moves the present files to quarantine and the copy into their place', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    const copies = await treeOf(paths.coldCopies);
    await restorerOf(paths).request(id, null);
    expect(await treeOf(paths.indexedDb)).toEqual(badStore);
    expect(await restorerOf(paths).apply()).toEqual({ restored: id, warning: null });
    await expectRestored(paths);
    expect((await stat(paths.realKey)).mode & 0o777).toBe(0o600);
    expect(await treeOf(paths.coldCopies)).toEqual(copies);
    const [folder] = await readdir(paths.quarantine);
    expect(await treeOf(join(paths.quarantine, folder ?? ''))).toEqual({
      'IndexedDB/db.leveldb/CURRENT': 'emptied by the browser',
      'key.json': 'a damaged key file',
      'sentinel.json': presentSentinel,
    });
  });

  it('does nothing when nothing was asked for', async () => {
    const paths = await temporaryProfile();
    await damagedProfile(paths);
    const before = await treeOf(paths.userData);
    expect(await restorerOf(paths).apply()).toEqual({ restored: null, warning: null });
    expect(await treeOf(paths.userData)).toEqual(before);
  });

  it('keeps a present key that opens and is the same: its recovery key may be newer', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    const newer = JSON.stringify({ keyId: KEY_ID, wraps: 'of now' });
    await writeFile(paths.realKey, newer);
    await restorerOf(paths).request(id, KEY_ID);
    await restorerOf(paths).apply();
    expect(await readFile(paths.realKey, 'utf8')).toBe(newer);
    expect(await treeOf(paths.indexedDb)).toEqual(goodStore);
  });

  it('replaces a present key that opens and is another', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    await restorerOf(paths).request(id, sentinelOf(1).datasetId);
    await restorerOf(paths).apply();
    expect(await readFile(paths.realKey, 'utf8')).toBe(goodKey);
  });

  it('of a time before the real store takes the sentinel away and leaves the key', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths, { key: null, sentinel: null });
    await restorerOf(paths).request(id, null);
    await restorerOf(paths).apply();
    expect(await treeOf(paths.store)).not.toHaveProperty('sentinel.json');
    expect(await readFile(paths.realKey, 'utf8')).toBe('a damaged key file');
    expect(await evidence(paths)).toContain(presentSentinel);
  });

  it('works when the present files are all gone', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    await rm(paths.profile, { recursive: true });
    await rm(paths.keys, { recursive: true });
    await rm(paths.sentinel);
    await restorerOf(paths).request(id, null);
    await restorerOf(paths).apply();
    await expectRestored(paths);
  });

  it('refuses a copy that is not there, not whole or a way out of the folder', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    for (const wrong of ['', '..', '../quarantine', `${id}/`, 'nothing', `${id}-2`]) {
      await expect(restorerOf(paths).request(wrong, null)).rejects.toMatchObject({
        errorName: 'badRequest',
      });
    }
    await rm(join(paths.coldCopies, id, 'IndexedDB', 'db.leveldb', '000003.log'));
    await expect(restorerOf(paths).request(id, null)).rejects.toMatchObject({
      errorName: 'badRequest',
    });
    expect(await treeOf(paths.store)).not.toHaveProperty('restore-request.json');
  });

  it('leaves everything as it was when the copy was lost before the next start', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    await restorerOf(paths).request(id, null);
    await rm(join(paths.coldCopies, id, 'key.json'));
    const { restored, warning } = await restorerOf(paths).apply();
    expect([restored, warning]).toEqual([null, expect.stringContaining('戻せませんでした')]);
    expect(await treeOf(paths.indexedDb)).toEqual(badStore);
    expect(await restorerOf(paths).apply()).toEqual({ restored: null, warning: null });
  });

  it('leaves everything as it was when the disk is too full', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    await restorerOf(paths).request(id, null);
    const { warning } = await restorerOf(paths, { free: async () => 1000 }).apply();
    expect(warning).toContain('空き容量');
    expect(await treeOf(paths.indexedDb)).toEqual(badStore);
    await restorerOf(paths).request(id, null);
    const files: FileSystem = {
      ...quickFiles,
      copyFile: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    };
    expect((await restorerOf(paths, { files }).apply()).warning).toContain('ENOSPC');
    expect(await treeOf(paths.indexedDb)).toEqual(badStore);
    expect(await readdir(paths.store)).not.toContain('restoring');
  });

  it('stops the start when a file is held, and finishes at the next one', async () => {
    const paths = await temporaryProfile();
    const id = await damagedProfile(paths);
    await restorerOf(paths).request(id, null);
    const files: FileSystem = {
      ...quickFiles,
      rename: (from, to) =>
        to === paths.sentinel
          ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
          : quickFiles.rename(from, to),
    };
    await expect(restorerOf(paths, { files }).apply()).rejects.toMatchObject({
      errorName: 'storeUnavailable',
    });
    await expect(restorerOf(paths).request(id, null)).rejects.toMatchObject({
      errorName: 'badRequest',
    });
    expect((await restorerOf(paths).apply()).restored).toBe(id);
    await expectRestored(paths);
  });

  it.each(['before', 'after'] as const)(
    'killed at any file call (%s it) loses nothing and is finished by the next start',
    async (moment) => {
      const template = await temporaryProfile();
      const id = await damagedProfile(template);
      const copies = await treeOf(template.coldCopies);
      await restorerOf(template).request(id, null);
      let finished = false;
      let killAt = 0;
      while (!finished) {
        killAt += 1;
        const paths = await profileLike(template);
        const mortal = mortalFiles(killAt, moment);
        const outcome = await restorerOf(paths, mortal)
          .apply()
          .catch(() => null);
        finished = mortal.steps() < killAt;
        if (finished) expect(outcome?.restored).toBe(id);

        const all = ['emptied by the browser', 'a damaged key file', presentSentinel];
        expect(await evidence(paths)).toEqual(expect.arrayContaining(all));
        expect(await treeOf(paths.coldCopies)).toEqual(copies);
        // A second kill, soon after the first, must do no harm either.
        await restorerOf(paths, mortalFiles(2, moment))
          .apply()
          .catch(() => null);
        await restorerOf(paths).apply();
        await expectRestored(paths);
        expect(await evidence(paths)).toEqual(expect.arrayContaining(all));
        expect(await treeOf(paths.coldCopies)).toEqual(copies);
        const [folder, ...others] = await readdir(paths.quarantine);
        expect(others).toEqual([]);
        expect(Object.keys(await treeOf(join(paths.quarantine, folder ?? '')))).toHaveLength(3);
      }
      expect(killAt).toBeGreaterThan(30);
    },
  );
});

describe('a mangled request', () => {
  it('never crashes, restores nothing by guess and is kept', async () => {
    const paths = await temporaryProfile();
    await damagedProfile(paths);
    const mangling = fc.oneof(
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
    );
    await fc.assert(
      fc.asyncProperty(mangling, async (bytes) => {
        await writeFile(paths.restoreRequest, bytes);
        const { restored, warning } = await restorerOf(paths).apply();
        expect(restored).toBeNull();
        expect(warning).not.toBeNull();
        expect(await treeOf(paths.indexedDb)).toEqual(badStore);
        const aside = await readdir(paths.quarantine);
        const kept = await Promise.all(aside.map((name) => readFile(join(paths.quarantine, name))));
        expect(kept.some((content) => content.equals(bytes))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('stops the start when the files are already half moved', async () => {
    const paths = await temporaryProfile();
    await damagedProfile(paths);
    await putTree(paths.restoring, { ready: '{}' });
    await writeFile(paths.restoreRequest, 'mangled');
    await expect(restorerOf(paths).apply()).rejects.toMatchObject({
      errorName: 'storeUnavailable',
    });
    expect(await treeOf(paths.restoring)).toEqual({ ready: '{}' });
  });
});
