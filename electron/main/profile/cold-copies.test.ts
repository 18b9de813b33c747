import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesUntil } from '../../../shared/domain/career/retention';
import { coldCopySchema } from '../../../shared/ipc/contract';
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
import { BYTES_LEFT_FREE, type ColdCopies, createColdCopies } from './cold-copies';
import type { ProfilePaths } from './profile-paths';
import type { FileSystem, WriteFile } from './store-files';

type More = {
  files?: FileSystem;
  free?: (path: string) => Promise<number | null>;
  writeFile?: WriteFile;
};

/** One clock for all starts of a test, so that each start is later than the one before. */
function starts(paths: ProfilePaths, from?: string): (more?: More) => ColdCopies {
  const now = steppingClock(from);
  return (more = {}) =>
    createColdCopies({
      paths,
      writeFile: writeFileQuickly,
      files: quickFiles,
      now,
      electronMajor: 45,
      appVersion: '0.1.0',
      ...more,
    });
}

/** A store as the browser leaves it after its `generation`-th change. */
async function putStore(paths: ProfilePaths, generation: number): Promise<void> {
  await putTree(paths.indexedDb, {
    'app_ikusei-note_0.indexeddb.leveldb/CURRENT': 'MANIFEST-000001',
    'app_ikusei-note_0.indexeddb.leveldb/000003.log': `rows ${'x'.repeat(generation)}`,
    'app_ikusei-note_0.indexeddb.blob/1/00/1': 'a blob',
  });
  await writeFile(paths.sentinel, JSON.stringify(sentinelOf(generation)));
  await writeFile(paths.realKey, '{"keyId":"key"}', { mode: 0o600 });
}

async function goodStart(paths: ProfilePaths, start: ColdCopies, generation: number) {
  await putStore(paths, generation);
  expect(await start.take()).toEqual({ warning: null });
  await start.markOpened();
}

describe('a cold copy', () => {
  it('is not taken where there is no store yet', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths)();
    expect(await start.take()).toEqual({ warning: null });
    await mkdir(paths.indexedDb, { recursive: true });
    expect(await start.take()).toEqual({ warning: null });
    await start.markOpened();
    expect(await start.list()).toEqual([]);
    expect(await treeOf(paths.coldCopies)).toEqual({});
  });

  it('holds the store, the key and the sentinel, and is offered once the page opened', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths)();
    await putStore(paths, 4);
    expect(await start.take()).toEqual({ warning: null });
    expect(await start.list()).toEqual([]);
    await start.markOpened();
    const [copy, ...others] = await start.list();
    expect(others).toEqual([]);
    expect(coldCopySchema.parse(copy).sentinel).toEqual(sentinelOf(4));
    const folder = join(paths.coldCopies, copy?.id ?? '');
    expect(await treeOf(join(folder, 'IndexedDB'))).toEqual(await treeOf(paths.indexedDb));
    expect(await readFile(join(folder, 'key.json'))).toEqual(await readFile(paths.realKey));
    expect((await stat(join(folder, 'key.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(JSON.parse(await readFile(join(folder, 'sentinel.json'), 'utf8'))).toEqual(
      sentinelOf(4),
    );
  });

  it('of 見本 alone has no key and no sentinel', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths)();
    await putTree(paths.indexedDb, { 'db/CURRENT': '1' });
    await start.take();
    await start.markOpened();
    expect(await start.list()).toMatchObject([{ sentinel: null }]);
  });

  it('is kept for the last three good starts', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    for (const generation of [1, 2, 3, 4, 5]) await goodStart(paths, start(), generation);
    const copies = await start().list();
    expect(copies.map(({ sentinel }) => sentinel?.generation)).toEqual([5, 4, 3]);
    expect(await readdir(paths.coldCopies)).toHaveLength(3);
  });

  /** A good start at each of these moments, each after a change of the store. */
  async function startsAt(paths: ProfilePaths, moments: readonly string[]): Promise<ColdCopies> {
    let last = starts(paths)();
    for (const [index, moment] of moments.entries()) {
      last = starts(paths, moment)();
      await goodStart(paths, last, index + 1);
    }
    return last;
  }

  it('is dropped by a good start more than 31 days later, so that nothing destroyed is in it', async () => {
    // Destroyed on the evening of 22 November: 23 December is the last day for a copy of it.
    const destroyed = copiesUntil('2026-11-22');
    expect(destroyed).toBe('2026-12-23');
    for (const [moment, left] of [
      ['2026-12-23T00:00:00.000Z', 2],
      ['2026-12-24T00:00:00.000Z', 1],
    ] as const) {
      const paths = await temporaryProfile();
      const last = await startsAt(paths, ['2026-11-22T23:59:50.000Z', moment]);
      expect(await last.list()).toHaveLength(left);
      expect(await readdir(paths.coldCopies)).toHaveLength(left);
    }
  });

  it('stays whatever its age while it is the only good one', async () => {
    const paths = await temporaryProfile();
    await startsAt(paths, ['2026-11-22T00:00:00.000Z']);
    const unchanged = starts(paths, '2028-01-01T00:00:00.000Z')();
    expect(await unchanged.take()).toEqual({ warning: null });
    await unchanged.markOpened();
    expect(await unchanged.list()).toHaveLength(1);
  });

  it('stays while every later one has lost a file, and no new one could be taken', async () => {
    const paths = await temporaryProfile();
    await startsAt(paths, ['2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z']);
    const [newest] = (await readdir(paths.coldCopies)).toSorted().toReversed();
    await rm(join(paths.coldCopies, newest ?? '', 'key.json'));
    await putStore(paths, 3);
    const full = starts(paths, '2028-01-01T00:00:00.000Z')({ free: async () => 0 });
    expect((await full.take()).warning).not.toBeNull();
    await full.markOpened();
    const left = await full.list();
    expect(left.map(({ sentinel }) => sentinel?.generation)).toEqual([1]);
  });

  it('in quarantine, or with a damaged record, is dropped after the same time', async () => {
    const paths = await temporaryProfile();
    await startsAt(paths, ['2026-11-22T00:00:00.000Z']);
    await putTree(paths.quarantine, {
      '20261122T000000000Z/old/IndexedDB/x': '1',
      'profile-20261122T000000000Z.json': '1',
      '20261201T000000000Z-2/young/IndexedDB/x': '1',
      'without-a-time.json': '1',
    });
    await putTree(paths.coldCopies, { '20261101T000000000Z/copy.json': 'damaged' });
    await startsAt(paths, ['2026-12-24T00:00:00.000Z']);
    expect((await readdir(paths.quarantine)).toSorted()).toEqual([
      '20261201T000000000Z-2',
      'without-a-time.json',
    ]);
    expect(await readdir(paths.coldCopies)).toHaveLength(1);
  });

  it('is not taken again while not a byte of store, key or sentinel changed', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    const before = await treeOf(paths.coldCopies);
    const again = start();
    await again.take();
    await again.markOpened();
    expect(await treeOf(paths.coldCopies)).toEqual(before);
    await writeFile(paths.realKey, '{"keyId":"KEY"}');
    await start().take();
    expect(await readdir(paths.coldCopies)).toHaveLength(2);
  });

  it('is taken when only 見本 changed, which the sentinel does not know', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    await putTree(paths.indexedDb, { 'app_ikusei-note_0.indexeddb.leveldb/CURRENT': 'MANIFEST-9' });
    await start().take();
    expect(await readdir(paths.coldCopies)).toHaveLength(2);
  });

  it('is taken again when a file of the last one is gone', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    const [copy] = await start().list();
    const blob = join(
      paths.coldCopies,
      copy?.id ?? '',
      'IndexedDB',
      'app_ikusei-note_0.indexeddb.blob',
    );
    await rm(blob, { recursive: true });
    expect(await start().list()).toEqual([]);
    await start().take();
    expect(await readdir(paths.coldCopies)).toHaveLength(2);
  });

  it('of a killed start stays until a later good start, and none is offered', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    await putStore(paths, 2);
    await start().take();
    await putStore(paths, 3);
    await start().take();
    expect(await readdir(paths.coldCopies)).toHaveLength(3);
    expect(await start().list()).toMatchObject([{ sentinel: { generation: 1 } }]);
    await goodStart(paths, start(), 4);
    const copies = await start().list();
    expect(copies.map(({ sentinel }) => sentinel?.generation)).toEqual([4, 1]);
    expect(await readdir(paths.coldCopies)).toHaveLength(2);
  });

  it('does not pile up when every start is killed', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    const warnings: (string | null)[] = [];
    for (let generation = 1; generation <= 8; generation += 1) {
      await putStore(paths, generation);
      warnings.push((await start().take()).warning);
    }
    expect(await readdir(paths.coldCopies)).toHaveLength(5);
    expect(warnings.filter((warning) => warning !== null)).toHaveLength(3);
    await start().markOpened();
    expect(await readdir(paths.coldCopies)).toEqual([]);
  });
});

describe('damage', () => {
  it('puts every pending copy into quarantine untouched and deletes nothing', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    await putStore(paths, 2);
    await start().take();
    await putStore(paths, 3);
    const last = start();
    await last.take();
    const before = await treeOf(paths.coldCopies);
    await last.markDamaged('件数が少ない');
    const after = { ...(await treeOf(paths.coldCopies)) };
    const [quarantine] = await readdir(paths.quarantine);
    Object.assign(after, await treeOf(join(paths.quarantine, quarantine ?? '')));
    expect(after).toEqual(before);
    expect(await last.list()).toMatchObject([{ sentinel: { generation: 1 } }]);
    expect(JSON.parse(await readFile(paths.damageReport, 'utf8'))).toMatchObject({
      detail: '件数が少ない',
    });
    expect(await treeOf(paths.indexedDb)).not.toEqual({});
  });

  it('stops further copies until a start opens the store again', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    await putStore(paths, 2);
    const stopped = start();
    await stopped.take();
    await stopped.markDamaged('');
    const before = await treeOf(paths.store);
    await putStore(paths, 2);
    const again = start();
    await again.take();
    await again.markDamaged('');
    const { 'damage-report.json': first, ...kept } = before;
    const { 'damage-report.json': second, ...keptAgain } = await treeOf(paths.store);
    expect(keptAgain).toEqual(kept);
    expect(first).not.toBe(second);
    await start().markOpened();
    await start().take();
    expect(await readdir(paths.coldCopies)).toHaveLength(2);
  });

  it('that is reported twice in one start is quarantined once', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths)();
    await putStore(paths, 1);
    await start.take();
    await start.markDamaged('');
    await start.markDamaged('');
    expect(await readdir(paths.quarantine)).toHaveLength(1);
  });
});

describe('a copy that cannot be made', () => {
  it('warns of too little room and takes none, keeping what is there', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    await putStore(paths, 2);
    const before = await treeOf(paths.coldCopies);
    const { warning } = await start({ free: async () => BYTES_LEFT_FREE + 10 }).take();
    expect(warning).toContain('空き容量');
    expect(await treeOf(paths.coldCopies)).toEqual(before);
  });

  it.each(['copyFile', 'mkdir', 'readdir', 'lstat'] as const)(
    'because %s finds the disk full or broken is a warning and leaves no half copy',
    async (name) => {
      const paths = await temporaryProfile();
      const start = starts(paths);
      await goodStart(paths, start(), 1);
      await putStore(paths, 2);
      const before = await treeOf(paths.coldCopies);
      const files: FileSystem = {
        ...quickFiles,
        [name]: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
      };
      const { warning } = await start({ files }).take();
      expect(warning).toContain('ENOSPC');
      expect(await treeOf(paths.coldCopies)).toEqual(before);
    },
  );

  it('because the store is being written is thrown away', async () => {
    const paths = await temporaryProfile();
    await putStore(paths, 2);
    const files: FileSystem = {
      ...quickFiles,
      copyFile: async (from, to, mode) => {
        await quickFiles.copyFile(from, to, mode);
        if (String(from).endsWith('CURRENT')) await writeFile(String(from), 'MANIFEST-000002');
      },
    };
    expect((await starts(paths)({ files }).take()).warning).not.toBeNull();
    expect(await readdir(paths.coldCopies)).toEqual([]);
  });
});

describe('a start killed at any file call', () => {
  it.each(['before', 'after'] as const)(
    '(%s it) leaves a store and copies that go on',
    async (moment) => {
      const template = await temporaryProfile();
      const start = starts(template);
      for (const generation of [1, 2, 3]) {
        await goodStart(template, start(), generation);
      }
      await putStore(template, 4);
      let finished = false;
      for (let killAt = 1; !finished; killAt += 1) {
        const paths = await profileLike(template);
        const laterStart = starts(paths, '2026-11-23T00:00:00.000Z');
        const store = await treeOf(paths.indexedDb);
        const mortal = mortalFiles(killAt, moment);
        const killed = laterStart(mortal);
        await killed.take();
        await killed.markOpened().catch(() => undefined);
        finished = mortal.steps() < killAt;

        expect(await treeOf(paths.indexedDb)).toEqual(store);
        const offered = await laterStart().list();
        expect(offered.length).toBeGreaterThanOrEqual(3);
        const next = laterStart();
        expect(await next.take()).toEqual({ warning: null });
        await next.markOpened();
        const copies = await next.list();
        expect(copies.map(({ sentinel }) => sentinel?.generation)).toEqual([4, 3, 2]);
        expect(await readdir(paths.coldCopies)).toHaveLength(3);
      }
    },
  );
});

describe('a mangled copy.json', () => {
  it('is never offered as another copy, never crashes and never costs a file', async () => {
    const paths = await temporaryProfile();
    const start = starts(paths);
    await goodStart(paths, start(), 1);
    await goodStart(paths, start(), 2);
    const whole = await start().list();
    const record = join(paths.coldCopies, whole[1]?.id ?? '', 'copy.json');
    const original = await readFile(record);
    const mangling = fc.oneof(
      fc.nat(original.length - 3).map((length) => original.subarray(0, length)),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
    );
    await fc.assert(
      fc.asyncProperty(mangling, async (bytes) => {
        await writeFile(record, bytes);
        const before = await treeOf(paths.userData);
        expect(await start().list()).toEqual([whole[0]]);
        expect(await start().take()).toEqual({ warning: null });
        await start().markOpened();
        expect(await treeOf(paths.userData)).toEqual(before);
      }),
      { numRuns: 60 },
    );
    await writeFile(record, original);
    expect(await start().list()).toEqual(whole);
  });
});
